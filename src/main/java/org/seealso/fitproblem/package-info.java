/**
 * Takes a fit problem to whoever can help: the members themselves with our help, a coordinator, or the conduct handlers
 * (fit-problem.bpmn, problem-routing.dmn, fit-problem.form, first-talk.form, is-it-better.form, mediate.form,
 * arrange-talk.form).
 */
@NullMarked
package org.seealso.fitproblem;

import org.jspecify.annotations.NullMarked;
