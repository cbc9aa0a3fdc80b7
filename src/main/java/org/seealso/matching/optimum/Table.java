package org.seealso.matching.optimum;

import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Scores asked once and kept in two bytes each: 100 MB for every pair of 10,000 people. Filled by all cores; each score
 * has its own place, so the table never depends on which core was first.
 */
final class Table {
    /** In place of a score: the pair is forbidden. */
    static final char NEVER = Character.MAX_VALUE;

    static final int HIGHEST_SCORE = 60_000;

    private Table() {}

    /** Row a holds the scores of a with everybody before a. */
    static char[][] ofPairs(int people, Scores scores) {
        return of(people, a -> a, scores::of);
    }

    static char[][] of(int rows, IntUnaryOperator width, IntBinaryOperator score) {
        char[][] table = new char[rows][];
        IntStream.range(0, rows).parallel().forEach(row -> {
            char[] line = new char[width.applyAsInt(row)];
            for (int column = 0; column < line.length; column++) {
                line[column] = checked(score.applyAsInt(row, column));
            }
            table[row] = line;
        });
        return table;
    }

    private static char checked(int score) {
        if (score == Scores.FORBIDDEN) {
            return NEVER;
        }
        if (score < 0 || score > HIGHEST_SCORE) {
            throw new IllegalArgumentException("A score must be 0 to " + HIGHEST_SCORE + ", not " + score);
        }
        return (char) score;
    }

    static int highest(char[][] table) {
        return IntStream.range(0, table.length)
                .parallel()
                .map(row -> {
                    int highest = 0;
                    for (char score : table[row]) {
                        highest = score != NEVER && score > highest ? score : highest;
                    }
                    return highest;
                })
                .max()
                .orElse(0);
    }
}
