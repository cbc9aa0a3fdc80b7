package org.seealso.fitproblem;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendThanksForTalkingDelegate implements JavaDelegate {
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    SendThanksForTalkingDelegate(ParticipantLetters letters, PublishedRules rules) {
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        letters.write("fit-problem-better", under, facts.id("applicationId"));
    }
}
