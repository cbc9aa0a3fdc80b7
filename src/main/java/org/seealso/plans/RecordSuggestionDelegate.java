package org.seealso.plans;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class RecordSuggestionDelegate implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        boolean left = facts.text("reply").equals("withdrawn");
        if (!left && !facts.maybeText("suits").orElse("").equals("yes")) {
            facts.set("objection", true);
        }
    }
}
