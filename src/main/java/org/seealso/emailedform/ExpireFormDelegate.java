package org.seealso.emailedform;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.Links.State;
import org.springframework.stereotype.Component;

@Component
class ExpireFormDelegate implements JavaDelegate {
    private final EmailedForms forms;

    ExpireFormDelegate(EmailedForms forms) {
        this.forms = forms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        forms.close(execution.getProcessInstanceId(), State.EXPIRED);
        Facts.of(execution).set(EmailedFormProcess.REPLY, "silence");
    }
}
