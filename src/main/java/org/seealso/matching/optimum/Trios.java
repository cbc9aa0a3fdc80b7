package org.seealso.matching.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists the trios that could be part of a solution better than the best found, by the prices of one solve. A trio's
 * bound is a sum over its three pairs of what each lends it: its score less half the worth of its two people. So one
 * of the three lends at least a third of what is needed, and only such pairs are combined with everybody else.
 */
final class Trios {
    /** How many people are tried as the third, over all pairs; pairs beyond are counted by a bound of their own. */
    private static final long MOST_THIRDS = 200_000_000;

    private static final int MOST_KEPT = 100_000;
    private static final int PAIRS_AT_ONCE = 500;

    /**
     * @param trios every trio whose bound is above the value, unless there were too many
     * @param rest no trio left out has a bound above this
     */
    record Listed(List<Trio> trios, long rest) {}

    private record Lending(int a, int b, long lends) {}

    private static final Comparator<Lending> MOST_FIRST = Comparator.comparingLong(Lending::lends)
            .reversed()
            .thenComparing(Lending::a)
            .thenComparing(Lending::b);
    private static final Comparator<Trio> HIGHEST_FIRST = Comparator.comparingLong((Trio t) -> t.bound)
            .reversed()
            .thenComparing(t -> t.a)
            .thenComparing(t -> t.b)
            .thenComparing(t -> t.c);

    private final Weights weights;
    private final Duals duals;
    private final long all;
    private final long[] worth;

    Trios(Weights weights, Duals duals) {
        this.weights = weights;
        this.duals = duals;
        this.all = duals.bound();
        this.worth = duals.worth();
    }

    /** Twice what a pair lends to any trio with it, so that halves stay whole. */
    private long lends(int a, int b, int score) {
        return 2 * Duals.UNIT * score - worth[a] - worth[b];
    }

    /** Trios that promise more than {@code value}. */
    Listed above(long value) {
        long needed = 2 * (Duals.UNIT * (value + 1) - all);
        int most = (int) Math.max(100, MOST_THIRDS / weights.people());
        long[] dropped = {Long.MIN_VALUE};
        List<Lending> pairs = pairs(Math.floorDiv(needed, 3), most, dropped);
        long rest = value;
        if (dropped[0] != Long.MIN_VALUE) {
            // The three pairs of a trio left out lend at most this each.
            rest = Math.max(rest, Math.floorDiv(all + Math.floorDiv(3 * dropped[0], 2), Duals.UNIT));
        }
        List<Trio> trios = new ArrayList<>();
        for (int from = 0; from < pairs.size(); from += PAIRS_AT_ONCE) {
            trios.addAll(pairs.subList(from, Math.min(from + PAIRS_AT_ONCE, pairs.size())).parallelStream()
                    .flatMap(pair -> around(pair, needed))
                    .filter(trio -> trio.bound > value)
                    .toList());
            if (trios.size() > 4 * MOST_KEPT) {
                rest = Math.max(rest, cut(trios));
            }
        }
        if (trios.size() > MOST_KEPT) {
            rest = Math.max(rest, cut(trios));
        }
        return new Listed(trios, rest);
    }

    private static long cut(List<Trio> trios) {
        trios.sort(HIGHEST_FIRST);
        long rest = trios.get(MOST_KEPT).bound;
        trios.subList(MOST_KEPT, trios.size()).clear();
        return rest;
    }

    /** A trio to begin with: the one with the highest bound among those around the pairs that lend most. */
    @Nullable
    Trio mostPromising() {
        int most = (int) Math.max(100, MOST_THIRDS / 10 / weights.people());
        Trio best = null;
        long needed = Long.MIN_VALUE / 4;
        for (Lending pair : pairs(Long.MIN_VALUE / 4, most, new long[1])) {
            if (best != null && 3 * pair.lends < needed) {
                break;
            }
            for (int c = 0; c < weights.people(); c++) {
                Trio trio = trio(pair, c, needed);
                if (trio != null && (best == null || trio.bound > best.bound)) {
                    best = trio;
                    needed = 2 * (Duals.UNIT * trio.bound - all);
                }
            }
        }
        return best;
    }

    private Stream<Trio> around(Lending pair, long needed) {
        return IntStream.range(0, weights.people())
                .mapToObj(c -> trio(pair, c, needed))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    /** The pair and a third, if the pair lends most of the three (so that no trio comes twice) and all lend enough. */
    private @Nullable Trio trio(Lending pair, int c, long needed) {
        if (c == pair.a || c == pair.b) {
            return null;
        }
        int ac = weights.score(pair.a, c);
        int bc = weights.score(pair.b, c);
        if (ac < 0 || bc < 0) {
            return null;
        }
        long lendsAc = lends(pair.a, c, ac);
        long lendsBc = lends(pair.b, c, bc);
        if (pair.lends + lendsAc + lendsBc < needed
                || lendsAc > pair.lends
                || lendsBc > pair.lends
                || lendsAc == pair.lends && before(pair.a, c, pair)
                || lendsBc == pair.lends && before(pair.b, c, pair)) {
            return null;
        }
        Trio trio = new Trio(pair.a, pair.b, c);
        trio.tighten(weights, duals, all);
        return trio;
    }

    private static boolean before(int v, int c, Lending pair) {
        int a = Math.max(v, c);
        int b = Math.min(v, c);
        return a < pair.a || a == pair.a && b < pair.b;
    }

    /** The allowed pairs that lend at least so much, the most first; what was dropped because there were too many. */
    private List<Lending> pairs(long least, int most, long[] dropped) {
        List<Lending> pairs = new ArrayList<>();
        for (int a = 1; a < weights.people(); a++) {
            char[] row = weights.row(a);
            for (int b = 0; b < a; b++) {
                if (row[b] != Table.NEVER) {
                    long lends = lends(a, b, row[b]);
                    if (lends >= least) {
                        pairs.add(new Lending(a, b, lends));
                    }
                }
            }
            if (pairs.size() > 4 * most) {
                least = Math.max(least, drop(pairs, most, dropped));
            }
        }
        drop(pairs, most, dropped);
        return pairs;
    }

    private static long drop(List<Lending> pairs, int most, long[] dropped) {
        pairs.sort(MOST_FIRST);
        if (pairs.size() <= most) {
            return Long.MIN_VALUE;
        }
        dropped[0] = Math.max(dropped[0], pairs.get(most).lends);
        pairs.subList(most, pairs.size()).clear();
        return pairs.get(most - 1).lends;
    }
}
