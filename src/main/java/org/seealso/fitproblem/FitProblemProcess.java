package org.seealso.fitproblem;

import java.util.UUID;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The contract with fit-problem.bpmn, and the messages by which it acts on others. */
@Component
class FitProblemProcess {
    private final RuntimeService runtime;

    FitProblemProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Ends the mentorship; false if it was closing already. */
    boolean endMentorship(UUID mentorshipId) {
        try {
            runtime.createMessageCorrelation("mentorship.ended")
                    .processInstanceBusinessKey(mentorshipId.toString())
                    .correlate();
            return true;
        } catch (MismatchingMessageCorrelationException closingAlready) {
            return false;
        }
    }

    /** Hands the submission to the conduct handlers; names nobody (house law 3). */
    void reportConduct(UUID submission, String program) {
        runtime.createMessageCorrelation("conduct.reported")
                .processInstanceBusinessKey(submission.toString())
                .setVariable("submissionId", submission.toString())
                .setVariable("program", program)
                .setVariable("label", "In confidence")
                .correlateStartMessage();
    }
}
