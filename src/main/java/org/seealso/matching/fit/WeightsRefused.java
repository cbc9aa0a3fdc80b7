package org.seealso.matching.fit;

/** What is wrong with match-weights.dmn, in a sentence for a coordinator that says what to do. */
public final class WeightsRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    WeightsRefused(String sentence) {
        super(sentence);
    }
}
