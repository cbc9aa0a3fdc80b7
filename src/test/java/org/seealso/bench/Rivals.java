package org.seealso.bench;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.seealso.matching.optimum.Scores;

/** What is usually done instead of looking for the optimum, over the same scores. */
final class Rivals {
    /** @param left how many have nobody; mentees only, where there are mentors */
    record Outcome(long total, int left) {}

    private record Wish(int score, int a, int b) {}

    private final int people;
    private final boolean mentoring;
    private final int[] places;
    private final boolean[] mentors;
    /** Score and 1, or 0 for a forbidden pair: a with everybody before. */
    private final char[][] scores;

    Rivals(int[] capacity, int people, Scores from) {
        this.people = people;
        this.mentoring = capacity.length > 0;
        this.places = mentoring
                ? IntStream.of(capacity).map(c -> Math.max(c, 1)).toArray()
                : IntStream.range(0, people).map(v -> 1).toArray();
        boolean[] mentor = new boolean[people];
        for (int v = 0; v < people; v++) {
            mentor[v] = mentoring && capacity[v] > 0;
        }
        this.mentors = mentor;
        this.scores = new char[people][];
        IntStream.range(0, people).parallel().forEach(a -> {
            char[] row = new char[a];
            for (int b = 0; b < a; b++) {
                row[b] = mentoring && mentor[a] == mentor[b] ? 0 : (char) (from.of(a, b) + 1);
            }
            scores[a] = row;
        });
    }

    private int score(int a, int b) {
        return a == b ? -1 : (a > b ? scores[a][b] : scores[b][a]) - 1;
    }

    /** The best partner with a free place, the first in order of application of equal ones; -1 if there is none. */
    private int best(int a, int[] free) {
        int best = -1;
        int most = -1;
        for (int b = 0; b < people; b++) {
            if (free[b] > 0) {
                int score = score(a, b);
                if (score > most) {
                    most = score;
                    best = b;
                }
            }
        }
        return best;
    }

    private Outcome outcome(long total, int[] free) {
        int left = (int) IntStream.range(0, people)
                .filter(v -> free[v] > 0 && !mentors[v])
                .count();
        return new Outcome(total, left);
    }

    /** The best pair of all, then the best of those who remain. */
    Outcome greedy() {
        int[] free = places.clone();
        PriorityQueue<Wish> wishes = new PriorityQueue<>(Comparator.comparingInt(Wish::score)
                .reversed()
                .thenComparing(Wish::a)
                .thenComparing(Wish::b));
        for (int a = 0; a < people; a++) {
            if (!mentors[a]) {
                wish(a, free, wishes);
            }
        }
        long total = 0;
        while (!wishes.isEmpty()) {
            Wish wish = wishes.remove();
            if (free[wish.a] == 0) {
                continue;
            }
            if (free[wish.b] == 0) {
                wish(wish.a, free, wishes);
                continue;
            }
            free[wish.a]--;
            free[wish.b]--;
            total += wish.score;
        }
        return outcome(total, free);
    }

    private void wish(int a, int[] free, PriorityQueue<Wish> wishes) {
        int b = best(a, free);
        if (b >= 0) {
            wishes.add(new Wish(score(a, b), a, b));
        }
    }

    /** Each in order of application takes the best who is still free. */
    Outcome byHand() {
        int[] free = places.clone();
        long total = 0;
        for (int a = 0; a < people; a++) {
            if (free[a] > 0 && !mentors[a]) {
                int b = best(a, free);
                if (b >= 0) {
                    free[a]--;
                    free[b]--;
                    total += score(a, b);
                }
            }
        }
        return outcome(total, free);
    }

    /**
     * Deferred acceptance: everybody without a partner asks down their list; who is asked keeps the best they have been
     * asked by, of equal ones who asked first, and turns the others away, for good.
     */
    Outcome deferred() {
        int[][] kept = new int[people][];
        int[] count = new int[people];
        for (int v = 0; v < people; v++) {
            kept[v] = new int[places[v]];
        }
        int[] asked = new int[people];
        int[][] lists = new int[people][];
        PriorityQueue<Integer> asking = new PriorityQueue<>();
        IntStream.range(0, people).filter(v -> !mentors[v]).forEach(asking::add);
        while (!asking.isEmpty()) {
            int a = asking.remove();
            if (!mentoring && count[a] > 0) {
                continue;
            }
            if (lists[a] == null || asked[a] == lists[a].length) {
                lists[a] = nextChoices(a, lists[a] == null ? -1 : lists[a][lists[a].length - 1]);
                asked[a] = 0;
                if (lists[a].length == 0) {
                    continue;
                }
            }
            int b = lists[a][asked[a]++];
            int worst = worst(b, kept[b], count[b]);
            if (count[b] < places[b]) {
                kept[b][count[b]++] = a;
            } else if (score(b, kept[b][worst]) < score(b, a)) {
                int away = kept[b][worst];
                kept[b][worst] = a;
                if (!mentoring) {
                    // Who was asked earlier may be free by now.
                    count[away] = 0;
                    lists[away] = null;
                }
                asking.add(away);
            } else {
                asking.add(a);
                continue;
            }
            if (!mentoring) {
                // Among peers a partner is a partner: whoever asks leaves nobody else waiting.
                kept[a][0] = b;
                count[a] = 1;
            }
        }
        long total = 0;
        int[] free = places.clone();
        for (int b = 0; b < people; b++) {
            for (int i = 0; i < count[b] && (mentoring ? mentors[b] : kept[b][0] < b); i++) {
                total += score(b, kept[b][i]);
                free[b]--;
                free[kept[b][i]]--;
            }
        }
        return outcome(total, free);
    }

    private int worst(int b, int[] kept, int count) {
        int worst = 0;
        for (int i = 1; i < count; i++) {
            worst = score(b, kept[i]) < score(b, kept[worst]) ? i : worst;
        }
        return worst;
    }

    /** The next of somebody's list after the last one asked: the best first, of equal ones in order of application. */
    private int[] nextChoices(int a, int last) {
        int after = last < 0 ? Integer.MAX_VALUE : score(a, last);
        PriorityQueue<Wish> best = new PriorityQueue<>(
                Comparator.comparingInt(Wish::score).thenComparing(Wish::b, Comparator.reverseOrder()));
        for (int b = 0; b < people; b++) {
            int score = score(a, b);
            if (score >= 0 && (score < after || score == after && b > last)) {
                best.add(new Wish(score, a, b));
                if (best.size() > 100) {
                    best.remove();
                }
            }
        }
        int[] next = new int[best.size()];
        for (int i = next.length - 1; i >= 0; i--) {
            next[i] = best.remove().b;
        }
        return next;
    }
}
