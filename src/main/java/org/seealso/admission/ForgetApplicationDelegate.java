package org.seealso.admission;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class ForgetApplicationDelegate implements JavaDelegate {
    private final Applications applications;

    ForgetApplicationDelegate(Applications applications) {
        this.applications = applications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        applications.forget(Facts.of(execution).id("applicationId"));
    }
}
