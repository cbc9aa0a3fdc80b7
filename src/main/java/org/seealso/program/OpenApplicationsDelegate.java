package org.seealso.program;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class OpenApplicationsDelegate implements JavaDelegate {
    private final ProgramCohorts cohorts;

    private final PublishedRules rules;

    OpenApplicationsDelegate(ProgramCohorts cohorts, PublishedRules rules) {
        this.rules = rules;
        this.cohorts = cohorts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        cohorts.open(facts.id("cohortId"), rules.row(rules.deploymentOf(facts.definition()), facts.text("program")));
    }
}
