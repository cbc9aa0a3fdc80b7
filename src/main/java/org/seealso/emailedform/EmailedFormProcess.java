package org.seealso.emailedform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Under;
import org.springframework.stereotype.Component;

/**
 * The contract with emailed-form.bpmn. {@code reply} is answered, silence or withdrawn; {@code goesOn} is “at once” where
 * somebody waits for what their answer brings, and otherwise nothing.
 */
@Component
class EmailedFormProcess {
    static final String WITHDRAWN = "emailedForm.withdrawn";
    static final String REPLY = "reply";
    static final String FACTS = "facts";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String ANSWER_FORM = "UserTask_AnswerForm";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final SecondThoughts thoughts;
    private final ObjectMapper json;

    EmailedFormProcess(
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            SecondThoughts thoughts,
            ObjectMapper json) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.thoughts = thoughts;
        this.json = json;
    }

    /** What the asking process wants the letter and the form to say, as text: names of placeholders → values. */
    Map<String, Object> facts(String processInstance) {
        return runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(processInstance)
                .variableName(FACTS)
                .list()
                .stream()
                .map(variable -> read(String.valueOf(variable.getValue())))
                .findFirst()
                .orElse(Map.of());
    }

    Map<String, Object> read(String facts) {
        try {
            return json.readValue(facts, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the facts of an emailed form are not JSON", e);
        }
    }

    boolean isOpen(String processInstance) {
        return task(processInstance).isPresent();
    }

    /**
     * Completes the task with the routing fields; false if it is not open any more. The process goes on when the time
     * for second thoughts is over: its next step is a job, and that gets a day.
     *
     * @param urgent an answer that must not wait
     */
    boolean answer(String processInstance, Map<String, Object> routing, boolean urgent) {
        Optional<Task> task = task(processInstance);
        if (task.isEmpty()) {
            return false;
        }
        Map<String, Object> variables = new HashMap<>(routing);
        variables.put(REPLY, "answered");
        boolean atOnce = urgent || "at once".equals(runtime.getVariable(processInstance, "goesOn"));
        Optional<Instant> end = end(processInstance);
        tasks.complete(task.get().getId(), variables);
        thoughts.until(end)
                .filter(until -> !atOnce)
                .ifPresent(until -> nextStep(processInstance).ifPresent(step -> goOn(step, until)));
        return true;
    }

    /** Until when the answer may be changed; empty if the process has gone on with it. */
    Optional<Instant> changeableUntil(String processInstance) {
        return nextStep(processInstance)
                .map(Job::getDuedate)
                .map(Date::toInstant)
                .filter(thoughts::lasts);
    }

    /**
     * Gives the process other routing fields to go on with, and time anew; false if it has gone on. If it goes on at
     * this very moment, the engine refuses one of the two, because both touch the same job: an answer is never changed
     * after it was acted on.
     */
    boolean answerAnew(String processInstance, Map<String, Object> routing, boolean urgent) {
        Optional<Job> step = nextStep(processInstance);
        Optional<Instant> until = thoughts.until(end(processInstance));
        if (step.isEmpty()
                || until.isEmpty()
                || changeableUntil(processInstance).isEmpty()) {
            return false;
        }
        runtime.setVariables(processInstance, routing);
        goOn(step.get(), urgent ? Instant.EPOCH : until.get());
        return true;
    }

    /** Always writes another day: that it is written is what keeps the engine from going on at the same time. */
    private void goOn(Job step, Instant when) {
        Date day = Date.from(when);
        management.setJobDuedate(step.getId(), day.equals(step.getDuedate()) ? Date.from(when.minusMillis(1)) : day);
    }

    private Optional<Instant> end(String processInstance) {
        return runtime.getVariable(processInstance, EXPIRES_AT) instanceof Date end
                ? Optional.of(end.toInstant())
                : Optional.empty();
    }

    /** What follows an answer, before it is taken. */
    private Optional<Job> nextStep(String processInstance) {
        return Optional.ofNullable(management
                .createJobQuery()
                .processInstanceId(processInstance)
                .activityId(ANSWER_FORM)
                .singleResult());
    }

    /** What the process that waits for a form asked for; empty if it waits no longer. */
    Optional<EmailedForms.Wanted> wanted(Link link) {
        String instance = link.processInstance();
        if (instance == null || !isOpen(instance)) {
            return Optional.empty();
        }
        Map<String, Object> asked = runtime.getVariables(
                instance, List.of("form", "letter", "applicationId", "mentorshipId", FACTS, "calendar"));
        return Optional.of(new EmailedForms.Wanted(
                new Under(link.deployment(), link.program()),
                instance,
                String.valueOf(asked.get("form")),
                String.valueOf(asked.get("letter")),
                UUID.fromString(String.valueOf(asked.get("applicationId"))),
                link.mentorshipId(),
                text(asked, FACTS),
                text(asked, "calendar")));
    }

    private static Optional<String> text(Map<String, Object> variables, String name) {
        return Optional.ofNullable(variables.get(name)).map(Object::toString).filter(text -> !text.isBlank());
    }

    boolean asks(String processInstance, String form) {
        return isOpen(processInstance) && form.equals(runtime.getVariable(processInstance, "form"));
    }

    /** Stops waiting at another moment than the one that was planned. */
    void moveEnd(String processInstance, Instant end) {
        runtime.setVariable(processInstance, EXPIRES_AT, Date.from(end));
        management
                .createJobQuery()
                .timers()
                .processInstanceId(processInstance)
                .list()
                .forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
    }

    void withdraw(String processInstance) {
        if (isOpen(processInstance)) {
            runtime.createMessageCorrelation(WITHDRAWN)
                    .processInstanceId(processInstance)
                    .correlate();
        }
    }

    private Optional<Task> task(String processInstance) {
        return Optional.ofNullable(tasks.createTaskQuery()
                .processInstanceId(processInstance)
                .taskDefinitionKey(ANSWER_FORM)
                .singleResult());
    }
}
