package org.seealso.reply;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class AskAgainDelegate implements JavaDelegate {
    private final Replies replies;

    AskAgainDelegate(Replies replies) {
        this.replies = replies;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        facts.maybeId("letterId").ifPresent(replies::askAgain);
    }
}
