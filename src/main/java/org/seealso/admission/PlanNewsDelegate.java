package org.seealso.admission;

import java.time.Instant;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.DueDates;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

/** Says when an applicant who waits for a match hears from us next, at the row's interval (C7; complaint 2). */
@Component
class PlanNewsDelegate implements JavaDelegate {
    private final PublishedRules rules;
    private final DueDates dates;

    PlanNewsDelegate(PublishedRules rules, DueDates dates) {
        this.rules = rules;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        facts.set("newsWanted", row.newsEveryDays() > 0);
        if (row.newsEveryDays() > 0) {
            Instant since = facts.maybeInstant("waitingSince").orElseGet(dates::now);
            facts.set("waitingSince", since);
            // Counted from the day somebody came into the pool, never from the last letter.
            LocalDate day = dates.next(LocalDate.ofInstant(since, row.zone()), row.newsEveryDays(), row.zone());
            facts.set("newsAt", dates.morningOf(day, row.zone()));
        }
    }
}
