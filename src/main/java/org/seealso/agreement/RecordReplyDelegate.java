package org.seealso.agreement;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

/** Whoever leaves has nothing to accept; anything else but a yes, silence too, leaves things as they are. */
@Component
class RecordReplyDelegate implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        boolean left = facts.text("reply").equals("withdrawn");
        if (!left && !facts.maybeText("accepted").orElse("").equals("yes")) {
            facts.set("objection", true);
        }
    }
}
