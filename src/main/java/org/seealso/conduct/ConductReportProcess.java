package org.seealso.conduct;

import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The contract with conduct-report.bpmn, and the message by which it ends a mentorship. */
@Component
class ConductReportProcess {
    private final RuntimeService runtime;

    ConductReportProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Ends the mentorship; one that is closing already hears nothing, where correlate() would undo everything. */
    void endMentorship(UUID mentorshipId) {
        runtime.createMessageCorrelation("mentorship.ended")
                .processInstanceBusinessKey(mentorshipId.toString())
                .correlateAll();
    }
}
