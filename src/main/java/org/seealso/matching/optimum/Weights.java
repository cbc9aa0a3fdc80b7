package org.seealso.matching.optimum;

/**
 * The scores as one table in which leaving somebody over costs more than any scores can win back. A forbidden pair then
 * means "both left over", so everybody is always in some pair and one exact method finds the fewest left over first and
 * the best total second. An odd head-count gets an empty place at the end; whoever is paired with it is left over.
 */
final class Weights {
    private final int people;
    private final int places;
    private final char[][] scores;
    private final long leftOver;

    Weights(int people, Scores from) {
        this.people = people;
        this.places = people;
        this.scores = Table.ofPairs(people, from);
        // A solution has at most people / 2 + 2 pairs, three of them in the trio.
        this.leftOver = (long) Table.highest(scores) * (people / 2 + 2) + 1;
    }

    private Weights(Weights other, int places) {
        this.people = other.people;
        this.places = places;
        this.scores = other.scores;
        this.leftOver = other.leftOver;
    }

    Weights withEmptyPlace(boolean emptyPlace) {
        return new Weights(this, emptyPlace ? people + 1 : people);
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
        return weight(a > b ? scores[a][b] : scores[b][a]);
    }

    long weight(char score) {
        return score == Table.NEVER ? -2 * leftOver : score;
    }

    /** The scores of a with everybody before a, as {@link Table} keeps them. */
    char[] row(int a) {
        return scores[a];
    }

    int score(int a, int b) {
        char score = a > b ? scores[a][b] : scores[b][a];
        return score == Table.NEVER ? Scores.FORBIDDEN : score;
    }
}
