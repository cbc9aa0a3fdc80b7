package org.seealso.checkin;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.DueDates;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class RecordSilenceDelegate implements JavaDelegate {
    private final CheckIns checkIns;
    private final PublishedRules rules;
    private final DueDates dates;

    RecordSilenceDelegate(CheckIns checkIns, PublishedRules rules, DueDates dates) {
        this.checkIns = checkIns;
        this.rules = rules;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        checkIns.silent(Asked.of(facts), row).set(facts);
        facts.set("silentAt", dates.now());
        facts.set("contacts", 0);
        facts.set("help", "");
    }
}
