/** Gives a letter that could not be delivered to a coordinator (undelivered.bpmn). */
@NullMarked
package org.seealso.undelivered;

import org.jspecify.annotations.NullMarked;
