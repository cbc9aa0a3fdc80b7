package org.seealso.program;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class StartMentorshipsDelegate implements JavaDelegate {
    private final ProgramCohorts cohorts;

    StartMentorshipsDelegate(ProgramCohorts cohorts) {
        this.cohorts = cohorts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        cohorts.startMentorships(facts.id("cohortId"), facts.text("program"));
    }
}
