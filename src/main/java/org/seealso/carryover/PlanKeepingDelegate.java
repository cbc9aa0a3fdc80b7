package org.seealso.carryover;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class PlanKeepingDelegate implements JavaDelegate {
    private final CarryOvers carryOvers;

    PlanKeepingDelegate(CarryOvers carryOvers) {
        this.carryOvers = carryOvers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        facts.set("keepUntil", carryOvers.keepUntil(facts.definition(), facts.text("program")));
    }
}
