package org.seealso.letter;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Letters nobody needs to take part ({@code optional: true}), and who would rather not get them. */
@Component
@Transactional
public class OptionalLetters {
    private final LetterRepository letters;
    private final Clock clock;

    OptionalLetters(LetterRepository letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    public void stop(UUID personId, String program) {
        letters.stopOptional(personId, program, clock.instant());
    }

    public void sendAgain(UUID personId, String program) {
        letters.sendOptional(personId, program);
    }

    public boolean wanted(UUID personId, String program) {
        return letters.wantsOptional(personId, program);
    }
}
