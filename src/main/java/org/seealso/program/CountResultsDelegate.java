package org.seealso.program;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class CountResultsDelegate implements JavaDelegate {
    private final ProgramCohorts cohorts;
    private final PublishedRules rules;

    CountResultsDelegate(ProgramCohorts cohorts, PublishedRules rules) {
        this.cohorts = cohorts;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        cohorts.countResults(facts.id("cohortId"), row.applicationForms());
    }
}
