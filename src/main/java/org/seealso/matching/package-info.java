/** Finds the best matches of a cohort and has a coordinator confirm them (matching.bpmn). */
@NullMarked
package org.seealso.matching;

import org.jspecify.annotations.NullMarked;
