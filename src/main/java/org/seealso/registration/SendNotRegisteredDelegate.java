package org.seealso.registration;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendNotRegisteredDelegate implements JavaDelegate {
    private final ParticipantLetters letters;
    private final PublishedRules rules;
    private final Registrations registrations;

    SendNotRegisteredDelegate(ParticipantLetters letters, PublishedRules rules, Registrations registrations) {
        this.letters = letters;
        this.rules = rules;
        this.registrations = registrations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        for (UUID member : facts.ids("memberIds")) {
            letters.write("not-registered", under, member);
        }
        registrations.callOff(facts.id("mentorshipId"));
    }
}
