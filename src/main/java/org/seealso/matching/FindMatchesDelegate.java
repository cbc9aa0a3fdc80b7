package org.seealso.matching;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class FindMatchesDelegate implements JavaDelegate {
    private final Settlements settlements;

    FindMatchesDelegate(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Settlements.Outcome found = settlements.find(facts.id("cohortId"), execution.getProcessInstanceId());
        facts.set("people", found.people());
        facts.set("matches", found.matches());
        facts.set("unmatched", found.unmatched());
        facts.set("enough", found.decide());
        facts.set("rolling", found.later());
    }
}
