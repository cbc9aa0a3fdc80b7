package org.seealso.undelivered;

import org.camunda.bpm.engine.RuntimeService;
import org.seealso.letter.LetterUndeliverable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The contract with undelivered.bpmn. Business key: the letter's id. */
@Component
class UndeliveredProcess {
    private final RuntimeService runtime;

    UndeliveredProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void undelivered(LetterUndeliverable letter) {
        var correlation = runtime.createMessageCorrelation("letter.undelivered")
                .processInstanceBusinessKey(letter.letterId().toString())
                .setVariable("letterId", letter.letterId().toString())
                .setVariable("program", letter.program())
                .setVariable("everyLetter", letter.everyLetter())
                .setVariable("readers", readers(letter))
                .setVariable("label", letter.everyLetter() ? "No letter gets out" : letter.label());
        if (letter.participantId() != null) {
            correlation.setVariable("applicationId", letter.participantId().toString());
        }
        correlation.correlateStartMessage();
    }

    /** That somebody reported behaviour is known to conduct handlers alone, even when a letter comes back (A13). */
    private static String readers(LetterUndeliverable letter) {
        return letter.name().startsWith("conduct-") ? "conduct-handlers" : "coordinators";
    }
}
