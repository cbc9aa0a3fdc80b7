package org.seealso.matching.optimum;

/**
 * The scores as one table in which leaving somebody over costs more than any scores can win back. A forbidden pair then
 * means "both left over", so everybody is always in some pair and one exact method finds the fewest left over first and
 * the best total second. An odd head-count gets an empty place at the end; whoever is paired with it is left over.
 */
final class Weights {
    private final int people;
    private final int places;
    private final int[] scores;
    private final long leftOver;

    Weights(int people, boolean emptyPlace, Scores from) {
        this.people = people;
        this.places = emptyPlace ? people + 1 : people;
        this.scores = new int[Math.multiplyExact(people, Math.max(people - 1, 0)) / 2];
        int highest = 0;
        for (int b = 1; b < people; b++) {
            for (int a = 0; a < b; a++) {
                int score = from.of(a, b);
                scores[b * (b - 1) / 2 + a] = score;
                highest = Math.max(highest, score);
            }
        }
        this.leftOver = (long) highest * (people + 3) + 1;
    }

    private Weights(Weights other, boolean emptyPlace) {
        this.people = other.people;
        this.places = emptyPlace ? people + 1 : people;
        this.scores = other.scores;
        this.leftOver = other.leftOver;
    }

    Weights withEmptyPlace(boolean emptyPlace) {
        return new Weights(this, emptyPlace);
    }

    /** People, and the empty place if there is one. */
    int places() {
        return places;
    }

    int people() {
        return people;
    }

    /** What one person left over costs. */
    long leftOver() {
        return leftOver;
    }

    boolean allowed(int a, int b) {
        return a < people && b < people && score(a, b) >= 0;
    }

    long of(int a, int b) {
        if (a >= people || b >= people) {
            return -leftOver;
        }
        int score = score(a, b);
        return score < 0 ? -2 * leftOver : score;
    }

    int score(int a, int b) {
        return a < b ? scores[b * (b - 1) / 2 + a] : scores[a * (a - 1) / 2 + b];
    }
}
