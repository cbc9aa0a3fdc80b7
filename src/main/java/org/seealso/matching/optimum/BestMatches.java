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
public final class BestMatches {
    private static final int MOST_TRIOS_TRIED = 400;

    private final int mostTriosTried;

    public BestMatches() {
        this(MOST_TRIOS_TRIED);
    }

    BestMatches(int mostTriosTried) {
        this.mostTriosTried = mostTriosTried;
    }

    /** A way to match everybody and the proof of how good any way of its kind can be; both in penalised points. */
    private record Found(List<List<Integer>> groups, List<Integer> left, long value, long bound, int solves) {}

    public Solution find(int people, Scores scores) {
        Weights weights = new Weights(people, false, scores);
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
            groups.add(IntStream.of(trio).boxed().toList());
        }
        return new Found(groups, left, value, bound, solves);
    }

    /** A trio that could still be part of the best solution, and the least of the bounds known for it. */
    private static final class Trio {
        final int a;
        final int b;
        final int c;
        long bound = Long.MAX_VALUE;

        Trio(int a, int b, int c) {
            this.a = a;
            this.b = b;
            this.c = c;
        }
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
        Duals duals = pairing.solve(0, 1, 2).duals();
        Trio top = mostPromising(weights, duals);
        if (top == null) {
            return null;
        }
        Pairing.Result best = pairing.solve(top.a, top.b, top.c);
        Trio bestTrio = top;
        long value = best.value() + score(weights, top);
        List<Trio> open = promising(weights, List.of(duals, best.duals()), value);
        int tried = 1;
        while (!open.isEmpty() && tried < mostTriosTried) {
            Trio next = open.stream()
                    .max(Comparator.comparingLong((Trio t) -> t.bound))
                    .orElseThrow();
            Pairing.Result result = pairing.solve(next.a, next.b, next.c);
            tried++;
            long total = result.value() + score(weights, next);
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
        return found(weights, best, new int[] {bestTrio.a, bestTrio.b, bestTrio.c}, value, bound, pairing.solves());
    }

    private static long score(Weights weights, Trio t) {
        return (long) weights.score(t.a, t.b) + weights.score(t.a, t.c) + weights.score(t.b, t.c);
    }

    private static void tighten(List<Trio> trios, Weights weights, Duals duals) {
        long all = duals.bound();
        for (Trio t : trios) {
            long quarters = duals.boundWithout(all, t.a, t.b, t.c);
            t.bound = Math.min(t.bound, Math.floorDiv(quarters, Duals.UNIT) + score(weights, t));
        }
    }

    private static @Nullable Trio mostPromising(Weights weights, Duals duals) {
        long all = duals.bound();
        long highest = Long.MIN_VALUE;
        Trio found = null;
        long[] worth = duals.worth();
        int n = weights.people();
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                if (!weights.allowed(a, b)) {
                    continue;
                }
                long ab = Duals.UNIT * weights.score(a, b) - worth[a] - worth[b] + all;
                for (int c = b + 1; c < n; c++) {
                    int ac = weights.score(a, c);
                    int bc = weights.score(b, c);
                    if (ac >= 0 && bc >= 0) {
                        long bound = ab + Duals.UNIT * (ac + bc) - worth[c];
                        if (bound > highest) {
                            highest = bound;
                            found = new Trio(a, b, c);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static List<Trio> promising(Weights weights, List<Duals> known, long value) {
        List<Trio> open = new ArrayList<>();
        int n = weights.people();
        Duals duals = known.get(known.size() - 1);
        long[] worth = duals.worth();
        long least = Duals.UNIT * (value + 1) - duals.bound();
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                if (!weights.allowed(a, b)) {
                    continue;
                }
                long ab = Duals.UNIT * weights.score(a, b) - worth[a] - worth[b];
                for (int c = b + 1; c < n; c++) {
                    int ac = weights.score(a, c);
                    int bc = weights.score(b, c);
                    if (ac >= 0 && bc >= 0 && ab + Duals.UNIT * (ac + bc) - worth[c] >= least) {
                        open.add(new Trio(a, b, c));
                    }
                }
            }
        }
        for (Duals d : known) {
            tighten(open, weights, d);
        }
        open.removeIf(t -> t.bound <= value);
        return open;
    }
}
