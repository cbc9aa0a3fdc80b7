package org.seealso.admission;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.seealso.engine.Messages;
import org.seealso.people.Cohort;
import org.seealso.people.Participant;
import org.springframework.stereotype.Component;

/** The contract with admission.bpmn. Business key: the application's id. */
@Component
class AdmissionProcess {
    static final String RECEIVED = "admission.received";

    private final RuntimeService runtime;
    private final Messages messages;

    AdmissionProcess(RuntimeService runtime, Messages messages) {
        this.runtime = runtime;
        this.messages = messages;
    }

    /** Starts under the newest rules (house law 5). {@code routing} are the form's fields marked routing=true. */
    void received(Participant application, Cohort cohort, Map<String, Object> routing, Instant answerBy) {
        runtime.createMessageCorrelation(RECEIVED)
                .processInstanceBusinessKey(application.id().toString())
                .setVariables(routing)
                .setVariable("program", cohort.program())
                .setVariable("cohortId", cohort.id().toString())
                .setVariable("applicationId", application.id().toString())
                .setVariable("label", application.person().name())
                .setVariable("answerBy", Date.from(answerBy))
                .correlateStartMessage();
    }

    /** A rolling pool has somebody new to match; any other pool hears nothing. */
    void joined(UUID cohortId) {
        messages.tell("pool.joined", cohortId);
    }
}
