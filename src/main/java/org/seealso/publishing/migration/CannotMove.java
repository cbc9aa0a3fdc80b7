package org.seealso.publishing.migration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mentorship stays where it was; the message says why and what to do. */
final class CannotMove extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Stuck> stuck;

    /**
     * A place the new rules have no room for.
     *
     * @param why in words
     */
    record Stuck(String process, String place, String from, String to, String why) {}

    CannotMove(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.stuck = List.of();
    }

    CannotMove(List<Stuck> stuck, Throwable cause) {
        super(
                String.join(" ", stuck.stream().map(Stuck::why).distinct().toList())
                        + " Choose where to go on, or leave it where it is.",
                cause);
        this.stuck = List.copyOf(stuck);
    }

    List<Stuck> stuck() {
        return stuck;
    }

    String inWords() {
        return String.valueOf(getMessage());
    }
}
