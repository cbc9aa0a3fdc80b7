package org.seealso.checkin;

import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class WeighWhetherInTouchDelegate implements JavaDelegate {
    private final CheckIns checkIns;

    WeighWhetherInTouchDelegate(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        facts.set(
                "inTouch",
                checkIns.inTouch(Asked.of(facts), facts.maybeInstant("silentAt").orElse(Instant.MIN)));
    }
}
