package org.seealso.admission;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendAcceptanceDelegate implements JavaDelegate {
    private final Applications applications;
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    SendAcceptanceDelegate(Applications applications, ParticipantLetters letters, PublishedRules rules) {
        this.applications = applications;
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        letters.write("accepted", under, facts.id("applicationId"));
        facts.set("orientationWanted", applications.needsOrientation(facts.id("applicationId")));
    }
}
