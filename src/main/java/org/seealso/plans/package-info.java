/**
 * Passes on that a member can't come, suggests another time, is busy or is back, and keeps calendars in line
 * (plans.bpmn, plans.form, new-time.form; letters cant-make-it, plans-noted, new-time, new-time-set, other-times,
 * partner-busy, busy-noted and pick-up-again).
 */
@NullMarked
package org.seealso.plans;

import org.jspecify.annotations.NullMarked;
