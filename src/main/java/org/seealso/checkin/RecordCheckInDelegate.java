package org.seealso.checkin;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class RecordCheckInDelegate implements JavaDelegate {
    private final CheckIns checkIns;
    private final CheckInProcess process;
    private final PublishedRules rules;

    RecordCheckInDelegate(CheckIns checkIns, CheckInProcess process, PublishedRules rules) {
        this.checkIns = checkIns;
        this.process = process;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        Asked asked = Asked.of(facts);
        int contacts = facts.number("contacts");
        facts.set("contacts", contacts);
        checkIns.answered(asked, contacts, facts.text("fit"), row).set(facts);
        checkIns.busyUntil(asked, row.zone())
                .ifPresent(until -> process.tellBusy(
                        asked, facts.text("program"), facts.text("cohortId"), facts.text("label"), until));
    }
}
