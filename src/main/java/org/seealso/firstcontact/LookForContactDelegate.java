package org.seealso.firstcontact;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class LookForContactDelegate implements JavaDelegate {
    private final FirstContacts contacts;
    private final PublishedRules rules;

    LookForContactDelegate(FirstContacts contacts, PublishedRules rules) {
        this.contacts = contacts;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        UUID mentorship = facts.id("mentorshipId");
        facts.set("askThem", contacts.mustAsk(mentorship, row));
        facts.set("memberIds", contacts.members(mentorship));
    }
}
