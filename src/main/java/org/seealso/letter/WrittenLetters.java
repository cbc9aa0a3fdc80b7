package org.seealso.letter;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Letters that have left, found again by what comes back: an answer's key, a bounce's key, a Message-ID. */
@Component
@Transactional
public class WrittenLetters {
    private final LetterRepository letters;
    private final ApplicationEventPublisher events;

    WrittenLetters(LetterRepository letters, ApplicationEventPublisher events) {
        this.letters = letters;
        this.events = events;
    }

    /**
     * A letter as far as what comes back needs it.
     *
     * @param linkId the form it asks for, if it asks for one that can be answered by reply or by its link
     * @param asked that form's questions as the letter numbered them (JSON of form.Question), if it offered to reply
     */
    public record Written(
            UUID id,
            String program,
            String name,
            String deployment,
            String label,
            String address,
            String subject,
            @Nullable UUID personId,
            @Nullable UUID participantId,
            @Nullable UUID mentorshipId,
            @Nullable UUID linkId,
            @Nullable String asked) {}

    public Optional<Written> byReplyKey(String key) {
        return letters.written("reply_hash", Keys.hash(key));
    }

    public Optional<Written> byBounceKey(String key) {
        return letters.written("bounce_hash", Keys.hash(key));
    }

    /** A Message-ID is in every copy and every forward: it says what a message is about, and allows nothing. */
    public Optional<Written> byMessageId(String id) {
        return letters.written("message_id", id);
    }

    public Optional<Written> letter(UUID id) {
        return letters.written("id", id);
    }

    /** Gives a letter that came back to a person, once; a conduct letter to the conduct handlers. */
    public void cameBack(Written letter, String reason) {
        if (letters.cameBack(letter.id(), reason)) {
            events.publishEvent(new LetterUndeliverable(
                    letter.id(),
                    letter.personId(),
                    letter.participantId(),
                    letter.program(),
                    letter.label(),
                    letter.name(),
                    reason,
                    false));
        }
    }

    /** Remembers that a letter came back for now; how many of the same form's letters have, this one included. */
    public int cameBackForNow(Written letter) {
        return letters.cameBackForNow(letter.id(), letter.linkId());
    }
}
