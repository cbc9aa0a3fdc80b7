package org.seealso.pool;

import java.util.Map;
import java.util.UUID;
import org.seealso.engine.Messages;
import org.seealso.people.Mentorship;
import org.springframework.stereotype.Component;

/** The contract with pool.bpmn; starts mentorships by message, so always under the newest rules (house law 5). */
@Component
class PoolProcess {
    private final Messages messages;

    PoolProcess(Messages messages) {
        this.messages = messages;
    }

    void startMentorship(Mentorship mentorship, String program) {
        messages.start(
                "mentorship.start",
                mentorship.id(),
                Map.of(
                        "program", program,
                        "cohortId", mentorship.cohortId().toString(),
                        "mentorshipId", mentorship.id().toString(),
                        "label", mentorship.label()));
    }

    void settle(UUID applicationId) {
        messages.tell("admission.settled", applicationId);
    }
}
