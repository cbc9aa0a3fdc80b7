package org.seealso.emailedform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Under;
import org.springframework.stereotype.Component;

/** The contract with emailed-form.bpmn. {@code reply} is answered, silence or withdrawn. */
@Component
class EmailedFormProcess {
    static final String WITHDRAWN = "emailedForm.withdrawn";
    static final String REPLY = "reply";
    static final String FACTS = "facts";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ObjectMapper json;

    EmailedFormProcess(TaskService tasks, RuntimeService runtime, ObjectMapper json) {
        this.tasks = tasks;
        this.runtime = runtime;
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

    /** Completes the task with the routing fields; false if it is not open any more. */
    boolean answer(String processInstance, Map<String, Object> routing) {
        Optional<Task> task = task(processInstance);
        if (task.isEmpty()) {
            return false;
        }
        Map<String, Object> variables = new HashMap<>(routing);
        variables.put(REPLY, "answered");
        tasks.complete(task.get().getId(), variables);
        return true;
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
                .taskDefinitionKey("UserTask_AnswerForm")
                .singleResult());
    }
}
