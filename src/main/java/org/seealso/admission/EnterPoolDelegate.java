package org.seealso.admission;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class EnterPoolDelegate implements JavaDelegate {
    private final Applications applications;

    EnterPoolDelegate(Applications applications) {
        this.applications = applications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        applications.enterPool(facts.id("applicationId"));
    }
}
