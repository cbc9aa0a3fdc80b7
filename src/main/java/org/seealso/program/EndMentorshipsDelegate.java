package org.seealso.program;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.DueDates;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class EndMentorshipsDelegate implements JavaDelegate {
    private final ProgramCohorts cohorts;
    private final PublishedRules rules;
    private final DueDates dates;

    EndMentorshipsDelegate(ProgramCohorts cohorts, PublishedRules rules, DueDates dates) {
        this.cohorts = cohorts;
        this.rules = rules;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        cohorts.endMentorships(facts.id("cohortId"), dates.today(row.zone()));
    }
}
