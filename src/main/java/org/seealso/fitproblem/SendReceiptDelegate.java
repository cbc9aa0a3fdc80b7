package org.seealso.fitproblem;

import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendReceiptDelegate implements JavaDelegate {
    private final Answers answers;
    private final Participants participants;
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    SendReceiptDelegate(Answers answers, Participants participants, ParticipantLetters letters, PublishedRules rules) {
        this.answers = answers;
        this.participants = participants;
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Subject subject = answers.subject(facts.id("submissionId")).orElseThrow();
        Participant raiser = participants.participant(Objects.requireNonNull(subject.participantId()));
        facts.set("applicationId", raiser.id());
        facts.set("label", raiser.person().name());
        Optional.ofNullable(subject.mentorshipId()).ifPresent(id -> facts.set("mentorshipId", id));
        letters.write(
                "fit-problem-received",
                new Under(rules.deploymentOf(facts.definition()), facts.text("program")),
                raiser.id());
    }
}
