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
class SendGoodNewsDelegate implements JavaDelegate {
    private final Consents consents;
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    SendGoodNewsDelegate(Consents consents, ParticipantLetters letters, PublishedRules rules) {
        this.consents = consents;
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        UUID mentorship = facts.id("mentorshipId");
        boolean odd = consents.isTrioOfPeers(mentorship, rules.row(under.deployment(), under.program()));
        for (UUID member : consents.members(mentorship)) {
            letters.write("match", under, member, mentorship, Map.of("odd", odd), null, List.of());
        }
    }
}
