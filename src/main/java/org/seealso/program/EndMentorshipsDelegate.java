package org.seealso.program;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class EndMentorshipsDelegate implements JavaDelegate {
    private final ProgramCohorts cohorts;

    EndMentorshipsDelegate(ProgramCohorts cohorts) {
        this.cohorts = cohorts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cohorts.endMentorships(Facts.of(execution).id("cohortId"));
    }
}
