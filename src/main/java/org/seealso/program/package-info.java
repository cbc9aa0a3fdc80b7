/** Runs one cohort of a program from its dates to its evaluation (program.bpmn). */
@NullMarked
package org.seealso.program;

import org.jspecify.annotations.NullMarked;
