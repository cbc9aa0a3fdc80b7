package org.seealso.answer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an answer is about: any of these may be absent. */
public record Subject(
        @Nullable UUID personId,
        @Nullable UUID participantId,
        @Nullable UUID mentorshipId,
        @Nullable UUID cohortId,
        @Nullable String processInstance) {}
