package org.seealso.checkin;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class RecordSilenceDelegate implements JavaDelegate {
    private final CheckIns checkIns;

    RecordSilenceDelegate(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        checkIns.silence(facts.id("mentorshipId"), facts.id("applicationId"), facts.number("period"));
    }
}
