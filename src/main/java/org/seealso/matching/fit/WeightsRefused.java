package org.seealso.matching.fit;

/** What is wrong with match-weights.dmn, in a sentence for a coordinator that says what to do. */
public final class WeightsRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    WeightsRefused(String sentence) {
        super(sentence);
    }

    /** A cell the table's own column type refuses, such as a text where a number must stand. */
    public static WeightsRefused unreadable(RuntimeException why) {
        String detail = String.valueOf(why.getMessage())
                .replaceFirst("^DMN-\\d+\\s*", "")
                .strip();
        return new WeightsRefused("A cell of match-weights.dmn can't be used: " + detail
                + (detail.endsWith(".") ? "" : ".") + " Every weight is a number from 0 to 1000. Correct it in"
                + " match-weights.dmn, restart SeeAlso and find the matches again.");
    }
}
