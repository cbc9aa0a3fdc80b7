package org.seealso.reschedule;

import java.util.Map;
import java.util.UUID;
import org.seealso.engine.Messages;
import org.springframework.stereotype.Component;

/** The contract with reschedule.bpmn: whoever waits for a day of the cohort hears that it is another one. */
@Component
class RescheduleProcess {
    private final Messages messages;

    RescheduleProcess(Messages messages) {
        this.messages = messages;
    }

    void changed(UUID cohortId) {
        messages.tellWhoever("cohort.datesChanged", Map.of("cohortId", cohortId));
    }
}
