/** Takes a fit problem to somebody who can help (fit-problem.bpmn). */
@NullMarked
package org.seealso.fitproblem;

import org.jspecify.annotations.NullMarked;
