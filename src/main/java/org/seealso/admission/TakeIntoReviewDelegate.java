package org.seealso.admission;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.DueDates;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class TakeIntoReviewDelegate implements JavaDelegate {
    private final Applications applications;
    private final PublishedRules rules;
    private final DueDates dates;

    TakeIntoReviewDelegate(Applications applications, PublishedRules rules, DueDates dates) {
        this.applications = applications;
        this.rules = rules;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        applications.takeIntoReview(facts.id("applicationId"));
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        facts.set("reviewDueAt", dates.morningIn(row.formRemindAfterDays(), row.zone()));
    }
}
