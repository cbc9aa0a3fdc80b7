package org.seealso.change;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.seealso.engine.Messages;
import org.springframework.stereotype.Component;

/** The messages by which change.bpmn tells a mentorship; one that is closing already hears none of them. */
@Component
class ChangeProcess {
    private static final String CHANGED = "mentorship.changed";

    private final Messages messages;
    private final RuntimeService runtime;

    ChangeProcess(Messages messages, RuntimeService runtime) {
        this.messages = messages;
        this.runtime = runtime;
    }

    /** Whether the mentorship is under way and would follow a change. */
    boolean hears(UUID mentorshipId) {
        return runtime.createExecutionQuery()
                        .messageEventSubscriptionName(CHANGED)
                        .processInstanceBusinessKey(mentorshipId.toString())
                        .count()
                > 0;
    }

    /** @param toPool whether its members go to the front of the pool, or are asked what they would like */
    void end(UUID mentorshipId, boolean toPool) {
        messages.tellProcess("mentorship.ended", mentorshipId, Map.of("next", toPool ? "pool" : ""));
    }

    void changeCourse(UUID mentorshipId, Change.Kind kind, Optional<LocalDate> until) {
        tell(mentorshipId, kind, until.map(LocalDate::toString).orElse(""), "");
    }

    void join(UUID mentorshipId, UUID newcomer) {
        tell(mentorshipId, Change.Kind.JOIN, "", newcomer.toString());
    }

    private void tell(UUID mentorshipId, Change.Kind kind, String until, String newcomer) {
        messages.tell(CHANGED, mentorshipId, Map.of("change", kind.word(), "until", until, "newcomerId", newcomer));
    }

    void leave(UUID mentorshipId, UUID leaver) {
        messages.tell("mentorship.left", mentorshipId, Map.of("leaverId", leaver.toString()));
    }
}
