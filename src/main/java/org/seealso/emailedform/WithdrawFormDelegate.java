package org.seealso.emailedform;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.Links.State;
import org.springframework.stereotype.Component;

@Component
class WithdrawFormDelegate implements JavaDelegate {
    private final EmailedForms forms;

    WithdrawFormDelegate(EmailedForms forms) {
        this.forms = forms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        forms.close(execution.getProcessInstanceId(), State.WITHDRAWN);
        Facts.of(execution).set(EmailedFormProcess.REPLY, "withdrawn");
    }
}
