package org.seealso.program;

import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class FollowNewDatesDelegate implements JavaDelegate {
    private final ProgramCohorts cohorts;
    private final CohortTimers timers;
    private final ProgramProcess process;
    private final PublishedRules rules;

    FollowNewDatesDelegate(ProgramCohorts cohorts, CohortTimers timers, ProgramProcess process, PublishedRules rules) {
        this.cohorts = cohorts;
        this.timers = timers;
        this.process = process;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        Map<String, Instant> moments = timers.of(cohorts.cohort(facts.id("cohortId")), row);
        moments.forEach(facts::set);
        process.moveTimers(execution.getProcessInstanceId(), moments);
    }
}
