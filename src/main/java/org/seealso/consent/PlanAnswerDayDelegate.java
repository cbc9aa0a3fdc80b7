package org.seealso.consent;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.DueDates;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class PlanAnswerDayDelegate implements JavaDelegate {
    private final PublishedRules rules;
    private final DueDates dates;

    PlanAnswerDayDelegate(PublishedRules rules, DueDates dates) {
        this.rules = rules;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        facts.set("answerBy", dates.morningIn(row.consentDays(), row.zone()));
    }
}
