package org.seealso.matching;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.people.Participant;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendUnmatchedLettersDelegate implements JavaDelegate {
    private final Matches matches;
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    SendUnmatchedLettersDelegate(Matches matches, ParticipantLetters letters, PublishedRules rules) {
        this.matches = matches;
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        for (Participant participant : matches.unmatched(facts.id("cohortId"))) {
            letters.write("unmatched", under, participant.id());
        }
    }
}
