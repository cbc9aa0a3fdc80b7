package org.seealso.matching.optimum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptimumTest {
    @ParameterizedTest
    @EnumSource(names = {"PEER", "MENTOR"})
    void equalsBruteForceOnTwoHundredSmallPoolsWithBansCapacitiesLocksAndPeopleWhoAreOut(Shape shape) {
        Random random = new Random(41);
        for (int instance = 0; instance < 200; instance++) {
            Problem problem = Pools.any(shape, instance % 10, random);
            Solution solution = Optimum.of(problem);
            String about = "instance " + instance + ": " + problem + " " + solution;
            assertThat(new BruteForce.Best(solution.left().size(), solution.total()))
                    .as(about)
                    .isEqualTo(BruteForce.of(problem));
            assertThat(solution.proven()).as(about).isTrue();
        }
    }

    @Test
    void matchesAnOddPoolInPairsAndOneTrio() {
        Solution solution = Optimum.of(Problem.peers(41, Pools.scores(new Random(7), 41, 10, 100)));
        assertThat(solution.groups()).hasSize(20);
        assertThat(solution.groups().subList(0, 19)).allMatch(g -> g.size() == 2);
        assertThat(solution.groups().get(19)).hasSize(3);
        assertThat(solution.left()).isEmpty();
        assertThat(solution.proven()).isTrue();
    }

    @Test
    void makesATrioOfAnEvenPoolWhenOnePersonCannotBeMatchedAtAll() {
        Solution solution = Optimum.of(Problem.peers(4, (a, b) -> b == 3 || a == 3 ? Scores.FORBIDDEN : 10));
        assertThat(solution.groups()).containsExactly(List.of(0, 1, 2));
        assertThat(solution.left()).containsExactly(3);
    }

    @ParameterizedTest
    @MethodSource("poolsWithoutAnyMatch")
    void leavesEverybodyOverWhereNobodyCanBeMatched(Problem problem, Integer... left) {
        Solution solution = Optimum.of(problem);
        assertThat(solution.groups()).isEmpty();
        assertThat(solution.left()).containsExactly(left);
        assertThat(solution.total()).isZero();
        assertThat(solution.bound()).isZero();
    }

    static Stream<Arguments> poolsWithoutAnyMatch() {
        Scores never = (a, b) -> Scores.FORBIDDEN;
        Scores fine = (a, b) -> 1;
        return Stream.of(
                Arguments.of(Problem.peers(0, fine), new Integer[] {}),
                Arguments.of(Problem.peers(1, fine), new Integer[] {0}),
                Arguments.of(Problem.peers(4, never), new Integer[] {0, 1, 2, 3}),
                Arguments.of(Problem.peers(5, never), new Integer[] {0, 1, 2, 3, 4}),
                Arguments.of(Problem.peers(2, fine).with(List.of(), Set.of(0)), new Integer[] {0, 1}),
                Arguments.of(Problem.mentors(List.of(), fine), new Integer[] {}),
                Arguments.of(Problem.mentors(List.of(0, 0), fine), new Integer[] {0, 1}),
                Arguments.of(Problem.mentors(List.of(3, 5), fine), new Integer[] {}),
                Arguments.of(Problem.mentors(List.of(3, 0, 0), never), new Integer[] {1, 2}),
                Arguments.of(Problem.groups(0, 3, 6, fine), new Integer[] {}),
                Arguments.of(Problem.groups(2, 3, 6, fine), new Integer[] {0, 1}),
                Arguments.of(Problem.groups(4, 3, 6, never), new Integer[] {0, 1, 2, 3}));
    }

    @Test
    void givesAMentorSeveralMenteesRatherThanLeaveOneOver() {
        int[][] score = {{0, 0, 90, 80, 70}, {0, 0, 10, 5, Scores.FORBIDDEN}};
        Problem problem = Problem.mentors(List.of(2, 1, 0, 0, 0), (a, b) -> score[Math.min(a, b)][Math.max(a, b)]);
        Solution solution = Optimum.of(problem);
        assertThat(solution.groups()).containsExactly(List.of(0, 2), List.of(0, 4), List.of(1, 3));
        assertThat(solution.total()).isEqualTo(165);
        assertThat(solution.proven()).isTrue();
    }

    @Test
    void takesAPlaceOfTheMentorForEachLockAndNoneOfOneWhoIsOut() {
        Problem problem = Problem.mentors(List.of(2, 4, 0, 0, 0), (a, b) -> 10);
        Solution solution = Optimum.of(problem.with(List.of(List.of(0, 4)), Set.of(1)));
        assertThat(solution.groups()).hasSize(2).startsWith(List.of(0, 4)).allMatch(group -> group.get(0) == 0);
        assertThat(solution.left()).hasSize(1);
    }

    @Test
    void countsNothingForAForbiddenPairThatIsLocked() {
        Problem problem = Problem.peers(4, (a, b) -> a + b == 1 ? Scores.FORBIDDEN : 10);
        Solution solution = Optimum.of(problem.with(List.of(List.of(1, 0)), Set.of()));
        assertThat(solution.groups()).containsExactly(List.of(1, 0), List.of(2, 3));
        assertThat(solution.total()).isEqualTo(10);
        assertThat(solution.proven()).isTrue();
    }

    @Test
    void tellsTheGapWhenItWasStoppedEarly() {
        Random random = new Random(11);
        for (int instance = 0; instance < 100; instance++) {
            Problem problem = Problem.peers(9, Pools.scores(random, 9, 20, 50));
            Solution hasty = new Peers(1).find(9, problem.scores());
            BruteForce.Best best = BruteForce.of(problem);
            if (hasty.left().size() == best.left()) {
                assertThat(best.total()).isBetween(hasty.total(), hasty.bound());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 2001})
    void provesTheBestPeersOfLargePools(int people) {
        Solution solution = Optimum.of(Problem.peers(people, Pools.scores(new Random(people), people, 7, 1000)));
        assertThat(solution.proven()).isTrue();
        assertThat(solution.left()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500, 3", "2000, 3", "2000, 5"})
    void provesTheBestMentorsOfLargePools(int people, int oneIn) {
        List<Integer> capacity = IntStream.range(0, people)
                .mapToObj(v -> v % oneIn == 0 ? 1 + v % 5 : 0)
                .toList();
        Scores scores = Pools.scores(new Random(people), people, 7, 1000);
        assertThat(Optimum.of(Problem.mentors(capacity, scores)).proven()).isTrue();
    }

    /** Where hundreds suit somebody equally well, all must not run after the same few. */
    @ParameterizedTest
    @ValueSource(ints = {1500, 501})
    void provesTheBestWhereNearlyAllScoresAreEqual(int people) {
        Solution solution = Optimum.of(Problem.peers(people, (a, b) -> (a * a + b * b) % 7));
        assertThat(solution.proven()).isTrue();
    }

    @Test
    void provesTheBestOfAPoolInTwoLanguages() {
        Scores scores = Pools.scores(new Random(5), 300, 0, 1000);
        Solution solution =
                Optimum.of(Problem.peers(300, (a, b) -> (a < 101) == (b < 101) ? scores.of(a, b) : Scores.FORBIDDEN));
        assertThat(solution.left()).hasSize(1);
        assertThat(solution.proven()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "12, 3, 6, '4 4 4'",
        "14, 3, 6, '5 5 4'",
        "7, 3, 6, '4 3'",
        "5, 3, 6, '5'",
        "7, 3, 3, '3 3'",
        "11, 4, 5, '5 5'",
        "2, 3, 8, ''",
        "20, 4, 5, '5 5 5 5'"
    })
    void cutsGroupsAsEvenAsTheyCanBe(int people, int smallest, int largest, String sizes) {
        String cut = IntStream.of(Groups.sizes(people, smallest, largest))
                .mapToObj(String::valueOf)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
        assertThat(cut).isEqualTo(sizes);
    }

    @Test
    void findsTheGroupsThatWereHidden() {
        Solution solution = Optimum.of(Problem.groups(60, 3, 5, (a, b) -> a % 15 == b % 15 ? 100 : (a + b) % 9));
        assertThat(solution.left()).isEmpty();
        assertThat(solution.groups())
                .hasSize(15)
                .allMatch(group -> group.stream().map(v -> v % 15).distinct().count() == 1);
        assertThat(solution.total()).isEqualTo(9000).isLessThanOrEqualTo(solution.bound());
        assertThat(solution.start()).isLessThan(9000);
    }

    @Test
    void leavesWhoHasNoRoomWithoutAForbiddenPairOutOfTheGroups() {
        Solution solution = Optimum.of(Problem.groups(12, 3, 4, (a, b) -> (a < 5) == (b < 5) ? 50 : Scores.FORBIDDEN));
        assertThat(solution.groups()).hasSize(3);
        assertThat(solution.groups())
                .allMatch(group -> group.stream().map(v -> v < 5).distinct().count() == 1);
        assertThat(solution.left()).hasSize(1);
    }

    @Test
    void refusesScoresThatDoNotFit() {
        assertThatThrownBy(() -> Optimum.of(Problem.peers(2, (a, b) -> 60_001)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("60001");
    }
}
