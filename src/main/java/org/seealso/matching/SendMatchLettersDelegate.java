package org.seealso.matching;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.people.Participant;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendMatchLettersDelegate implements JavaDelegate {
    private final Matches matches;
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    SendMatchLettersDelegate(Matches matches, ParticipantLetters letters, PublishedRules rules) {
        this.matches = matches;
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        for (Matched match : matches.mentorshipsOf(facts.id("cohortId"))) {
            for (Participant member : match.mentorship().members()) {
                Map<String, Object> values = Map.of("reasons", match.told());
                letters.write("match", under, member.id(), match.mentorship().id(), values, null, List.of());
            }
        }
    }
}
