package org.seealso.program;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.seealso.engine.Messages;
import org.springframework.stereotype.Component;

/** The contract with program.bpmn: starts mentorships by message, so always under the newest rules (house law 5). */
@Component
class ProgramProcess {
    static final String KEY = "program";

    private final RuntimeService runtime;
    private final Messages messages;

    ProgramProcess(RuntimeService runtime, Messages messages) {
        this.runtime = runtime;
        this.messages = messages;
    }

    /** Starts a cohort as Tasklist's start form does. */
    void start(Map<String, Object> wanted) {
        runtime.startProcessInstanceByKey(KEY, wanted);
    }

    boolean isRunning() {
        return runtime.createProcessInstanceQuery().processDefinitionKey(KEY).count() > 0;
    }

    /**
     * Ends a mentorship that is still under way, without asking anybody what they would like: the program is over. One
     * that is closing already hears nothing and goes on closing.
     */
    void endMentorship(UUID mentorshipId) {
        messages.tellProcess("mentorship.ended", mentorshipId, Map.of("next", "close"));
    }

    /** Lets everybody still waiting in the pool go. */
    void settle(UUID participantId) {
        messages.tell("admission.settled", participantId);
    }
}
