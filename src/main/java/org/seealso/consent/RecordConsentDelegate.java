package org.seealso.consent;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

/** Reads one member's yes or no: their own, or what a coordinator heard. A no ends the asking of all. */
@Component
class RecordConsentDelegate implements JavaDelegate {
    private final Consents consents;
    private final ConsentProcess process;

    RecordConsentDelegate(Consents consents, ConsentProcess process) {
        this.consents = consents;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        String answer =
                switch (facts.text("reply")) {
                    case "answered" -> facts.text("consent");
                    case "silence" -> facts.text("outcome");
                    default -> "left";
                };
        if (answer.equals("yes") && consents.everybodyTakesPart(facts.id("mentorshipId"))) {
            return;
        }
        facts.set("calledOff", true);
        if (answer.equals("no")) {
            facts.set("declinerId", facts.id("applicationId"));
        } else if (answer.equals("out")) {
            process.withdraw(facts.id("applicationId"));
        }
    }
}
