/** A coordinator gives a planned or open cohort other days, and whoever was told a day hears of it (reschedule.bpmn). */
@NullMarked
package org.seealso.reschedule;

import org.jspecify.annotations.NullMarked;
