package org.seealso.admission;

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
class SendDeclineDelegate implements JavaDelegate {
    private final ParticipantLetters letters;
    private final PublishedRules rules;
    private final Applications applications;

    SendDeclineDelegate(ParticipantLetters letters, PublishedRules rules, Applications applications) {
        this.letters = letters;
        this.rules = rules;
        this.applications = applications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        UUID application = facts.id("applicationId");
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        String reason = applications.fromReview(application, "reason").orElse("");
        letters.write("declined", under, application, Map.of("reason", reason));
    }
}
