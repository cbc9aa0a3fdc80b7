package org.seealso.reply;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class UnderstandReplyDelegate implements JavaDelegate {
    private final Replies replies;

    UnderstandReplyDelegate(Replies replies) {
        this.replies = replies;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        boolean readable = Boolean.TRUE.equals(execution.getVariable(ReplyProcess.READABLE));
        Replies.Understood understood =
                readable ? replies.understand(facts.id("submissionId"), facts.id("letterId")) : Replies.Understood.NO;
        facts.set(ReplyProcess.UNDERSTOOD, understood.word());
        facts.set(
                ReplyProcess.FORM_OPEN,
                facts.maybeId("letterId").map(replies::waits).orElse(false));
    }
}
