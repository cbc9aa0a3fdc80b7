package org.seealso.interest;

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
class SendNotesDelegate implements JavaDelegate {
    private final InterestList list;
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    SendNotesDelegate(InterestList list, ParticipantLetters letters, PublishedRules rules) {
        this.list = list;
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        UUID reader = facts.id("applicationId");
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        list.notes(facts.id("cohortId"))
                .ifPresent(notes -> letters.write("session-notes", under, reader, Map.of("words", notes)));
    }
}
