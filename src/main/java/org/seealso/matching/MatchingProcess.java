package org.seealso.matching;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.seealso.engine.Messages;
import org.seealso.people.Participant;
import org.springframework.stereotype.Component;

/** The message by which matching.bpmn tells each waiting application that the pool is settled. */
@Component
class MatchingProcess {
    private final Messages messages;

    MatchingProcess(Messages messages) {
        this.messages = messages;
    }

    /** Somebody without a match is asked whether their application may wait for the next cohort. */
    void offerNextCohort(Participant unmatched, String program) {
        messages.start(
                "carryOver.offered",
                unmatched.id(),
                Map.of(
                        "program",
                        program,
                        "cohortId",
                        unmatched.cohortId().toString(),
                        "applicationId",
                        unmatched.id().toString(),
                        "label",
                        unmatched.person().name(),
                        "keep",
                        ""));
    }

    /** Whether a round is still under way. */
    boolean runs(String instance) {
        return messages.runs(instance);
    }

    void settle(Collection<UUID> applications) {
        applications.forEach(application -> messages.tell("admission.settled", application));
    }
}
