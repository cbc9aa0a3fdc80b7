package org.seealso.letter;

/** A letter cannot be written; the message names the letter and says what is wrong with it. */
public class LetterFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LetterFault(String letter, String fault) {
        super("Letter " + letter + ": " + fault);
    }
}
