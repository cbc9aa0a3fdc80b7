package org.seealso.matching.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds pairs in one pool, and one trio when that leaves fewer people over, such as with an odd head-count (A3). First
 * as few people as possible are left over, then the total is highest; both are proven, or the gap is told. The same
 * pool in the same order always gives the same result: the effort is limited by solves, not by time.
 */
final class Peers {
    private static final int MOST_TRIOS_TRIED = 400;
    /** A solve takes longer the more people there are: 400 trios of up to 500 people are tried, 20 of 10,000. */
    private static final int PEOPLE_TRIED = 200_000;

    private static final int FEWEST_TRIOS_TRIED = 20;

    private final int mostTriosTried;

    Peers() {
        this(MOST_TRIOS_TRIED);
    }

    Peers(int mostTriosTried) {
        this.mostTriosTried = mostTriosTried;
    }

    /** A way to match everybody and the proof of how good any way of its kind can be; both in penalised points. */
    private record Found(List<List<Integer>> groups, List<Integer> left, long value, long bound, int solves) {}

    Solution find(int people, Scores scores) {
        Weights weights = new Weights(people, scores);
        if (people < 2) {
            return new Solution(List.of(), IntStream.range(0, people).boxed().toList(), 0, 0, 0, 0);
        }
        boolean odd = people % 2 == 1;
        Found first = odd ? withTrio(weights.withEmptyPlace(false)) : pairs(weights.withEmptyPlace(false));
        Found best = first;
        int solves = first == null ? 0 : first.solves();
        if (first == null || !first.left().isEmpty()) {
            // Bans left somebody over: the other kind of solution may leave one person less.
            Found second = odd ? pairs(weights.withEmptyPlace(true)) : withTrio(weights.withEmptyPlace(true));
            if (second != null) {
                solves += second.solves();
                best = first == null ? second : better(first, second);
            }
        }
        if (best == null) {
            throw new IllegalStateException("Pairs can always be found among " + people + " people");
        }
        long leftCost = weights.leftOver() * best.left().size();
        return new Solution(
                best.groups(),
                best.left(),
                best.value() + leftCost,
                best.bound() + leftCost,
                best.value() + leftCost,
                solves);
    }

    private static Found better(Found one, Found other) {
        Found best = other.value() > one.value() ? other : one;
        return new Found(best.groups(), best.left(), best.value(), Math.max(one.bound(), other.bound()), best.solves());
    }

    private static Found pairs(Weights weights) {
        Pairing pairing = new Pairing(weights);
        Pairing.Result result = pairing.solve();
        return found(
                weights,
                result,
                null,
                result.value(),
                Math.floorDiv(result.duals().bound(), Duals.UNIT),
                pairing.solves());
    }

    private static Found found(
            Weights weights, Pairing.Result result, int @Nullable [] trio, long value, long bound, int solves) {
        List<List<Integer>> groups = new ArrayList<>();
        List<Integer> left = new ArrayList<>();
        for (int a = 0; a < weights.people(); a++) {
            int b = result.partner()[a];
            if (b < 0) {
                continue;
            }
            if (!weights.allowed(a, b)) {
                left.add(a);
            } else if (a < b) {
                groups.add(List.of(a, b));
            }
        }
        if (trio != null) {
            groups.add(IntStream.of(trio).sorted().boxed().toList());
        }
        return new Found(groups, left, value, bound, solves);
    }

    /**
     * The best solution with exactly one trio. Every solve gives prices, and prices give each trio a bound on the best
     * solution around it: the most promising trio is solved exactly, until no other can beat what was found.
     */
    private @Nullable Found withTrio(Weights weights) {
        if (weights.people() < 3) {
            return null;
        }
        Pairing pairing = new Pairing(weights);
        // The best pairing without any three people gives the first prices; which three does not matter.
        Duals first = pairing.solve(0, 1, 2).duals();
        Trio bestTrio = new Trios(weights, first).mostPromising();
        if (bestTrio == null) {
            return null;
        }
        Pairing.Result best = pairing.solve(bestTrio.a, bestTrio.b, bestTrio.c);
        long value = best.value() + bestTrio.score(weights);
        Trios.Listed listed = new Trios(weights, best.duals()).above(value);
        List<Trio> open = listed.trios();
        tighten(open, weights, first);
        long solved = value;
        Trio top = bestTrio;
        open.removeIf(t -> t.bound <= solved || t.is(top));
        int most = Math.min(mostTriosTried, Math.max(FEWEST_TRIOS_TRIED, PEOPLE_TRIED / weights.people()));
        for (int tried = 1; !open.isEmpty() && tried < most; tried++) {
            Trio next = open.stream()
                    .max(Comparator.comparingLong((Trio t) -> t.bound))
                    .orElseThrow();
            Pairing.Result result = pairing.solve(next.a, next.b, next.c);
            long total = result.value() + next.score(weights);
            if (total > value) {
                value = total;
                best = result;
                bestTrio = next;
            }
            tighten(open, weights, result.duals());
            long least = value;
            open.removeIf(t -> t == next || t.bound <= least);
        }
        long bound = open.stream().mapToLong(t -> t.bound).max().orElse(value);
        return found(
                weights,
                best,
                new int[] {bestTrio.a, bestTrio.b, bestTrio.c},
                value,
                Math.max(bound, Math.max(value, listed.rest())),
                pairing.solves());
    }

    private static void tighten(List<Trio> trios, Weights weights, Duals duals) {
        long all = duals.bound();
        trios.forEach(t -> t.tighten(weights, duals, all));
    }
}
