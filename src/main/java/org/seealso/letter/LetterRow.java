package org.seealso.letter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A letter as the outbox keeps it. */
record LetterRow(
        UUID id,
        @Nullable UUID personId,
        @Nullable UUID participantId,
        @Nullable UUID mentorshipId,
        String program,
        String name,
        String deployment,
        String label,
        String address,
        String senderName,
        String replyTo,
        String subject,
        String text,
        String html,
        @Nullable String calendar,
        @Nullable String attachmentName,
        @Nullable String attachmentType,
        byte @Nullable [] attachment,
        String messageId,
        @Nullable String inReplyTo,
        boolean reminder,
        @Nullable String returnPath,
        @Nullable String unsubscribe,
        byte @Nullable [] replyHash,
        byte @Nullable [] bounceHash,
        @Nullable UUID linkId,
        @Nullable String asked,
        int attempts,
        int doubts) {

    /** REFUSED and UNKNOWN wait for a person; the others for the sender. SENDING for long means the sender died. */
    enum State {
        WAITING,
        SENDING,
        SENT,
        REFUSED,
        UNKNOWN
    }
}
