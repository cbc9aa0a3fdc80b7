package org.seealso.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why two people are not matched: the rule against it, or what the whole cohort would lose.
 *
 * @param together how well the two would fit, in percent of the best pair of the pool; null if they never may
 */
public record WhyNot(List<String> sentences, @Nullable Integer together) {}
