package org.seealso.command;

import org.jspecify.annotations.Nullable;

/** SeeAlso cannot start; the message says why and what to do, for the person at the keyboard. */
final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
        this(message, null);
    }

    CannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
