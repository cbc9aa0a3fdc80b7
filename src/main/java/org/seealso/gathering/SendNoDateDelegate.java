package org.seealso.gathering;

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
class SendNoDateDelegate implements JavaDelegate {
    private final Gatherings gatherings;
    private final PublishedRules rules;
    private final ParticipantLetters letters;

    SendNoDateDelegate(Gatherings gatherings, PublishedRules rules, ParticipantLetters letters) {
        this.gatherings = gatherings;
        this.rules = rules;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        UUID mentorship = facts.id("mentorshipId");
        for (UUID member : gatherings.members(mentorship)) {
            letters.write("no-date", under, member, mentorship, Map.of(), null, List.of());
        }
    }
}
