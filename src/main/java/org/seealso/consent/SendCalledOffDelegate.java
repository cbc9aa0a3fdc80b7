package org.seealso.consent;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendCalledOffDelegate implements JavaDelegate {
    private final Consents consents;
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    SendCalledOffDelegate(Consents consents, ParticipantLetters letters, PublishedRules rules) {
        this.consents = consents;
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        UUID mentorship = facts.id("mentorshipId");
        UUID decliner = facts.idOrNull("declinerId");
        for (UUID member : consents.members(mentorship)) {
            if (consents.takesPart(member)) {
                Map<String, Object> values = Map.of("freed", !member.equals(decliner));
                letters.write("called-off", under, member, mentorship, values, null, List.of());
            }
        }
    }
}
