package org.seealso.emailedform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
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
