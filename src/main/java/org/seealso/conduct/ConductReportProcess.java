package org.seealso.conduct;

import java.util.UUID;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The contract with conduct-report.bpmn, and the message by which it ends a mentorship. */
@Component
class ConductReportProcess {
    private final RuntimeService runtime;

    ConductReportProcess(RuntimeService runtime) {
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
}
