package org.seealso.checkin;

import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The contract with check-in.bpmn, and the message by which it hands a fit problem on. */
@Component
class CheckInProcess {
    private final RuntimeService runtime;

    CheckInProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void raiseFitProblem(UUID submission, String program) {
        runtime.createMessageCorrelation("fitProblem.raised")
                .processInstanceBusinessKey(submission.toString())
                .setVariable("submissionId", submission.toString())
                .setVariable("program", program)
                .setVariable("category", "badFit")
                .setVariable("raised", "no")
                .correlateStartMessage();
    }
}
