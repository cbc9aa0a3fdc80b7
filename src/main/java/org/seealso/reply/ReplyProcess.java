package org.seealso.reply;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The contract with reply.bpmn. Business key: the message's id. {@code understood} is yes, partly or no. */
@Component
class ReplyProcess {
    static final String UNDERSTOOD = "understood";
    static final String FORM_OPEN = "formOpen";
    static final String READABLE = "readable";

    private final RuntimeService runtime;

    ReplyProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** @param readable whether it may be an answer at all: a key, its owner's address, and text */
    void arrived(UUID mail, Arrival about, boolean readable) {
        Map<String, Object> variables = new HashMap<>(Map.of(
                "submissionId",
                mail.toString(),
                "program",
                about.program(),
                "label",
                about.label(),
                READABLE,
                readable));
        if (about.letterId() != null) {
            variables.put("letterId", about.letterId().toString());
        }
        if (about.participantId() != null) {
            variables.put("applicationId", about.participantId().toString());
        }
        if (about.mentorshipId() != null) {
            variables.put("mentorshipId", about.mentorshipId().toString());
        }
        runtime.createMessageCorrelation("mail.arrived")
                .processInstanceBusinessKey(mail.toString())
                .setVariables(variables)
                .correlateStartMessage();
    }
}
