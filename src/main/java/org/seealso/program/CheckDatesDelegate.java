package org.seealso.program;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.DueDates;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class CheckDatesDelegate implements JavaDelegate {
    private final PublishedRules rules;
    private final DueDates dates;

    CheckDatesDelegate(PublishedRules rules, DueDates dates) {
        this.rules = rules;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        Optional<String> fault = plan(facts, row).fault(dates.today(row.zone()));
        facts.set("datesFine", fault.isEmpty());
        facts.set("dateFault", fault.orElse(""));
        facts.set("label", facts.text("cohortName"));
    }

    static CohortPlan plan(Facts facts, ProgramRow row) {
        if (row.rolling()) {
            return CohortPlan.rolling(
                    CohortPlan.day(facts.text("opensOn")),
                    CohortPlan.day(facts.text("closesOn")),
                    CohortPlan.day(facts.text("endsOn")),
                    row.checkIns());
        }
        return new CohortPlan(
                CohortPlan.day(facts.text("opensOn")),
                CohortPlan.day(facts.text("closesOn")),
                CohortPlan.day(facts.text("matchOn")),
                CohortPlan.day(facts.text("startsOn")),
                CohortPlan.day(facts.text("endsOn")),
                row.checkIns());
    }
}
