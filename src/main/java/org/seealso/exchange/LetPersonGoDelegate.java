package org.seealso.exchange;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class LetPersonGoDelegate implements JavaDelegate {
    private final BroughtAlong people;
    private final PublishedRules rules;

    LetPersonGoDelegate(BroughtAlong people, PublishedRules rules) {
        this.people = people;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        people.letGo(
                facts.id("applicationId"), new Under(rules.deploymentOf(facts.definition()), facts.text("program")));
    }
}
