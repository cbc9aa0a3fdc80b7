package org.seealso.matching.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedPerfectMatching;
import org.jgrapht.alg.matching.blossom.v5.ObjectiveSense;

/**
 * Pairs up everybody for the highest total, without ever building the graph of all pairs: it solves over each person's
 * best candidates, prices every pair once with the dual solution, adds the pairs that could still help and repeats
 * until none can. The last prices prove the result (docs/adr/0006).
 *
 * <p>The library is given what a pair is worth beyond the last known prices of its two people. That changes no choice,
 * but leaves it only the few people to pair up anew for whom the prices have moved.
 */
final class Pairing {
    private static final int CANDIDATES = 12;
    private static final int ADDED_PER_PERSON = 16;
    /** Known prices are rounded to half points, or fractions would get finer than {@link Duals#UNIT} in time. */
    private static final long HALVES = 2;

    /** @param partner place → partner's place, -1 for those not taking part */
    record Result(int[] partner, long value, Duals duals) {}

    private final Weights weights;
    private final BitSet[] candidates;
    /** What people cost in the last solve, in half points. */
    private final long[] known;

    private int solves;

    Pairing(Weights weights) {
        this.weights = weights;
        int n = weights.places();
        this.known = new long[n];
        this.candidates = new BitSet[n];
        for (int a = 0; a < n; a++) {
            candidates[a] = new BitSet(a);
        }
        Shortlist best = Shortlist.of(n, n, CANDIDATES, weights.people(), (a, list) -> {
            char[] row = weights.row(a);
            for (int b = 0; b < a; b++) {
                if (row[b] != Table.NEVER) {
                    list.offer(a, row[b], b);
                    list.offer(b, row[b], a);
                }
            }
        });
        for (int a = 0; a < n; a++) {
            for (int b : best.of(a)) {
                add(a, b);
            }
        }
    }

    int solves() {
        return solves;
    }

    private void add(int a, int b) {
        candidates[Math.max(a, b)].set(Math.min(a, b));
    }

    private boolean has(int a, int b) {
        return candidates[Math.max(a, b)].get(Math.min(a, b));
    }

    /** The best pairing of all places but those of {@code without}; their number must be even. */
    Result solve(int... without) {
        int n = weights.places();
        boolean[] in = new boolean[n];
        Arrays.fill(in, true);
        for (int v : without) {
            in[v] = false;
        }
        int[] places = IntStream.range(0, n).filter(v -> in[v]).toArray();
        // Some pairing must exist among the candidates: neighbours in order, allowed or not.
        for (int k = 0; k + 1 < places.length; k += 2) {
            add(places[k], places[k + 1]);
        }
        while (true) {
            Result result = solveCandidates(places, in);
            if (!addHelpful(result.duals(), in)) {
                for (int v : without) {
                    result.duals().include(v, weights, in);
                }
                return result;
            }
        }
    }

    private Result solveCandidates(int[] places, boolean[] in) {
        solves++;
        int n = weights.places();
        int[] partner = new int[n];
        Arrays.fill(partner, -1);
        if (places.length == 0) {
            return new Result(partner, 0, new Duals(new long[n], List.of(), new long[0]));
        }
        int[] vertex = new int[n];
        for (int v = 0; v < places.length; v++) {
            vertex[places[v]] = v;
        }
        Links graph = Links.undirected(places.length);
        for (int a : places) {
            for (int b = candidates[a].nextSetBit(0); b >= 0; b = candidates[a].nextSetBit(b + 1)) {
                if (in[b]) {
                    graph.link(vertex[a], vertex[b], known[a] + known[b] - HALVES * weights.of(a, b));
                }
            }
        }
        var algorithm = new KolmogorovWeightedPerfectMatching<>(graph, ObjectiveSense.MINIMIZE);
        long value = 0;
        for (int edge : algorithm.getMatching().getEdges()) {
            int a = places[graph.from(edge)];
            int b = places[graph.to(edge)];
            partner[a] = b;
            partner[b] = a;
            value += weights.of(a, b);
        }
        Duals duals = duals(places, algorithm.getDualSolution().getDualVariables());
        for (int v : places) {
            known[v] = Math.floorDiv(duals.price(v) * HALVES, Duals.UNIT);
        }
        return new Result(partner, value, duals);
    }

    private Duals duals(int[] places, Map<Set<Integer>, Double> variables) {
        long[] price = new long[known.length];
        for (int v = 0; v < price.length; v++) {
            price[v] = known[v] * (Duals.UNIT / HALVES);
        }
        List<int[]> sets = new ArrayList<>();
        List<Long> setPrices = new ArrayList<>();
        variables.forEach((set, variable) -> {
            long rounded = -Math.round(variable * (Duals.UNIT / HALVES));
            if (set.size() == 1) {
                price[places[set.iterator().next()]] += rounded;
            } else if (rounded != 0) {
                sets.add(set.stream().mapToInt(v -> places[v]).toArray());
                setPrices.add(rounded);
            }
        });
        return new Duals(
                price, sets, setPrices.stream().mapToLong(Long::longValue).toArray());
    }

    /** Adds, for each place, the pairs most above their price; false when no pair is. */
    private boolean addHelpful(Duals duals, boolean[] in) {
        while (true) {
            Shortlist above = abovePrice(duals, in);
            boolean added = false;
            boolean raised = false;
            for (int a = 0; a < in.length; a++) {
                for (int b : above.of(a)) {
                    if (!has(a, b)) {
                        add(a, b);
                        added = true;
                        continue;
                    }
                    long excess = duals.excess(a, b, weights.of(a, b));
                    if (excess > 0) {
                        // Only an inexact price can leave a candidate above it: pay for it, so the bound stays true.
                        duals.raise(a, excess);
                        raised = true;
                    }
                }
            }
            if (added || !raised) {
                return added;
            }
        }
    }

    private Shortlist abovePrice(Duals duals, boolean[] in) {
        int n = weights.places();
        long[] apart = new long[n];
        for (int v = 0; v < n; v++) {
            apart[v] = in[v] ? duals.apart(v) : Long.MAX_VALUE / 4;
        }
        return Shortlist.of(n, n, ADDED_PER_PERSON, n, (a, list) -> {
            if (!in[a]) {
                return;
            }
            char[] row = a < weights.people() ? weights.row(a) : new char[0];
            for (int b = 0; b < a; b++) {
                long weight = b < row.length ? weights.weight(row[b]) : weights.of(a, b);
                if (Duals.UNIT * weight > apart[a] + apart[b]) {
                    long excess = duals.excess(a, b, weight);
                    if (excess > 0) {
                        list.offer(a, excess, b);
                        list.offer(b, excess, a);
                    }
                }
            }
        });
    }
}
