package org.seealso.conduct;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class RemindHandlersDelegate implements JavaDelegate {
    private final ConductLetters letters;
    private final PublishedRules rules;

    RemindHandlersDelegate(ConductLetters letters, PublishedRules rules) {
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        letters.toHandlers(new Under(rules.deploymentOf(facts.definition()), facts.text("program")), true);
    }
}
