/**
 * Finds the best matches of a cohort and has a coordinator confirm them (matching.bpmn, match-weights.dmn,
 * confirm-matches.html; letters match and unmatched).
 */
@NullMarked
package org.seealso.matching;

import org.jspecify.annotations.NullMarked;
