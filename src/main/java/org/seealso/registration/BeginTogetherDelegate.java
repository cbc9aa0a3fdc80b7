package org.seealso.registration;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class BeginTogetherDelegate implements JavaDelegate {
    private final Registrations registrations;
    private final PublishedRules rules;

    BeginTogetherDelegate(Registrations registrations, PublishedRules rules) {
        this.registrations = registrations;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        registrations.begin(
                facts.id("mentorshipId"), rules.row(rules.deploymentOf(facts.definition()), facts.text("program")));
    }
}
