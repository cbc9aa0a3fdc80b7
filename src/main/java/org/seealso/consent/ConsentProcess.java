package org.seealso.consent;

import java.util.UUID;
import org.seealso.engine.Messages;
import org.springframework.stereotype.Component;

/** The contract with consent.bpmn, and the messages by which it acts on the pool and on applications. */
@Component
class ConsentProcess {
    private final Messages messages;

    ConsentProcess(Messages messages) {
        this.messages = messages;
    }

    /** Somebody found a place; an application that is over already hears nothing. */
    void settle(UUID applicationId) {
        messages.tell("admission.settled", applicationId);
    }

    /** Takes somebody out who neither answers nor wants to be matched. */
    void withdraw(UUID applicationId) {
        messages.tell("admission.withdrawn", applicationId);
    }

    /** A rolling pool has somebody to match again; any other pool hears nothing. */
    void backInPool(UUID cohortId) {
        messages.tell("pool.joined", cohortId);
    }
}
