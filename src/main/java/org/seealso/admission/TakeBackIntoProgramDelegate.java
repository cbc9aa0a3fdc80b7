package org.seealso.admission;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class TakeBackIntoProgramDelegate implements JavaDelegate {
    private final Applications applications;
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    TakeBackIntoProgramDelegate(Applications applications, ParticipantLetters letters, PublishedRules rules) {
        this.applications = applications;
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        UUID returned = facts.id("applicationId");
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        applications.takeBack(returned, rules.row(under.deployment(), under.program()));
        letters.write("welcome-back", under, returned);
        facts.set("orientationWanted", applications.needsOrientation(returned));
    }
}
