package org.seealso.rules;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A set of rules somebody wanted to be live, from the wish on.
 *
 * @param forcedWhy why it was published without a rehearsal
 * @param takenBackOf the number this publication took back
 * @param number given when it was published
 */
public record Publication(
        UUID id,
        String fingerprint,
        String author,
        String reason,
        Instant at,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable UUID rehearsal,
        @Nullable String forcedWhy,
        @Nullable Integer takenBackOf,
        @Nullable Integer number,
        @Nullable String deployment,
        @Nullable Instant publishedAt) {
    /** The author of what a start published by itself. */
    public static final String START = "start";

    public boolean isPublished() {
        return number != null;
    }

    public boolean isApproved() {
        return approvedBy != null;
    }

    /**
     * What somebody wants published, and on what grounds.
     *
     * @param rehearsal a finished rehearsal of exactly these files
     * @param forcedWhy why it may be published without one
     */
    public record Wish(
            String author,
            String reason,
            @Nullable UUID rehearsal,
            @Nullable String forcedWhy) {
        public Wish {
            reason = reason.strip();
            forcedWhy = forcedWhy == null || forcedWhy.isBlank() ? null : forcedWhy.strip();
        }
    }
}
