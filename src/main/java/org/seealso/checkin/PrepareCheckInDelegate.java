package org.seealso.checkin;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.DueDates;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class PrepareCheckInDelegate implements JavaDelegate {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private final PublishedRules rules;
    private final DueDates dates;

    PrepareCheckInDelegate(PublishedRules rules, DueDates dates) {
        this.rules = rules;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        facts.set("periodName", MONTH.format(dates.today(row.zone()).minusMonths(1)));
        facts.set("answerBy", dates.morningIn(row.checkInExpiresAfterDays(), row.zone()));
    }
}
