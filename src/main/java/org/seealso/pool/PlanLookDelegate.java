package org.seealso.pool;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class PlanLookDelegate implements JavaDelegate {
    private final WaitingPeople waiting;
    private final PublishedRules rules;

    PlanLookDelegate(WaitingPeople waiting, PublishedRules rules) {
        this.waiting = waiting;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        facts.set(
                "nextLookAt",
                waiting.nextLook(
                        facts.id("cohortId"), row, facts.maybeInstant("lastLookAt").orElse(null)));
    }
}
