/**
 * Finds dates for a group without a leader: each period's host proposes three, everybody says which suit, and one is
 * settled (gathering.bpmn, propose-dates.form, date-poll.form). Uses people, rules, answers, letters and emailed forms.
 */
@NullMarked
package org.seealso.gathering;

import org.jspecify.annotations.NullMarked;
