package org.seealso.closing;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class RecordLateLeavingDelegate implements JavaDelegate {
    private final Closings closings;
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    RecordLateLeavingDelegate(Closings closings, ParticipantLetters letters, PublishedRules rules) {
        this.closings = closings;
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        UUID leaver = facts.id("leaverId");
        closings.leave(facts.id("mentorshipId"), leaver);
        letters.write("left", new Under(rules.deploymentOf(facts.definition()), facts.text("program")), leaver);
    }
}
