package org.seealso.undelivered;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.emailedform.AnsweredByReply;
import org.seealso.engine.Facts;
import org.seealso.letter.Letters;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.letter.WrittenLetters;
import org.seealso.letter.WrittenLetters.Written;
import org.seealso.people.Participants;
import org.seealso.people.People;
import org.seealso.people.Person;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendLetterAgainDelegate implements JavaDelegate {
    private final Letters outbox;
    private final Answers answers;
    private final Participants participants;
    private final People people;
    private final WrittenLetters written;
    private final AnsweredByReply forms;
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    SendLetterAgainDelegate(
            Letters outbox,
            Answers answers,
            Participants participants,
            People people,
            WrittenLetters written,
            AnsweredByReply forms,
            ParticipantLetters letters,
            PublishedRules rules) {
        this.outbox = outbox;
        this.answers = answers;
        this.participants = participants;
        this.people = people;
        this.written = written;
        this.forms = forms;
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Optional<Person> reader = facts.maybeId("applicationId")
                .map(id -> participants.participant(id).person());
        Optional<String> corrected = answers.ofProcess(execution.getProcessInstanceId(), "reach-person").stream()
                .filter(answer -> answer.field().equals("newAddress"))
                .map(Answer::shown)
                .filter(address -> !address.isBlank())
                .findFirst();
        // The next letters must arrive too, not only this one.
        reader.ifPresent(person -> corrected.ifPresent(address -> people.changeAddress(person.id(), address)));
        UUID letter = facts.id("letterId");
        corrected
                .or(() -> reader.map(Person::email))
                .filter(address -> !outbox.resend(letter, address))
                .ifPresent(address -> written.letter(letter).ifPresent(this::writeAnew));
    }

    /** It had left and came back, so we no longer know what it said: its form is asked for again, or they are told. */
    private void writeAnew(Written letter) {
        UUID form = letter.linkId();
        if (form != null && forms.askAgain(form)) {
            return;
        }
        UUID participant = letter.participantId();
        if (participant != null) {
            letters.write(
                    "came-back",
                    new Under(rules.current(), letter.program()),
                    participant,
                    Map.of("question", letter.subject()));
        }
    }
}
