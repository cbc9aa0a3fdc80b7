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
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * Pairs up everybody for the highest total, without ever building the graph of all pairs: it solves over each person's
 * best candidates, prices every pair once with the dual solution, adds the pairs that could still help and repeats
 * until none can. The last prices prove the result (docs/adr/0006).
 */
final class Pairing {
    private static final int CANDIDATES = 24;
    private static final int ADDED_PER_PERSON = 8;

    /** @param partner place → partner's place, -1 for those not taking part */
    record Result(int[] partner, long value, Duals duals) {}

    private final Weights weights;
    private final BitSet[] candidates;
    private int solves;

    Pairing(Weights weights) {
        this.weights = weights;
        int n = weights.places();
        this.candidates = new BitSet[n];
        for (int a = 0; a < n; a++) {
            candidates[a] = new BitSet(n);
        }
        long[] order = new long[n];
        for (int a = 0; a < n; a++) {
            int count = 0;
            for (int b = 0; b < n; b++) {
                if (b != a) {
                    // Highest weight first, then first come: the place fills the low bits.
                    order[count++] = -weights.of(a, b) * n + b;
                }
            }
            Arrays.sort(order, 0, count);
            for (int k = 0; k < Math.min(CANDIDATES, count); k++) {
                add(a, (int) Math.floorMod(order[k], (long) n));
            }
        }
    }

    int solves() {
        return solves;
    }

    private void add(int a, int b) {
        candidates[Math.min(a, b)].set(Math.max(a, b));
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
            if (!addHelpful(result.duals(), places)) {
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
        SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        for (int v : places) {
            graph.addVertex(v);
        }
        for (int a : places) {
            for (int b = candidates[a].nextSetBit(0); b >= 0; b = candidates[a].nextSetBit(b + 1)) {
                if (in[b]) {
                    graph.setEdgeWeight(graph.addEdge(a, b), weights.of(a, b));
                }
            }
        }
        int[] partner = new int[n];
        Arrays.fill(partner, -1);
        if (places.length == 0) {
            return new Result(partner, 0, new Duals(new long[n], List.of(), new long[0]));
        }
        var algorithm = new KolmogorovWeightedPerfectMatching<>(graph, ObjectiveSense.MAXIMIZE);
        long value = 0;
        for (DefaultWeightedEdge edge : algorithm.getMatching().getEdges()) {
            int a = graph.getEdgeSource(edge);
            int b = graph.getEdgeTarget(edge);
            partner[a] = b;
            partner[b] = a;
            value += weights.of(a, b);
        }
        return new Result(partner, value, duals(n, algorithm.getDualSolution().getDualVariables()));
    }

    private static Duals duals(int n, Map<Set<Integer>, Double> variables) {
        long[] price = new long[n];
        List<int[]> sets = new ArrayList<>();
        List<Long> setPrices = new ArrayList<>();
        variables.forEach((set, variable) -> {
            long rounded = Math.round(variable * Duals.UNIT);
            if (set.size() == 1) {
                price[set.iterator().next()] = rounded;
            } else if (rounded != 0) {
                sets.add(set.stream().mapToInt(Integer::intValue).toArray());
                setPrices.add(rounded);
            }
        });
        return new Duals(
                price, sets, setPrices.stream().mapToLong(Long::longValue).toArray());
    }

    /** Adds, for each place, the pairs most above their price; false when no pair is. */
    private boolean addHelpful(Duals duals, int[] places) {
        boolean found = false;
        long[] excess = new long[ADDED_PER_PERSON];
        int[] who = new int[ADDED_PER_PERSON];
        for (int i = 0; i < places.length; i++) {
            int a = places[i];
            int count = 0;
            for (int b : places) {
                if (a == b) {
                    continue;
                }
                long above = duals.excess(a, b, weights.of(a, b));
                if (above > 0 && (count < ADDED_PER_PERSON || above > excess[count - 1])) {
                    int at = count < ADDED_PER_PERSON ? count++ : count - 1;
                    while (at > 0 && excess[at - 1] < above) {
                        excess[at] = excess[at - 1];
                        who[at] = who[at - 1];
                        at--;
                    }
                    excess[at] = above;
                    who[at] = b;
                }
            }
            for (int k = 0; k < count; k++) {
                if (candidates[Math.min(a, who[k])].get(Math.max(a, who[k]))) {
                    // Only an inexact price can leave a candidate above it: pay for it, so the bound stays true.
                    duals.raise(a, excess[k]);
                } else {
                    add(a, who[k]);
                    found = true;
                }
            }
        }
        return found;
    }
}
