package org.seealso.pool;

import java.util.UUID;
import org.seealso.engine.Messages;
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
}
