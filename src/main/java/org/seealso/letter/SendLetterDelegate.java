package org.seealso.letter;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

/** The block "Send a letter" of the element templates: an admin names the letter, and no Java is needed. */
@Component
class SendLetterDelegate implements JavaDelegate {
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    SendLetterDelegate(ParticipantLetters letters, PublishedRules rules) {
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        letters.write(
                facts.text("letter"),
                under,
                facts.id("applicationId"),
                facts.idOrNull("mentorshipId"),
                Map.of(),
                null,
                List.of());
    }
}
