package org.seealso.matching;

/** Why something about matches can't be done, in a sentence for the coordinator. Nothing was changed. */
public class MatchesRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    MatchesRefused(String sentence) {
        super(sentence);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
