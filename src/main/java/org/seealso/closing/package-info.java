/** Ends a mentorship with a survey and thanks, whether anybody answers or not (closing.bpmn). */
@NullMarked
package org.seealso.closing;

import org.jspecify.annotations.NullMarked;
