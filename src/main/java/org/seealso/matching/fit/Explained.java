package org.seealso.matching.fit;

import java.util.List;

/**
 * A group in words, for coordinators but for {@code told}.
 *
 * @param score the sum of its pairs, in points
 * @param gives what each gives the others, a sentence per giver and taker
 * @param reasons the at most three other things that carry the match, the weightiest first
 * @param watch what to keep an eye on
 * @param told for each member, in order, the reasons they may read, speaking to them ("You can share …, which Ben
 *     wants to learn."): first names only, and only from answers whose form shows them to the partner
 * @param bars how much of each criterion that counts is fulfilled, the weightiest first
 */
public record Explained(
        int score,
        List<String> gives,
        List<String> reasons,
        List<String> watch,
        List<List<String>> told,
        List<Bar> bars) {

    /** @param percent 0 to 100 of what the criterion can give */
    public record Bar(String criterion, int percent) {}
}
