package org.seealso.reschedule;

import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.seealso.engine.Messages;
import org.seealso.people.Cohort;
import org.seealso.people.InformationSession;
import org.springframework.stereotype.Component;

/** The contract with reschedule.bpmn: whoever waits for a day of the cohort hears that it is another one. */
@Component
class RescheduleProcess {
    private final Messages messages;

    RescheduleProcess(Messages messages) {
        this.messages = messages;
    }

    /** Somebody has to write the notes once it is over. */
    void sessionPlanned(Cohort cohort, InformationSession session) {
        messages.start(
                "session.planned",
                cohort.id(),
                Map.of(
                        "program",
                        cohort.program(),
                        "cohortId",
                        cohort.id().toString(),
                        "label",
                        cohort.name(),
                        "sessionOverAt",
                        Date.from(session.endsAt())));
    }

    void changed(UUID cohortId) {
        messages.tellWhoever("cohort.datesChanged", Map.of("cohortId", cohortId));
    }
}
