package org.seealso.matching;

import java.util.List;

/**
 * Who is matched with whom, by their place in the pool: pairs, and at most one trio, which is the last group. As few
 * people as possible are left over, and among all such solutions none can have a total above {@code bound}.
 *
 * @param total the sum of the scores of the pairs; a trio counts its three pairs
 * @param bound an upper bound proven by the dual solution; equal to {@code total} when the result is proven best
 * @param solves how many matching problems were solved on the way
 */
record Solution(List<List<Integer>> groups, List<Integer> left, long total, long bound, int solves) {
    boolean proven() {
        return total == bound;
    }

    long gap() {
        return bound - total;
    }
}
