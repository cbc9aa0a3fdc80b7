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
    private final Settlements settlements;
    private final ParticipantLetters letters;
    private final MatchingProcess process;
    private final PublishedRules rules;

    SendUnmatchedLettersDelegate(
            Settlements settlements, ParticipantLetters letters, MatchingProcess process, PublishedRules rules) {
        this.settlements = settlements;
        this.letters = letters;
        this.process = process;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        for (Participant participant : settlements.unmatched(facts.id("cohortId"))) {
            if (rules.row(under.deployment(), under.program()).carryOverMonths() > 0) {
                process.offerNextCohort(participant, under.program());
            } else {
                letters.write("unmatched", under, participant.id());
            }
        }
    }
}
