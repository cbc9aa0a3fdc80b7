package org.seealso.letter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter needs a person: its address is refused, nobody knows whether it arrived, or no mail server answers.
 * Published in the transaction that writes this down; a listener's work is kept or lost with it.
 *
 * @param name the letter, so that a listener can keep a conduct letter from the coordinators
 * @param label the reader's name, or the letter's where there is no person
 * @param reason a phrase for people, without personal data
 * @param everyLetter true once per outage, when no letter gets out; this one is the first that waits
 */
public record LetterUndeliverable(
        UUID letterId,
        @Nullable UUID personId,
        @Nullable UUID participantId,
        String program,
        String label,
        String name,
        String reason,
        boolean everyLetter) {}
