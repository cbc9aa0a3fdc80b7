package org.seealso.reply;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom and what a message is about, as far as we can tell.
 *
 * @param letterId the letter whose key it carries; null if it carries none
 * @param label what the task's list shows
 */
record Arrival(
        String program,
        String label,
        @Nullable UUID personId,
        @Nullable UUID participantId,
        @Nullable UUID mentorshipId,
        @Nullable UUID cohortId,
        @Nullable UUID letterId) {}
