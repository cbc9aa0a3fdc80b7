package org.seealso.pool;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.people.Participant;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class LetPoolGoDelegate implements JavaDelegate {
    private final WaitingPeople waiting;
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    LetPoolGoDelegate(WaitingPeople waiting, ParticipantLetters letters, PublishedRules rules) {
        this.waiting = waiting;
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        for (Participant participant : waiting.release(facts.id("cohortId"))) {
            letters.write("unmatched", under, participant.id());
        }
    }
}
