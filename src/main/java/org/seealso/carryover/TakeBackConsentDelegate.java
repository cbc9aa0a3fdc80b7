package org.seealso.carryover;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class TakeBackConsentDelegate implements JavaDelegate {
    private final CarryOvers carryOvers;

    TakeBackConsentDelegate(CarryOvers carryOvers) {
        this.carryOvers = carryOvers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        carryOvers.takeBack(facts.id("applicationId"));
    }
}
