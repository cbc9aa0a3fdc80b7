package org.seealso.conduct;

import java.util.Map;
import java.util.UUID;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.letter.Letters;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letters around a conduct report; none says what the report says (A13). */
@Component
@Transactional
class ConductLetters {
    private final Answers answers;
    private final ParticipantLetters letters;
    private final Letters outbox;
    private final PublishedRules rules;

    ConductLetters(Answers answers, ParticipantLetters letters, Letters outbox, PublishedRules rules) {
        this.answers = answers;
        this.letters = letters;
        this.outbox = outbox;
        this.rules = rules;
    }

    void toReporter(String letter, Under under, UUID submission) {
        answers.subject(submission)
                .map(Subject::participantId)
                .ifPresent(reporter -> letters.write(letter, under, reporter));
    }

    /** Tells every conduct handler of the row that a report waits in Tasklist. */
    void toHandlers(Under under, boolean reminder) {
        String handlers = rules.row(under.deployment(), under.program()).conductHandlers();
        for (String address : handlers.split(",")) {
            outbox.writeTo(
                    "conduct-reminder",
                    under.deployment(),
                    under.program(),
                    address.strip(),
                    Map.of("reminder", reminder));
        }
    }
}
