package org.seealso.consent;

import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The contract with consent.bpmn, and the messages by which it acts on the pool and on applications. */
@Component
class ConsentProcess {
    private final RuntimeService runtime;

    ConsentProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Somebody found a place; an application that is over already hears nothing. */
    void settle(UUID applicationId) {
        tell("admission.settled", applicationId);
    }

    /** Takes somebody out who neither answers nor wants to be matched. */
    void withdraw(UUID applicationId) {
        tell("admission.withdrawn", applicationId);
    }

    /** A rolling pool has somebody to match again; any other pool hears nothing. */
    void backInPool(UUID cohortId) {
        tell("pool.joined", cohortId);
    }

    private void tell(String message, UUID businessKey) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey.toString())
                .correlateAll();
    }
}
