package org.seealso.program;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class CountResultsDelegate implements JavaDelegate {
    private final ProgramCohorts cohorts;

    CountResultsDelegate(ProgramCohorts cohorts) {
        this.cohorts = cohorts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cohorts.countResults(Facts.of(execution).id("cohortId"));
    }
}
