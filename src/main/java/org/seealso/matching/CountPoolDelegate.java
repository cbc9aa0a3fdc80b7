package org.seealso.matching;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class CountPoolDelegate implements JavaDelegate {
    private final Settlements settlements;

    CountPoolDelegate(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Settlements.Rest rest = settlements.rest(facts.id("cohortId"), execution.getProcessInstanceId());
        facts.set("matches", rest.matches());
        facts.set("unmatched", rest.unmatched());
        facts.set("again", rest.again());
    }
}
