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

    /** Somebody's wish, which nobody has approved yet. */
    static Publication wished(UUID id, String fingerprint, Wish wish, Instant at) {
        return new Publication(
                id,
                fingerprint,
                wish.author(),
                wish.reason(),
                at,
                null,
                null,
                wish.rehearsal(),
                wish.forcedWhy(),
                null,
                null,
                null,
                null);
    }

    /** What a start does by itself. */
    static Publication byAStart(UUID id, String fingerprint, String reason, Instant at) {
        return wished(id, fingerprint, new Wish(START, reason, null, null), at).approved(START, at);
    }

    /** The same rules once more, on the grounds they had, to get rid of the number that followed them. */
    Publication again(UUID freshId, int insteadOf, String who, String why, Instant now) {
        return new Publication(
                freshId,
                fingerprint,
                who,
                why.strip(),
                now,
                who,
                now,
                rehearsal,
                forcedWhy,
                insteadOf,
                null,
                null,
                null);
    }

    private Publication approved(String by, Instant when) {
        return new Publication(
                id,
                fingerprint,
                author,
                reason,
                at,
                by,
                when,
                rehearsal,
                forcedWhy,
                takenBackOf,
                number,
                deployment,
                publishedAt);
    }

    Publication live(int asNumber, String inDeployment, Instant since) {
        return new Publication(
                id,
                fingerprint,
                author,
                reason,
                at,
                approvedBy,
                approvedAt,
                rehearsal,
                forcedWhy,
                takenBackOf,
                asNumber,
                inDeployment,
                since);
    }

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
