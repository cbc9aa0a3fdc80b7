package org.seealso.undelivered;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.engine.Facts;
import org.seealso.letter.Letters;
import org.seealso.people.Participants;
import org.seealso.people.People;
import org.seealso.people.Person;
import org.springframework.stereotype.Component;

@Component
class SendLetterAgainDelegate implements JavaDelegate {
    private final Letters letters;
    private final Answers answers;
    private final Participants participants;
    private final People people;

    SendLetterAgainDelegate(Letters letters, Answers answers, Participants participants, People people) {
        this.letters = letters;
        this.answers = answers;
        this.participants = participants;
        this.people = people;
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
        corrected.or(() -> reader.map(Person::email)).ifPresent(address -> letters.resend(letter, address));
    }
}
