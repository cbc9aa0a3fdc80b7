package org.seealso.matching.optimum;

import java.util.List;

/**
 * Who is matched with whom, by their place in the pool; the locked groups come first. As few people as possible are
 * left over (mentees only, where there are mentors), and among all such solutions none can have a total above
 * {@code bound}.
 *
 * @param groups for {@link Shape#MENTOR} each is a mentor, then a mentee; a mentor may be in several
 * @param left who is in no group, in order
 * @param total the sum of the scores of all pairs that are together in a group, locked ones included; a locked pair
 *     that is forbidden counts 0
 * @param bound an upper bound on the total; equal to {@code total} when the result is proven best
 * @param start what {@code total} was before the search improved it, for {@link Shape#GROUP}: the pool in order of
 *     application, cut into groups; otherwise {@code total}
 * @param effort how many problems were solved, or moves tried, on the way
 */
public record Solution(
        List<List<Integer>> groups, List<Integer> left, long total, long bound, long start, long effort) {
    public boolean proven() {
        return total == bound;
    }
}
