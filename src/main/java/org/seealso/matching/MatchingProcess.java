package org.seealso.matching;

import java.util.Collection;
import java.util.UUID;
import org.seealso.engine.Messages;
import org.springframework.stereotype.Component;

/** The message by which matching.bpmn tells each waiting application that the pool is settled. */
@Component
class MatchingProcess {
    private final Messages messages;

    MatchingProcess(Messages messages) {
        this.messages = messages;
    }

    void settle(Collection<UUID> applications) {
        applications.forEach(application -> messages.tell("admission.settled", application));
    }
}
