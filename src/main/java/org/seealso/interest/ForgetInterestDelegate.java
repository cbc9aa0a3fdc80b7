package org.seealso.interest;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class ForgetInterestDelegate implements JavaDelegate {
    private final InterestList list;

    ForgetInterestDelegate(InterestList list) {
        this.list = list;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        list.forget(facts.id("applicationId"));
    }
}
