package org.seealso.informationsession;

import java.util.Map;
import java.util.UUID;
import org.seealso.engine.Messages;
import org.springframework.stereotype.Component;

/** The contract with information-session.bpmn: whoever waits for the notes hears that they are written. */
@Component
class InformationSessionProcess {
    private final Messages messages;

    InformationSessionProcess(Messages messages) {
        this.messages = messages;
    }

    void notesWritten(UUID cohortId) {
        messages.tellWhoever("session.notesWritten", Map.of("cohortId", cohortId));
    }
}
