package org.seealso.pool;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.seealso.engine.Messages;
import org.seealso.people.Cohort;
import org.seealso.people.Participant;
import org.springframework.stereotype.Component;

/** The messages by which pool.bpmn reaches the applications that wait. */
@Component
class PoolProcess {
    private final Messages messages;

    PoolProcess(Messages messages) {
        this.messages = messages;
    }

    void settle(UUID applicationId) {
        messages.tell("admission.settled", applicationId);
    }

    /**
     * Somebody waits: what an application's end would have set going begins for them, unless it runs.
     *
     * @param since when they came into the pool
     */
    void waits(Participant waiting, Cohort cohort, Instant since) {
        if (!messages.runs("admission", waiting.id())) {
            messages.start(
                    "admission.waits",
                    waiting.id(),
                    Map.of(
                            "program", cohort.program(),
                            "cohortId", cohort.id().toString(),
                            "applicationId", waiting.id().toString(),
                            "label", waiting.person().name(),
                            "waitingSince", Date.from(since)));
        }
    }
}
