/**
 * Finds the best groups of a pool by the scores of its pairs and proves how good they are: mentors with capacities,
 * peer pairs with at most one trio, groups. Whole numbers in, groups out; knows neither people nor rules.
 */
@NullMarked
package org.seealso.matching.optimum;

import org.jspecify.annotations.NullMarked;
