package org.seealso.fitproblem;

import java.util.Map;
import java.util.UUID;
import org.seealso.engine.Messages;
import org.springframework.stereotype.Component;

/** The messages by which fit-problem.bpmn acts on others; a mentorship that is closing already hears none of them. */
@Component
class FitProblemProcess {
    private final Messages messages;

    FitProblemProcess(Messages messages) {
        this.messages = messages;
    }

    /** @param toPool whether both go to the front of the pool, or are asked what they would like */
    void endMentorship(UUID mentorshipId, boolean toPool) {
        messages.tellProcess("mentorship.ended", mentorshipId, Map.of("next", toPool ? "pool" : ""));
    }

    void pauseMentorship(UUID mentorshipId, String until) {
        messages.tell("mentorship.changed", mentorshipId, Map.of("change", "pause", "until", until, "newcomerId", ""));
    }

    void renewAgreement(UUID mentorshipId, Map<String, String> facts) {
        messages.start("agreement.wanted", mentorshipId, facts);
    }

    /** Hands the submission to the conduct handlers; names nobody (house law 3). */
    void reportConduct(UUID submission, String program) {
        messages.start(
                "conduct.reported",
                submission,
                Map.of("submissionId", submission.toString(), "program", program, "label", "In confidence"));
    }
}
