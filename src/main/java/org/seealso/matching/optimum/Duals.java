package org.seealso.matching.optimum;

import java.util.ArrayList;
import java.util.List;

/**
 * Prices on people and on sets of people that make every pair worth at most what its two people cost. They prove a
 * bound on every matching, also of a part of the people, which is how one solve rules out thousands of trios.
 *
 * <p>Prices are whole 64ths of a point ({@link #UNIT}): the library halves a few times, so whole numbers stay exact. A
 * set's price is never above 0 and is paid by each pair with exactly one person inside; an odd set has at least one
 * such.
 */
final class Duals {
    static final long UNIT = 64;

    private final long[] price;
    private final long[] apart;
    private final long[] setPrice;
    private final int[] setSize;
    private final int[][] setsOf;

    Duals(long[] price, List<int[]> sets, long[] setPrice) {
        this.price = price;
        this.setPrice = setPrice;
        this.setSize = sets.stream().mapToInt(s -> s.length).toArray();
        List<List<Integer>> holding = new ArrayList<>();
        for (int v = 0; v < price.length; v++) {
            holding.add(new ArrayList<>());
        }
        for (int s = 0; s < sets.size(); s++) {
            for (int v : sets.get(s)) {
                holding.get(v).add(s);
            }
        }
        this.setsOf = holding.stream()
                .map(l -> l.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.apart = price.clone();
        for (int v = 0; v < price.length; v++) {
            for (int s : setsOf[v]) {
                apart[v] += setPrice[s];
            }
        }
    }

    /** How far the weight of a pair is above its price; never above 0 once the prices are right. */
    long excess(int a, int b, long weight) {
        long excess = UNIT * weight - apart[a] - apart[b];
        if (excess <= 0) {
            return excess;
        }
        for (int s : setsOf[a]) {
            if (holds(s, b)) {
                excess += 2 * setPrice[s];
            }
        }
        return excess;
    }

    private boolean holds(int set, int v) {
        for (int s : setsOf[v]) {
            if (s == set) {
                return true;
            }
        }
        return false;
    }

    long price(int v) {
        return price[v];
    }

    /** The price with all sets of the person in it: what a pair costs that shares no set. */
    long apart(int v) {
        return apart[v];
    }

    void raise(int v, long by) {
        price[v] += by;
        apart[v] += by;
    }

    /** A person without a price gets the lowest one that makes all their pairs affordable. */
    void include(int v, Weights weights, boolean[] priced) {
        long lowest = Long.MIN_VALUE;
        for (int u = 0; u < price.length; u++) {
            if (priced[u]) {
                lowest = Math.max(lowest, UNIT * weights.of(u, v) - apart[u]);
            }
        }
        if (lowest == Long.MIN_VALUE) {
            lowest = 0;
        }
        price[v] = lowest;
        apart[v] = lowest;
        priced[v] = true;
    }

    /** Nobody can pair up all people for more than this (in 64ths). */
    long bound() {
        long sum = 0;
        for (long p : price) {
            sum += p;
        }
        for (int s = 0; s < setPrice.length; s++) {
            if (setSize[s] % 2 == 1) {
                sum += setPrice[s];
            }
        }
        return sum;
    }

    /** The least by which the bound falls when a person goes, for each; odd sets that turn even are paid back. */
    long[] worth() {
        long[] worth = price.clone();
        for (int v = 0; v < worth.length; v++) {
            for (int s : setsOf[v]) {
                if (setSize[s] % 2 == 1) {
                    worth[v] += setPrice[s];
                }
            }
        }
        return worth;
    }

    /** Nobody can pair up all people but these three for more than this (in 64ths). */
    long boundWithout(long bound, int a, int b, int c) {
        long rest = bound - price[a] - price[b] - price[c];
        for (int s : setsOf[a]) {
            if (holds(s, b) == holds(s, c)) {
                rest += turned(s);
            }
        }
        for (int s : setsOf[b]) {
            if (!holds(s, a) && !holds(s, c)) {
                rest += turned(s);
            }
        }
        for (int s : setsOf[c]) {
            if (!holds(s, a) && !holds(s, b)) {
                rest += turned(s);
            }
        }
        return rest;
    }

    private long turned(int set) {
        return setSize[set] % 2 == 1 ? -setPrice[set] : setPrice[set];
    }
}
