package org.seealso.rules;

/** Asked for a program that has no row; the message is a sentence for people. */
public final class UnknownProgram extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownProgram(String program) {
        super("There is no program called \"" + program + "\" here.");
    }
}
