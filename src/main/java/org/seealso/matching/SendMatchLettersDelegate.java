package org.seealso.matching;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendMatchLettersDelegate implements JavaDelegate {
    private final Settlements settlements;
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    SendMatchLettersDelegate(Settlements settlements, ParticipantLetters letters, PublishedRules rules) {
        this.settlements = settlements;
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        for (Mentorship mentorship : settlements.planned(facts.ids("mentorshipIds"))) {
            boolean odd = rules.row(under.deployment(), under.program())
                    .isTrioOfPeers(mentorship.members().size());
            for (Participant member : mentorship.members()) {
                letters.write("match", under, member.id(), mentorship.id(), Map.of("odd", odd), null, List.of());
            }
        }
    }
}
