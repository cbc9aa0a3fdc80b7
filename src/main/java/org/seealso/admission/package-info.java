/** Takes an application from the public page to the pool (admission.bpmn). */
@NullMarked
package org.seealso.admission;

import org.jspecify.annotations.NullMarked;
