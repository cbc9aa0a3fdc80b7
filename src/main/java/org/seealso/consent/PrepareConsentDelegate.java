package org.seealso.consent;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class PrepareConsentDelegate implements JavaDelegate {
    private final Consents consents;

    PrepareConsentDelegate(Consents consents) {
        this.consents = consents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        UUID mentorship = facts.id("mentorshipId");
        facts.set("memberIds", consents.members(mentorship));
        facts.set("label", consents.mentorship(mentorship).label());
        facts.set("calledOff", false);
    }
}
