package org.seealso.admission;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class AcceptApplicationDelegate implements JavaDelegate {
    private final Applications applications;
    private final PublishedRules rules;

    AcceptApplicationDelegate(Applications applications, PublishedRules rules) {
        this.applications = applications;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        applications.accept(
                facts.id("applicationId"), rules.row(rules.deploymentOf(facts.definition()), facts.text("program")));
    }
}
