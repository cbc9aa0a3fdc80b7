package org.seealso.consent;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class AgreeMatchDelegate implements JavaDelegate {
    private final Consents consents;
    private final PublishedRules rules;

    AgreeMatchDelegate(Consents consents, PublishedRules rules) {
        this.consents = consents;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        consents.agree(facts.id("mentorshipId"), row);
        facts.set("rolling", row.rolling());
    }
}
