package org.seealso.matching;

import java.util.Collection;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The message by which matching.bpmn tells each waiting application that the pool is settled. */
@Component
class MatchingProcess {
    private final RuntimeService runtime;

    MatchingProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void settle(Collection<UUID> applications) {
        for (UUID application : applications) {
            runtime.createMessageCorrelation("admission.settled")
                    .processInstanceBusinessKey(application.toString())
                    .correlateAll();
        }
    }
}
