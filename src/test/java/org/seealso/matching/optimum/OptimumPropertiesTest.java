package org.seealso.matching.optimum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for whatever pool; the engine prints the seed of each property. */
class OptimumPropertiesTest {
    @Provide
    Arbitrary<Problem> problems() {
        return Combinators.combine(
                        Arbitraries.of(Shape.class), Arbitraries.integers().between(0, 40), Arbitraries.longs())
                .as((shape, people, seed) -> Pools.any(shape, people, new Random(seed)));
    }

    @Provide
    Arbitrary<Problem> provable() {
        return Combinators.combine(
                        Arbitraries.of(Shape.PEER, Shape.MENTOR),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.longs())
                .as((shape, people, seed) -> Pools.any(shape, people, new Random(seed)));
    }

    @Property
    void noForbiddenPairIsTogetherUnlessLocked(@ForAll("problems") Problem problem) {
        for (List<Integer> group : found(problem)) {
            for (int a : group) {
                for (int b : group) {
                    assertThat(a == b || problem.scores().of(a, b) >= 0)
                            .as(a + " with " + b)
                            .isTrue();
                }
            }
        }
    }

    @Property
    void locksAreKeptAndComeFirst(@ForAll("problems") Problem problem) {
        assertThat(Optimum.of(problem).groups().subList(0, problem.locked().size()))
                .isEqualTo(problem.locked());
    }

    @Property
    void whoIsOutIsInNoGroup(@ForAll("problems") Problem problem) {
        assertThat(Optimum.of(problem).groups())
                .allMatch(group -> group.stream().noneMatch(problem.out()::contains));
    }

    @Property
    void everybodyIsInOneGroupOrLeftOverAndMentorsUpToTheirCapacity(@ForAll("problems") Problem problem) {
        Solution solution = Optimum.of(problem);
        int[] times = new int[problem.people()];
        solution.groups().forEach(group -> group.forEach(v -> times[v]++));
        solution.left().forEach(v -> times[v]++);
        Set<Integer> left = new HashSet<>(solution.left());
        for (int v = 0; v < times.length; v++) {
            int capacity = problem.shape() == Shape.MENTOR ? problem.capacity().get(v) : 0;
            if (capacity > 0) {
                assertThat(times[v]).isBetween(0, capacity);
                assertThat(left).doesNotContain(v);
            } else {
                assertThat(times[v]).isEqualTo(1);
            }
        }
    }

    @Property
    void groupsAreOfTheShape(@ForAll("problems") Problem problem) {
        List<List<Integer>> groups = found(problem);
        switch (problem.shape()) {
            case PEER -> {
                assertThat(groups).allMatch(group -> group.size() == 2 || group.size() == 3);
                assertThat(groups.stream().filter(group -> group.size() == 3)).hasSizeLessThanOrEqualTo(1);
            }
            case MENTOR ->
                assertThat(groups)
                        .allMatch(group -> group.size() == 2
                                && problem.capacity().get(group.get(0)) > 0
                                && problem.capacity().get(group.get(1)) == 0);
            case GROUP ->
                assertThat(groups)
                        .allMatch(group -> group.size() >= problem.smallest() && group.size() <= problem.largest());
        }
    }

    @Property
    void theTotalIsThatOfTheGroupsAndNeverAboveTheBound(@ForAll("problems") Problem problem) {
        Solution solution = Optimum.of(problem);
        long total = 0;
        for (List<Integer> group : solution.groups()) {
            for (int a : group) {
                for (int b : group) {
                    total += a < b ? Math.max(0, problem.scores().of(a, b)) : 0;
                }
            }
        }
        assertThat(solution.total()).isEqualTo(total).isLessThanOrEqualTo(solution.bound());
    }

    @Property
    void theSameProblemHasTheSameSolution(@ForAll("problems") Problem problem) {
        assertThat(Optimum.of(problem)).isEqualTo(Optimum.of(problem));
    }

    @Property
    void peersAndMentorsAreProvenBest(@ForAll("provable") Problem problem) {
        assertThat(Optimum.of(problem).proven()).isTrue();
    }

    /** A pool grows at its end: the problem without the last person is that pool a day earlier. */
    @Property
    void oneMoreCandidateNeverLowersTheOptimum(@ForAll("provable") Problem problem) {
        int last = problem.people() - 1;
        if (last < 0
                || problem.out().contains(last)
                || problem.locked().stream().anyMatch(g -> g.contains(last))) {
            return;
        }
        Set<Integer> out = new HashSet<>(problem.out());
        out.add(last);
        Problem dayBefore = problem.with(problem.locked(), out);
        assertThat(matched(problem).noWorseThan(matched(dayBefore))).isTrue();
    }

    @Property
    void groupsAreEvenAndBetterThanTheNaiveCutWhereNothingIsForbidden(@ForAll("problems") Problem any) {
        Scores kind = (a, b) -> Math.max(0, any.scores().of(a, b));
        Problem problem = Problem.groups(any.people(), 3, 6, kind);
        Solution solution = Optimum.of(problem);
        assertThat(solution.total()).isGreaterThanOrEqualTo(solution.start());
        assertThat(solution.left()).hasSize(any.people() < 3 ? any.people() : 0);
        List<Integer> sizes =
                solution.groups().stream().map(List::size).sorted().toList();
        if (!sizes.isEmpty()) {
            assertThat(sizes.get(sizes.size() - 1) - sizes.get(0)).isLessThanOrEqualTo(1);
        }
    }

    /** As brute force counts it, with the people in groups as "left" below zero: more are better. */
    private static BruteForce.Best matched(Problem problem) {
        Solution solution = Optimum.of(problem);
        Set<Integer> in = new HashSet<>();
        solution.groups().forEach(in::addAll);
        long mentors = problem.shape() == Shape.MENTOR
                ? in.stream().filter(v -> problem.capacity().get(v) > 0).count()
                : 0;
        return new BruteForce.Best((int) (mentors - in.size()), solution.total());
    }

    private static List<List<Integer>> found(Problem problem) {
        List<List<Integer>> groups = new ArrayList<>(Optimum.of(problem).groups());
        return groups.subList(problem.locked().size(), groups.size());
    }
}
