package org.seealso.consent;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class CallOffMatchDelegate implements JavaDelegate {
    private final Consents consents;

    CallOffMatchDelegate(Consents consents) {
        this.consents = consents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        consents.callOff(facts.id("mentorshipId"), facts.idOrNull("declinerId"));
    }
}
