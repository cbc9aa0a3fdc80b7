package org.seealso.pool;

import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.seealso.people.Mentorship;
import org.springframework.stereotype.Component;

/** The contract with pool.bpmn; starts mentorships by message, so always under the newest rules (house law 5). */
@Component
class PoolProcess {
    private final RuntimeService runtime;

    PoolProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void startMentorship(Mentorship mentorship, String program) {
        runtime.createMessageCorrelation("mentorship.start")
                .processInstanceBusinessKey(mentorship.id().toString())
                .setVariable("program", program)
                .setVariable("cohortId", mentorship.cohortId().toString())
                .setVariable("mentorshipId", mentorship.id().toString())
                .setVariable("label", mentorship.label())
                .correlateStartMessage();
    }

    void settle(UUID applicationId) {
        runtime.createMessageCorrelation("admission.settled")
                .processInstanceBusinessKey(applicationId.toString())
                .correlateAll();
    }
}
