/** A page to read and questions to answer before somebody can be matched (orientation.bpmn). */
@NullMarked
package org.seealso.orientation;

import org.jspecify.annotations.NullMarked;
