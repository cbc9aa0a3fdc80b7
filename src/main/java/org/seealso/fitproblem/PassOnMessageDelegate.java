package org.seealso.fitproblem;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class PassOnMessageDelegate implements JavaDelegate {
    private final ParticipantLetters letters;
    private final PublishedRules rules;
    private final FitProblems problems;

    PassOnMessageDelegate(ParticipantLetters letters, PublishedRules rules, FitProblems problems) {
        this.letters = letters;
        this.rules = rules;
        this.problems = problems;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        FitProblems.Raised raised = problems.raised(facts.id("submissionId"));
        Map<String, String> values = Map.of(
                "label", raised.by().person().firstName(),
                "note", problems.written(raised, "first-talk", "message"));
        for (UUID partner : raised.partners()) {
            letters.write("partner-message", under, partner, facts.id("mentorshipId"), values, null, List.of());
        }
    }
}
