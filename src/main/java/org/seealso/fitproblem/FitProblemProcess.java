package org.seealso.fitproblem;

import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The contract with fit-problem.bpmn, and the messages by which it acts on others. */
@Component
class FitProblemProcess {
    private final RuntimeService runtime;

    FitProblemProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Ends the mentorship; one that is closing already hears nothing, where correlate() would undo everything. */
    void endMentorship(UUID mentorshipId) {
        runtime.createMessageCorrelation("mentorship.ended")
                .processInstanceBusinessKey(mentorshipId.toString())
                .correlateAll();
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
