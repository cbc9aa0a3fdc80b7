package org.seealso.matching.optimum;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;

/**
 * Gives each mentee a mentor and no mentor more mentees than they have places for: first as few mentees as possible are
 * left over, then the total is highest. Solves a flow over each mentee's best mentors; the flow's prices tell which
 * other mentors could still help; these are added until there are none.
 *
 * <p>The proof is a price for each mentor's place. No mentee can gain more than their best score less the price of its
 * mentor, so the sum of these gains and of all places' prices is more than any matching can reach, whatever the prices
 * are: wrong ones make the bound worse, never untrue (docs/adr/0006).
 */
final class Mentors {
    private static final int CANDIDATES = 12;
    private static final int ADDED_PER_MENTEE = 8;

    /** @param mentorOf mentee → mentor, -1 if left over */
    record Found(int[] mentorOf, long total, long bound, int solves) {}

    private final char[][] scores;
    private final int[] capacity;
    private final int mentees;
    private final int mentors;
    /** What having a mentor is worth beyond its score: more than all scores can win back. */
    private final long matched;

    private final BitSet[] candidates;
    private final long[] price;
    private int[] mentorOf;
    private int solves;

    /** @param scores for each mentee (a row), how well they suit each mentor */
    Mentors(char[][] scores, int[] capacity) {
        this.scores = scores;
        this.capacity = capacity;
        this.mentees = scores.length;
        this.mentors = capacity.length;
        int most =
                (int) Math.min(mentees, Arrays.stream(capacity).asLongStream().sum());
        this.matched = (long) Table.highest(scores) * most + 1;
        this.candidates = new BitSet[mentees];
        this.price = new long[mentors];
        this.mentorOf = new int[mentees];
        Arrays.fill(mentorOf, -1);
    }

    Found find() {
        if (mentees == 0 || mentors == 0) {
            return new Found(mentorOf, 0, 0, 0);
        }
        Shortlist best = Shortlist.of(mentees, mentors, CANDIDATES, mentees, (mentee, list) -> {
            char[] row = scores[mentee];
            for (int mentor = 0; mentor < mentors; mentor++) {
                if (row[mentor] != Table.NEVER && capacity[mentor] > 0) {
                    list.offer(mentee, row[mentor], mentor);
                }
            }
        });
        for (int mentee = 0; mentee < mentees; mentee++) {
            candidates[mentee] = new BitSet(mentors);
            for (int mentor : best.of(mentee)) {
                candidates[mentee].set(mentor);
            }
        }
        do {
            solve();
        } while (addHelpful());
        long total = 0;
        int with = 0;
        for (int mentee = 0; mentee < mentees; mentee++) {
            if (mentorOf[mentee] >= 0) {
                total += scores[mentee][mentorOf[mentee]];
                with++;
            }
        }
        return new Found(mentorOf, total, bound() - with * matched, solves);
    }

    /** What a mentee would gain beyond the price of a mentor's place. */
    private long gain(int mentee, int mentor) {
        return matched + scores[mentee][mentor] - price[mentor];
    }

    private long bestGain(int mentee) {
        long best = 0;
        BitSet known = candidates[mentee];
        for (int mentor = known.nextSetBit(0); mentor >= 0; mentor = known.nextSetBit(mentor + 1)) {
            best = Math.max(best, gain(mentee, mentor));
        }
        return best;
    }

    /**
     * Costs are counted from the known prices, so that a new solve has only to repair what new candidates change. Being
     * left over is a way of its own, so there is always a solution.
     */
    private void solve() {
        solves++;
        Links flow = Links.directed(mentees + mentors + 1);
        int end = mentees + mentors;
        for (int mentor = 0; mentor < mentors; mentor++) {
            flow.link(mentees + mentor, end, -price[mentor]);
        }
        for (int mentee = 0; mentee < mentees; mentee++) {
            long best = bestGain(mentee);
            flow.link(mentee, end, best);
            BitSet known = candidates[mentee];
            for (int mentor = known.nextSetBit(0); mentor >= 0; mentor = known.nextSetBit(mentor + 1)) {
                flow.link(mentee, mentees + mentor, best - gain(mentee, mentor));
            }
        }
        var algorithm = new CapacityScalingMinimumCostFlow<Integer, Integer>(1);
        Map<Integer, Double> flows = algorithm
                .getMinimumCostFlow(new MinimumCostFlowProblemImpl<>(
                        flow,
                        vertex -> vertex < mentees ? 1 : vertex == end ? -mentees : 0,
                        edge -> edge < mentors ? capacity[edge] : 1))
                .getFlowMap();
        int[] found = new int[mentees];
        Arrays.fill(found, -1);
        flows.forEach((edge, units) -> {
            if (edge >= mentors && units > 0.5 && flow.to(edge) != end) {
                found[flow.from(edge)] = flow.to(edge) - mentees;
            }
        });
        mentorOf = found;
        Map<Integer, Double> potentials = algorithm.getDualSolution();
        long atEnd = potential(potentials, end);
        for (int mentor = 0; mentor < mentors; mentor++) {
            price[mentor] = Math.max(0, price[mentor] + potential(potentials, mentees + mentor) - atEnd);
        }
    }

    private static long potential(Map<Integer, Double> potentials, int vertex) {
        Double potential = potentials.get(vertex);
        return potential == null ? 0 : Math.round(potential);
    }

    private boolean addHelpful() {
        Shortlist better = Shortlist.of(mentees, mentors, ADDED_PER_MENTEE, mentees, (mentee, list) -> {
            char[] row = scores[mentee];
            long best = bestGain(mentee);
            for (int mentor = 0; mentor < mentors; mentor++) {
                if (row[mentor] != Table.NEVER
                        && matched + row[mentor] - price[mentor] > best
                        && capacity[mentor] > 0) {
                    list.offer(mentee, gain(mentee, mentor), mentor);
                }
            }
        });
        boolean added = false;
        for (int mentee = 0; mentee < mentees; mentee++) {
            for (int mentor : better.of(mentee)) {
                candidates[mentee].set(mentor);
                added = true;
            }
        }
        return added;
    }

    /** Asked once no other mentor can help, when the best gain among the candidates is the best among all. */
    private long bound() {
        long bound = 0;
        for (int mentor = 0; mentor < mentors; mentor++) {
            bound += capacity[mentor] * price[mentor];
        }
        for (int mentee = 0; mentee < mentees; mentee++) {
            bound += bestGain(mentee);
        }
        return bound;
    }
}
