package org.seealso.mentorship;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendFarewellDelegate implements JavaDelegate {
    private final CourseLetters letters;
    private final PublishedRules rules;

    SendFarewellDelegate(CourseLetters letters, PublishedRules rules) {
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        letters.farewell(
                new Under(rules.deploymentOf(facts.definition()), facts.text("program")),
                facts.id("mentorshipId"),
                facts.id("leaverId"));
    }
}
