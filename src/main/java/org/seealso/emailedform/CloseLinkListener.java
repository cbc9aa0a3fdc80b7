package org.seealso.emailedform;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.seealso.letter.Links.State;
import org.springframework.stereotype.Component;

/** Whatever ends an emailed form, even the end of the process that asked, its links end with it. */
@Component
class CloseLinkListener implements ExecutionListener {
    private final EmailedForms forms;

    CloseLinkListener(EmailedForms forms) {
        this.forms = forms;
    }

    @Override
    public void notify(DelegateExecution execution) {
        forms.close(execution.getProcessInstanceId(), State.WITHDRAWN);
    }
}
