package org.seealso.consent;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendConsentReplyDelegate implements JavaDelegate {
    private final Consents consents;
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    SendConsentReplyDelegate(Consents consents, ParticipantLetters letters, PublishedRules rules) {
        this.consents = consents;
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        letters.write(
                "help-reply",
                new Under(rules.deploymentOf(facts.definition()), facts.text("program")),
                facts.id("applicationId"),
                Map.of(
                        "question", consents.question(facts.id("applicationId")),
                        "reply", consents.reply(execution.getProcessInstanceId())));
        execution.setVariable("consent", null);
    }
}
