package org.seealso.fitproblem;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.DueDates;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class PlanSecondLookDelegate implements JavaDelegate {
    private final PublishedRules rules;
    private final DueDates dates;

    PlanSecondLookDelegate(PublishedRules rules, DueDates dates) {
        this.rules = rules;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        facts.set("betterAt", dates.morningIn(row.betterAfterDays(), row.zone()));
    }
}
