package org.seealso.firstcontact;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class WeighAnswersDelegate implements JavaDelegate {
    private final FirstContacts contacts;

    WeighAnswersDelegate(FirstContacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        facts.set("inTouch", contacts.inTouch(facts.id("mentorshipId")));
    }
}
