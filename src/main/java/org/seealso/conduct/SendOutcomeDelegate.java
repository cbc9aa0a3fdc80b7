package org.seealso.conduct;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendOutcomeDelegate implements JavaDelegate {
    private final ConductLetters letters;
    private final PublishedRules rules;

    SendOutcomeDelegate(ConductLetters letters, PublishedRules rules) {
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        letters.toReporter(
                "conduct-outcome",
                new Under(rules.deploymentOf(facts.definition()), facts.text("program")),
                facts.id("submissionId"));
    }
}
