package org.seealso.reply;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class SendUnderstoodDelegate implements JavaDelegate {
    private final Replies replies;

    SendUnderstoodDelegate(Replies replies) {
        this.replies = replies;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        replies.sendUnderstood(facts.id("submissionId"), facts.id("letterId"), facts.id("applicationId"));
    }
}
