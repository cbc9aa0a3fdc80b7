package org.seealso.fitproblem;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendNoteOfRecordDelegate implements JavaDelegate {
    private final ParticipantLetters letters;
    private final PublishedRules rules;
    private final FitProblems problems;

    SendNoteOfRecordDelegate(ParticipantLetters letters, PublishedRules rules, FitProblems problems) {
        this.letters = letters;
        this.rules = rules;
        this.problems = problems;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        String note = problems.written(facts.execution().getProcessInstanceId(), "mediate", "memberNote");
        letters.write(
                "fit-problem-recorded",
                under,
                facts.id("applicationId"),
                facts.idOrNull("mentorshipId"),
                Map.of("note", note),
                null,
                List.of());
    }
}
