/**
 * A coordinator ends, pauses, resumes or extends a mentorship, replaces a member or adds one, from Tasklist
 * (change.bpmn, change-mentorship.html). The letters are the mentorship's own.
 */
@NullMarked
package org.seealso.change;

import org.jspecify.annotations.NullMarked;
