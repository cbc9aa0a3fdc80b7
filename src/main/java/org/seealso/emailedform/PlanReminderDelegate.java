package org.seealso.emailedform;

import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class PlanReminderDelegate implements JavaDelegate {
    private final EmailedForms forms;
    private final PublishedRules rules;

    PlanReminderDelegate(EmailedForms forms, PublishedRules rules) {
        this.forms = forms;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        EmailedForms.Wanted wanted = SendFormDelegate.wanted(facts, rules);
        Optional<Instant> quietUntil = forms.quietUntil(wanted);
        if (!forms.waits(wanted)) {
            facts.set("reminder", "never");
        } else if (quietUntil.isEmpty()) {
            facts.set("reminder", "now");
        } else if (quietUntil.get().isBefore(facts.maybeInstant("expiresAt").orElse(Instant.MIN))) {
            facts.set("reminder", "later");
            facts.set("remindAt", quietUntil.get());
        } else {
            facts.set("reminder", "never");
        }
    }
}
