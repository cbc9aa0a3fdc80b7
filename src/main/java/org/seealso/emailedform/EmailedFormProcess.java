package org.seealso.emailedform;

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

    private final TaskService tasks;
    private final RuntimeService runtime;

    EmailedFormProcess(TaskService tasks, RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
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
