package org.seealso.rehearsal;

import org.jspecify.annotations.Nullable;

/** A rehearsal that cannot take place; the message says why and what to do. */
public final class RehearsalRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RehearsalRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
