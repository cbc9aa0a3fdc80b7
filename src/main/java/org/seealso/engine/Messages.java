package org.seealso.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.springframework.stereotype.Component;

/** The messages by which rooms reach one another (house law 1); the business key says whom a message is for. */
@Component
public class Messages {
    private final RuntimeService runtime;

    Messages(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Starts a process under the newest rules (house law 5). */
    public void start(String message, UUID businessKey, Map<String, ?> variables) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey.toString())
                .setVariables(new HashMap<>(variables))
                .correlateStartMessage();
    }

    /**
     * The same with facts for the event subprocess it starts, and nothing else. {@code setVariablesLocal} would put them
     * around it: of two messages at one moment, both would then act with the facts of the second.
     */
    public boolean tell(String message, UUID businessKey, Map<String, ?> facts) {
        return !runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey.toString())
                .setVariablesToTriggeredScope(new HashMap<>(facts))
                .correlateAllWithResult()
                .isEmpty();
    }

    /** Tells whoever waits for it; one that is past it, or over, hears nothing, where correlate() would undo everything. */
    public void tell(String message, UUID businessKey) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey.toString())
                .correlateAll();
    }

    /** The same with facts for the whole process, for a message that ends a part of it. */
    public void tellProcess(String message, UUID businessKey, Map<String, ?> facts) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey.toString())
                .setVariables(new HashMap<>(facts))
                .correlateAll();
    }

    /** Tells every process that waits for it and holds these ids, whatever its business key. */
    public void tellWhoever(String message, Map<String, UUID> ids) {
        MessageCorrelationBuilder correlation = runtime.createMessageCorrelation(message);
        ids.forEach((name, id) -> correlation.processInstanceVariableEquals(name, id.toString()));
        correlation.correlateAll();
    }

    /** Tells every process of a program that waits for it, with facts for the whole of each. */
    public void tellProgram(String message, String program, Map<String, ?> facts) {
        runtime.createMessageCorrelation(message)
                .processInstanceVariableEquals("program", program)
                .setVariables(new HashMap<>(facts))
                .correlateAll();
    }

    /** Whether a process of this kind runs for this business key. */
    public boolean runs(String process, UUID businessKey) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(businessKey.toString())
                        .active()
                        .count()
                > 0;
    }

    /** Whether the process with this id is under way. */
    public boolean runs(String instance) {
        return runtime.createProcessInstanceQuery().processInstanceId(instance).count() > 0;
    }
}
