package org.seealso.reply;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

/** However it ends, what somebody we do not know wrote to us ends with it. */
@Component
class ForgetStrangerListener implements ExecutionListener {
    private final Replies replies;

    ForgetStrangerListener(Replies replies) {
        this.replies = replies;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Facts.of(execution).maybeId("submissionId").ifPresent(replies::forgetStranger);
    }
}
