package org.seealso.matching.optimum;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BestMatchesTest {
    @Test
    void equalsBruteForceOnTwoHundredSmallPoolsWithBans() {
        Random random = new Random(41);
        for (int instance = 0; instance < 200; instance++) {
            int people = instance % 10;
            int[][] scores = randomScores(random, people, instance % 4 * 20, instance % 3 == 0 ? 3 : 1000);
            Solution solution = new BestMatches().find(people, (a, b) -> scores[a][b]);
            Best best = bruteForce(people, scores);
            String about = "instance " + instance + " with " + people + " people: " + solution;
            assertThat(solution.left()).as(about).hasSize(best.left);
            assertThat(solution.total()).as(about).isEqualTo(best.total);
            assertThat(solution.proven()).as(about).isTrue();
            assertThat(recounted(solution, scores)).as(about).isEqualTo(solution.total());
            assertThat(everybody(solution)).as(about).containsExactlyElementsOf(range(people));
        }
    }

    @Test
    void matchesAnOddPoolInPairsAndOneTrio() {
        int[][] scores = randomScores(new Random(7), 41, 10, 100);
        Solution solution = new BestMatches().find(41, (a, b) -> scores[a][b]);
        assertThat(solution.groups()).hasSize(20);
        assertThat(solution.groups().subList(0, 19)).allMatch(g -> g.size() == 2);
        assertThat(solution.groups().get(19)).hasSize(3);
        assertThat(solution.left()).isEmpty();
        assertThat(solution.proven()).isTrue();
    }

    @Test
    void makesATrioOfAnEvenPoolWhenOnePersonCannotBeMatchedAtAll() {
        Solution solution = new BestMatches().find(4, (a, b) -> b == 3 || a == 3 ? Scores.FORBIDDEN : 10);
        assertThat(solution.groups()).containsExactly(List.of(0, 1, 2));
        assertThat(solution.left()).containsExactly(3);
    }

    @Test
    void leavesEverybodyOverWhenEveryPairIsForbidden() {
        assertThat(new BestMatches().find(5, (a, b) -> Scores.FORBIDDEN).left()).containsExactly(0, 1, 2, 3, 4);
        assertThat(new BestMatches().find(4, (a, b) -> Scores.FORBIDDEN).left()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void leavesASinglePersonOver() {
        assertThat(new BestMatches().find(1, (a, b) -> 1).left()).containsExactly(0);
        assertThat(new BestMatches().find(0, (a, b) -> 1).groups()).isEmpty();
    }

    @Test
    void givesTheSameResultEveryTime() {
        int[][] scores = randomScores(new Random(3), 61, 20, 4);
        Solution once = new BestMatches().find(61, (a, b) -> scores[a][b]);
        Solution again = new BestMatches().find(61, (a, b) -> scores[a][b]);
        assertThat(again).isEqualTo(once);
    }

    @Test
    void tellsTheGapWhenItWasStoppedEarly() {
        Random random = new Random(11);
        for (int instance = 0; instance < 100; instance++) {
            int[][] scores = randomScores(random, 9, 20, 50);
            Solution hasty = new BestMatches(1).find(9, (a, b) -> scores[a][b]);
            Best best = bruteForce(9, scores);
            if (hasty.left().size() == best.left) {
                assertThat(best.total).isBetween(hasty.total(), hasty.bound());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 500, 501})
    void provesTheBestOfLargePools(int people) {
        int[][] scores = randomScores(new Random(people), people, 7, 1000);
        long start = processorTime();
        Solution solution = new BestMatches().find(people, (a, b) -> scores[a][b]);
        System.out.printf(
                "%d people: proven best %s, %d solves, %d ms of processor time%n",
                people, solution.proven(), solution.effort(), (processorTime() - start) / 1_000_000);
        assertThat(solution.proven()).isTrue();
        assertThat(everybody(solution)).containsExactlyElementsOf(range(people));
    }

    /** Nanoseconds of this thread alone: the other tests share the machine. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private record Best(int left, long total) {
        Best orBetter(Best other) {
            return other.left < left || other.left == left && other.total > total ? other : this;
        }

        Best plus(int more, long points) {
            return new Best(left + more, total + points);
        }
    }

    private static Best bruteForce(int people, int[][] scores) {
        return bruteForce((1 << people) - 1, scores, true);
    }

    /** The first of the remaining people is left over, in a pair, or in the one trio. */
    private static Best bruteForce(int remaining, int[][] scores, boolean trioLeft) {
        if (remaining == 0) {
            return new Best(0, 0);
        }
        int a = Integer.numberOfTrailingZeros(remaining);
        int others = remaining & ~(1 << a);
        Best best = bruteForce(others, scores, trioLeft).plus(1, 0);
        for (int b = a + 1; b < scores.length; b++) {
            if ((others >> b & 1) == 0 || scores[a][b] < 0) {
                continue;
            }
            int rest = others & ~(1 << b);
            best = best.orBetter(bruteForce(rest, scores, trioLeft).plus(0, scores[a][b]));
            for (int c = b + 1; trioLeft && c < scores.length; c++) {
                if ((rest >> c & 1) == 1 && scores[a][c] >= 0 && scores[b][c] >= 0) {
                    long points = (long) scores[a][b] + scores[a][c] + scores[b][c];
                    best = best.orBetter(
                            bruteForce(rest & ~(1 << c), scores, false).plus(0, points));
                }
            }
        }
        return best;
    }

    private static int[][] randomScores(Random random, int people, int bannedPercent, int below) {
        int[][] scores = new int[people][people];
        for (int a = 0; a < people; a++) {
            for (int b = 0; b < a; b++) {
                scores[a][b] = random.nextInt(100) < bannedPercent ? Scores.FORBIDDEN : random.nextInt(below);
                scores[b][a] = scores[a][b];
            }
        }
        return scores;
    }

    private static long recounted(Solution solution, int[][] scores) {
        long total = 0;
        for (List<Integer> group : solution.groups()) {
            for (int a : group) {
                for (int b : group) {
                    assertThat(a == b || scores[a][b] >= 0)
                            .as("an allowed pair")
                            .isTrue();
                    total += a < b ? scores[a][b] : 0;
                }
            }
        }
        return total;
    }

    private static List<Integer> everybody(Solution solution) {
        List<Integer> all = new ArrayList<>(solution.left());
        solution.groups().forEach(all::addAll);
        Set<Integer> once = new HashSet<>(all);
        assertThat(once).as("each person once").hasSameSizeAs(all);
        Collections.sort(all);
        return all;
    }

    private static List<Integer> range(int people) {
        return IntStream.range(0, people).boxed().toList();
    }
}
