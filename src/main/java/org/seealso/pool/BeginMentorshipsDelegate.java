package org.seealso.pool;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class BeginMentorshipsDelegate implements JavaDelegate {
    private final WaitingPeople waiting;

    BeginMentorshipsDelegate(WaitingPeople waiting) {
        this.waiting = waiting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        waiting.begin(facts.id("cohortId"), facts.text("program"));
    }
}
