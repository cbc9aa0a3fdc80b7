package org.seealso.checkin;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendIntroductionDelegate implements JavaDelegate {
    private final ParticipantLetters letters;
    private final PublishedRules rules;
    private final Answers answers;

    SendIntroductionDelegate(ParticipantLetters letters, PublishedRules rules, Answers answers) {
        this.letters = letters;
        this.rules = rules;
        this.answers = answers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        String note = answers.ofProcess(facts.execution().getProcessInstanceId(), "introduce").stream()
                .filter(answer -> answer.field().equals("note"))
                .map(Answer::shown)
                .reduce("", (first, second) -> second);
        letters.write(
                "introduction",
                under,
                facts.id("applicationId"),
                facts.id("mentorshipId"),
                Map.of("note", note),
                null,
                List.of());
    }
}
