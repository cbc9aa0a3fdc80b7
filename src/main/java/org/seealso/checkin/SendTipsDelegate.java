package org.seealso.checkin;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendTipsDelegate implements JavaDelegate {
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    SendTipsDelegate(ParticipantLetters letters, PublishedRules rules) {
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        letters.write("tips", under, facts.id("applicationId"), facts.id("mentorshipId"), Map.of(), null, List.of());
    }
}
