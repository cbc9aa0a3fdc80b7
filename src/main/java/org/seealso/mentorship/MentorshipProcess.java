package org.seealso.mentorship;

import java.util.Map;
import java.util.UUID;
import org.seealso.engine.Messages;
import org.springframework.stereotype.Component;

/** The messages by which mentorship.bpmn plans itself anew, calls off what is about it, and brings people back to the pool. */
@Component
class MentorshipProcess {
    private final Messages messages;

    MentorshipProcess(Messages messages) {
        this.messages = messages;
    }

    /** What comes next is counted anew from the tables. */
    void planAnew(UUID mentorshipId) {
        messages.tell("mentorship.replanned", mentorshipId);
    }

    /** Ends whatever is still asked or waited for about a mentorship. */
    void over(UUID mentorshipId) {
        messages.tellWhoever("mentorship.over", Map.of("mentorshipId", mentorshipId));
    }

    /** Ends whatever one member of a mentorship started or was asked. */
    void over(UUID mentorshipId, UUID participantId) {
        messages.tellWhoever("mentorship.over", Map.of("mentorshipId", mentorshipId, "applicationId", participantId));
    }

    /** Somebody is in the pool again: a pool that is open looks at once, a cohort under way opens one for them. */
    void backInPool(UUID cohortId, String program, String label) {
        if (messages.runs("pool", cohortId)) {
            messages.tell("pool.joined", cohortId);
        } else {
            messages.start(
                    "pool.reopened",
                    cohortId,
                    Map.of("program", program, "cohortId", cohortId.toString(), "label", label));
        }
    }

    /** Whoever joins a mentorship waits no longer. */
    void settled(UUID participantId) {
        messages.tell("admission.settled", participantId);
    }
}
