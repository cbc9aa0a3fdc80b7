package org.seealso.program;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.seealso.people.Mentorship;
import org.springframework.stereotype.Component;

/** The contract with program.bpmn: starts mentorships by message, so always under the newest rules (house law 5). */
@Component
class ProgramProcess {
    static final String KEY = "program";

    private final RuntimeService runtime;

    ProgramProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Starts a cohort as Tasklist's start form does. */
    void start(Map<String, Object> wanted) {
        runtime.startProcessInstanceByKey(KEY, wanted);
    }

    boolean isRunning() {
        return runtime.createProcessInstanceQuery().processDefinitionKey(KEY).count() > 0;
    }

    void startMentorship(Mentorship mentorship, String program) {
        runtime.createMessageCorrelation("mentorship.start")
                .processInstanceBusinessKey(mentorship.id().toString())
                .setVariable("program", program)
                .setVariable("cohortId", mentorship.cohortId().toString())
                .setVariable("mentorshipId", mentorship.id().toString())
                .setVariable("label", mentorship.label())
                .correlateStartMessage();
    }

    /** Ends a mentorship that is still under way; one that is closing already hears nothing and goes on closing. */
    void endMentorship(UUID mentorshipId) {
        runtime.createMessageCorrelation("mentorship.ended")
                .processInstanceBusinessKey(mentorshipId.toString())
                .correlateAll();
    }

    /** Lets everybody still waiting in the pool go. */
    void settle(UUID participantId) {
        runtime.createMessageCorrelation("admission.settled")
                .processInstanceBusinessKey(participantId.toString())
                .correlateAll();
    }
}
