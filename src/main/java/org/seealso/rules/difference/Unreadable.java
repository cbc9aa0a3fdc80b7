package org.seealso.rules.difference;

/** A file is not what its ending says. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(Throwable cause) {
        super(cause);
    }
}
