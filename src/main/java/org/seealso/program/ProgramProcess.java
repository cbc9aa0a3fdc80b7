package org.seealso.program;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.seealso.engine.Messages;
import org.seealso.people.Cohort;
import org.seealso.people.Participant;
import org.springframework.stereotype.Component;

/** The contract with program.bpmn: starts mentorships by message, so always under the newest rules (house law 5). */
@Component
class ProgramProcess {
    static final String KEY = "program";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final Messages messages;

    ProgramProcess(RuntimeService runtime, ManagementService management, Messages messages) {
        this.runtime = runtime;
        this.management = management;
        this.messages = messages;
    }

    /** Starts a cohort as Tasklist's start form does. */
    void start(Map<String, Object> wanted) {
        runtime.startProcessInstanceByKey(KEY, wanted);
    }

    /** Whoever waited for applications to open hears it (A2). */
    void opened(Cohort cohort) {
        messages.tellWhoever("cohort.opened", Map.of("cohortId", cohort.id()));
        messages.tellProgram(
                "program.opened",
                cohort.program(),
                Map.of("newCohortId", cohort.id().toString()));
    }

    /** A mentor of an earlier cohort is asked whether they mentor again. */
    void askAgain(Participant asked, Participant earlier, Cohort cohort, String mentorForm, Instant answerBy) {
        messages.start(
                "reconfirm.wanted",
                asked.id(),
                Map.of(
                        "program",
                        cohort.program(),
                        "cohortId",
                        cohort.id().toString(),
                        "applicationId",
                        asked.id().toString(),
                        "earlierId",
                        earlier.id().toString(),
                        "label",
                        asked.person().name(),
                        "mentorForm",
                        mentorForm,
                        "again",
                        "",
                        "answerBy",
                        Date.from(answerBy)));
    }

    /** Somebody has to write the notes once the information session is over. */
    void sessionPlanned(Cohort cohort, Instant over) {
        messages.start(
                "session.planned",
                cohort.id(),
                Map.of(
                        "program",
                        cohort.program(),
                        "cohortId",
                        cohort.id().toString(),
                        "label",
                        cohort.name(),
                        "sessionOverAt",
                        Date.from(over)));
    }

    boolean isRunning() {
        return runtime.createProcessInstanceQuery().processDefinitionKey(KEY).count() > 0;
    }

    /** Timers that are still ahead fire at other moments now: those of this process, and of the pool it keeps going. */
    void moveTimers(String instance, Map<String, Instant> moments) {
        List<String> moved = new ArrayList<>(List.of(instance));
        runtime
                .createProcessInstanceQuery()
                .superProcessInstanceId(instance)
                .processDefinitionKey("pool")
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .forEach(pool -> {
                    runtime.setVariable(pool, "closesAt", Date.from(Objects.requireNonNull(moments.get("closesAt"))));
                    moved.add(pool);
                });
        for (String each : moved) {
            management
                    .createJobQuery()
                    .timers()
                    .processInstanceId(each)
                    .list()
                    .forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
        }
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
