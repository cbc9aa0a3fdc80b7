package org.seealso.confidence;

/** The key to the conduct reports is missing or another one; the message says so to whoever starts SeeAlso. */
final class KeyTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyTrouble(String sentence) {
        super(sentence);
    }
}
