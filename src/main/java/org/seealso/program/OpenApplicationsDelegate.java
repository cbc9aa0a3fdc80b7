package org.seealso.program;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class OpenApplicationsDelegate implements JavaDelegate {
    private final ProgramCohorts cohorts;

    OpenApplicationsDelegate(ProgramCohorts cohorts) {
        this.cohorts = cohorts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cohorts.open(Facts.of(execution).id("cohortId"));
    }
}
