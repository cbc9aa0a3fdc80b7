package org.seealso.program;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class CountResultsDelegate implements JavaDelegate {
    private final ProgramCohorts cohorts;
    private final CohortResults results;
    private final PublishedRules rules;

    CountResultsDelegate(ProgramCohorts cohorts, CohortResults results, PublishedRules rules) {
        this.cohorts = cohorts;
        this.results = results;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        String deployment = rules.deploymentOf(facts.definition());
        ProgramRow row = rules.row(deployment, facts.text("program"));
        UUID cohort = facts.id("cohortId");
        cohorts.keepResults(cohort, results.of(cohort, deployment, row));
    }
}
