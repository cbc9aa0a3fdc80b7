package org.seealso.emailedform;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendReminderDelegate implements JavaDelegate {
    private final EmailedForms forms;
    private final PublishedRules rules;

    SendReminderDelegate(EmailedForms forms, PublishedRules rules) {
        this.forms = forms;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        EmailedForms.Wanted wanted = SendFormDelegate.wanted(facts, rules);
        facts.maybeInstant("expiresAt")
                .filter(end -> forms.waits(wanted))
                .ifPresent(end -> forms.send(wanted, end, true));
    }
}
