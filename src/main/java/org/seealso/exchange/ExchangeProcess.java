package org.seealso.exchange;

import java.util.Map;
import java.util.UUID;
import org.seealso.engine.Messages;
import org.seealso.people.Cohort;
import org.seealso.people.Participant;
import org.springframework.stereotype.Component;

/** The contract with exchange.bpmn, and the messages by which a list reaches other rooms. Business key: the application's id. */
@Component
class ExchangeProcess {
    /** The form and the letter of the one question, and the field that answers it. */
    static final String FORM = "brought-along";

    private final Messages messages;

    ExchangeProcess(Messages messages) {
        this.messages = messages;
    }

    void broughtAlong(Participant newcomer, Cohort cohort) {
        messages.start(
                "exchange.broughtAlong",
                newcomer.id(),
                Map.of(
                        "program", cohort.program(),
                        "cohortId", cohort.id().toString(),
                        "applicationId", newcomer.id().toString(),
                        "label", newcomer.person().name()));
    }

    /** A rolling pool has somebody new to match; any other pool hears nothing. */
    void joined(UUID cohortId) {
        messages.tell("pool.joined", cohortId);
    }

    /** Whoever is in a pair or group, or out, waits no longer. */
    void settled(UUID participantId) {
        messages.tell("admission.settled", participantId);
    }

    /** A member is out of a mentorship; false if that one does not run. */
    boolean left(UUID mentorshipId, UUID participantId) {
        return messages.tell("mentorship.left", mentorshipId, Map.of("leaverId", participantId.toString()));
    }

    /** Whatever a member of a mentorship started or was asked ends. */
    void over(UUID mentorshipId, UUID participantId) {
        messages.tellWhoever("mentorship.over", Map.of("mentorshipId", mentorshipId, "applicationId", participantId));
    }
}
