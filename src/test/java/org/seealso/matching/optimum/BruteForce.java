package org.seealso.matching.optimum;

import java.util.List;

/** The best result by trying everything: only for a few people. */
final class BruteForce {
    private BruteForce() {}

    /** Fewer left over are better, then more points. */
    record Best(int left, long total) {
        Best orBetter(Best other) {
            return other.left < left || other.left == left && other.total > total ? other : this;
        }

        Best plus(int more, long points) {
            return new Best(left + more, total + points);
        }

        boolean noWorseThan(Best other) {
            return orBetter(other).equals(this);
        }
    }

    static Best of(Problem problem) {
        boolean[] free = new boolean[problem.people()];
        int[] places = new int[problem.people()];
        boolean mentoring = problem.shape() == Shape.MENTOR;
        int left = 0;
        long points = 0;
        for (int v = 0; v < free.length; v++) {
            places[v] = mentoring ? problem.capacity().get(v) : 0;
            free[v] = places[v] == 0;
        }
        for (List<Integer> group : problem.locked()) {
            for (int a : group) {
                free[a] = false;
                for (int b : group) {
                    points += a < b ? Math.max(0, problem.scores().of(a, b)) : 0;
                }
            }
            places[group.get(0)]--;
        }
        for (int v : problem.out()) {
            left += free[v] ? 1 : 0;
            free[v] = false;
            places[v] = 0;
        }
        Best rest = mentoring ? mentors(problem, 0, free, places) : peers(problem, free, true);
        return rest.plus(left, points);
    }

    private static Best mentors(Problem problem, int from, boolean[] free, int[] places) {
        int mentee = from;
        while (mentee < free.length && !free[mentee]) {
            mentee++;
        }
        if (mentee == free.length) {
            return new Best(0, 0);
        }
        Best best = mentors(problem, mentee + 1, free, places).plus(1, 0);
        for (int mentor = 0; mentor < places.length; mentor++) {
            int score = problem.scores().of(mentor, mentee);
            if (places[mentor] > 0 && score >= 0) {
                places[mentor]--;
                best = best.orBetter(mentors(problem, mentee + 1, free, places).plus(0, score));
                places[mentor]++;
            }
        }
        return best;
    }

    /** The first of those who are free is left over, in a pair, or in the one trio. */
    private static Best peers(Problem problem, boolean[] free, boolean trioLeft) {
        int a = 0;
        while (a < free.length && !free[a]) {
            a++;
        }
        if (a == free.length) {
            return new Best(0, 0);
        }
        Scores scores = problem.scores();
        free[a] = false;
        Best best = peers(problem, free, trioLeft).plus(1, 0);
        for (int b = a + 1; b < free.length; b++) {
            if (!free[b] || scores.of(a, b) < 0) {
                continue;
            }
            free[b] = false;
            best = best.orBetter(peers(problem, free, trioLeft).plus(0, scores.of(a, b)));
            for (int c = b + 1; trioLeft && c < free.length; c++) {
                if (free[c] && scores.of(a, c) >= 0 && scores.of(b, c) >= 0) {
                    free[c] = false;
                    long points = (long) scores.of(a, b) + scores.of(a, c) + scores.of(b, c);
                    best = best.orBetter(peers(problem, free, false).plus(0, points));
                    free[c] = true;
                }
            }
            free[b] = true;
        }
        free[a] = true;
        return best;
    }
}
