package org.seealso.pool;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.DueDates;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class LookAtPoolDelegate implements JavaDelegate {
    private final WaitingPeople waiting;
    private final PublishedRules rules;
    private final DueDates dates;

    LookAtPoolDelegate(WaitingPeople waiting, PublishedRules rules, DueDates dates) {
        this.waiting = waiting;
        this.rules = rules;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        boolean starved = waiting.starved(
                facts.id("cohortId"), row, facts.maybeInstant("lastHelpAt").orElse(null));
        waiting.keepInformed(facts.id("cohortId"));
        facts.set("lastLookAt", dates.now());
        facts.set("starved", starved);
        if (starved) {
            facts.set("lastHelpAt", dates.now());
        }
    }
}
