package org.seealso.checkin;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class RecordCheckInDelegate implements JavaDelegate {
    private final CheckIns checkIns;

    RecordCheckInDelegate(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        int contacts = facts.number("contacts");
        facts.set("contacts", contacts);
        checkIns.answered(facts.id("mentorshipId"), facts.id("applicationId"), facts.number("period"), contacts);
    }
}
