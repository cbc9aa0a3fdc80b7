package org.seealso.rules.difference;

/** Told apart by sign and word, never by colour alone. */
public enum Kind {
    ADDED("+", "new"),
    REMOVED("−", "gone"),
    CHANGED("≠", "changed");

    private final String sign;
    private final String word;

    Kind(String sign, String word) {
        this.sign = sign;
        this.word = word;
    }

    public String sign() {
        return sign;
    }

    public String word() {
        return word;
    }
}
