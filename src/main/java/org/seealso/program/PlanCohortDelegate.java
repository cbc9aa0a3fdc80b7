package org.seealso.program;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.DueDates;
import org.seealso.engine.Facts;
import org.seealso.people.Cohort;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class PlanCohortDelegate implements JavaDelegate {
    private final ProgramCohorts cohorts;
    private final PublishedRules rules;
    private final DueDates dates;

    PlanCohortDelegate(ProgramCohorts cohorts, PublishedRules rules, DueDates dates) {
        this.cohorts = cohorts;
        this.rules = rules;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        CohortPlan plan = CheckDatesDelegate.plan(facts, row);
        UUID id = UUID.randomUUID();
        cohorts.plan(new Cohort(
                id,
                row.program(),
                facts.text("cohortName"),
                row.zone(),
                plan.opensOn(),
                plan.closesOn(),
                plan.matchOn(),
                plan.startsOn(),
                plan.endsOn(),
                Cohort.State.PLANNED));
        facts.set("cohortId", id);
        facts.set("rolling", row.rolling());
        facts.set("opensAt", dates.morningOf(plan.opensOn(), row.zone()));
        facts.set("closesAt", dates.endOf(plan.closesOn(), row.zone()));
        facts.set("matchAt", dates.afterEndOf(plan.closesOn(), plan.matchOn(), row.zone()));
        facts.set("startsAt", dates.morningOf(plan.startsOn(), row.zone()));
        facts.set("evaluateAt", dates.morningOf(plan.endsOn().plusDays(row.evaluationAfterDays()), row.zone()));
    }
}
