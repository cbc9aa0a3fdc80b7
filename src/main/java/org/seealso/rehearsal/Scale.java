package org.seealso.rehearsal;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Five shades from pale to dark blue, which everybody can tell apart; a shade stands for a range of counts, and the
 * ranges grow, because one step walked a thousand times must not bleach all the others.
 */
record Scale(int most) {
    static final int SHADES = 5;

    /** 0 for nothing, then 1 (palest) to {@link #SHADES}. */
    int shade(int count) {
        return (int) IntStream.rangeClosed(1, SHADES)
                .filter(shade -> count >= least(shade))
                .count();
    }

    /** The ranges, palest first, for a legend. */
    List<Range> ranges() {
        return IntStream.rangeClosed(1, Math.min(SHADES, Math.max(1, most)))
                .mapToObj(shade -> {
                    int top = shade == SHADES ? Math.max(most, least(shade)) : least(shade + 1) - 1;
                    return new Range(shade, words(least(shade), Math.min(top, Math.max(most, least(shade)))));
                })
                .toList();
    }

    /** At least one apart, so that each shade stands for something. */
    private int least(int shade) {
        return Math.max(shade, (int) Math.round(Math.pow(Math.max(most, 1), (shade - 1) / (double) SHADES)));
    }

    private static String words(int from, int to) {
        return from == to ? Wording.number(from) : Wording.number(from) + " – " + Wording.number(to);
    }

    record Range(int shade, String words) {}
}
