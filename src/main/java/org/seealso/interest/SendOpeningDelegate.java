package org.seealso.interest;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
class SendOpeningDelegate implements JavaDelegate {
    private final InterestList list;
    private final ParticipantLetters letters;
    private final PublishedRules rules;
    private final String base;

    SendOpeningDelegate(
            InterestList list,
            ParticipantLetters letters,
            PublishedRules rules,
            @Value("${seealso.base-url}") String base) {
        this.list = list;
        this.letters = letters;
        this.rules = rules;
        this.base = base.replaceAll("/+$", "");
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        UUID reader = facts.id("applicationId");
        if (list.waits(reader)) {
            String program = facts.text("program");
            letters.write(
                    "applications-open",
                    new Under(rules.deploymentOf(facts.definition()), program),
                    reader,
                    Map.of("url", base + "/apply/" + program));
        }
    }
}
