package org.seealso.program;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.engine.Ids;
import org.seealso.people.Cohort;
import org.seealso.people.CohortPlan;
import org.seealso.people.CohortWish;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class PlanCohortDelegate implements JavaDelegate {
    private final ProgramCohorts cohorts;
    private final CohortWishes wishes;
    private final CohortTimers timers;
    private final PublishedRules rules;

    PlanCohortDelegate(ProgramCohorts cohorts, CohortWishes wishes, CohortTimers timers, PublishedRules rules) {
        this.cohorts = cohorts;
        this.wishes = wishes;
        this.timers = timers;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        CohortWish wish = CheckDatesDelegate.wish(facts);
        CohortPlan plan = wishes.plan(wish, row);
        Cohort cohort = new Cohort(
                Ids.next(),
                row.program(),
                facts.text("cohortName").strip(),
                row.zone(),
                plan.opensOn(),
                plan.closesOn(),
                plan.matchOn(),
                plan.startsOn(),
                plan.endsOn(),
                Cohort.State.PLANNED);
        cohorts.plan(cohort, wish.session(row.zone()));
        facts.set("cohortId", cohort.id());
        facts.set("rolling", row.rolling());
        timers.of(cohort, row).forEach(facts::set);
    }
}
