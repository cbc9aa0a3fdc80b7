package org.seealso.matching.optimum;

import java.util.List;
import java.util.Set;

/**
 * A pool to match; people are places 0 to {@code people - 1}.
 *
 * @param capacity for {@link Shape#MENTOR}: how many mentees a place can take, 0 for a mentee; otherwise empty
 * @param smallest and {@code largest}: how many people a group has, for {@link Shape#GROUP}
 * @param locked groups that stand already and are kept as they are: for {@link Shape#MENTOR} each is a mentor, then a
 *     mentee, and takes one of the mentor's places. Nobody but a mentor is in two
 * @param out who takes no part and is left over
 */
public record Problem(
        Shape shape,
        int people,
        List<Integer> capacity,
        int smallest,
        int largest,
        List<List<Integer>> locked,
        Set<Integer> out,
        Scores scores) {

    public static Problem peers(int people, Scores scores) {
        return new Problem(Shape.PEER, people, List.of(), 2, 3, List.of(), Set.of(), scores);
    }

    public static Problem mentors(List<Integer> capacity, Scores scores) {
        return new Problem(Shape.MENTOR, capacity.size(), capacity, 2, 2, List.of(), Set.of(), scores);
    }

    public static Problem groups(int people, int smallest, int largest, Scores scores) {
        return new Problem(Shape.GROUP, people, List.of(), smallest, largest, List.of(), Set.of(), scores);
    }

    public Problem with(List<List<Integer>> nowLocked, Set<Integer> nowOut) {
        return new Problem(shape, people, capacity, smallest, largest, nowLocked, nowOut, scores);
    }
}
