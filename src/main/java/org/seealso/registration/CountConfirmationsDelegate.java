package org.seealso.registration;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class CountConfirmationsDelegate implements JavaDelegate {
    private final Registrations registrations;

    CountConfirmationsDelegate(Registrations registrations) {
        this.registrations = registrations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        UUID mentorship = facts.id("mentorshipId");
        facts.set("enoughConfirmed", registrations.count(mentorship, facts.text("confirmForm")));
        facts.set("memberIds", registrations.members(mentorship));
    }
}
