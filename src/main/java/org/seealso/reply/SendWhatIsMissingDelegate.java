package org.seealso.reply;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class SendWhatIsMissingDelegate implements JavaDelegate {
    private final Replies replies;

    SendWhatIsMissingDelegate(Replies replies) {
        this.replies = replies;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        replies.sendWhatIsMissing(facts.id("submissionId"), facts.id("letterId"), facts.id("applicationId"));
    }
}
