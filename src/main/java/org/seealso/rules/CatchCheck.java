package org.seealso.rules;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** What is thrown, by a task or by an end event, is caught further out in the same diagram. */
final class CatchCheck {
    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*([A-Za-z][A-Za-z0-9]*)\\s*}");

    private final BpmnModelInstance model;
    private final Map<String, String> errors;
    private final FaultList faults;

    /** @param errors the code of the error each delegate may end with */
    CatchCheck(BpmnModelInstance model, Map<String, String> errors, FaultList faults) {
        this.model = model;
        this.errors = errors;
        this.faults = faults;
    }

    void run() {
        for (ServiceTask task : model.getModelElementsByType(ServiceTask.class)) {
            var bean = BEAN.matcher(String.valueOf(task.getCamundaDelegateExpression()));
            String code = bean.matches() ? errors.get(bean.group(1)) : null;
            if (code != null) {
                checkCaught(task, true, code);
            }
        }
        for (ThrowEvent event : model.getModelElementsByType(ThrowEvent.class)) {
            for (EventDefinition thrown : event.getEventDefinitions()) {
                if (thrown instanceof ErrorEventDefinition || thrown instanceof EscalationEventDefinition) {
                    checkCaught(event, thrown instanceof ErrorEventDefinition, code(thrown));
                }
            }
        }
    }

    private void checkCaught(FlowNode from, boolean error, @Nullable String code) {
        for (ModelElementInstance level = from; level != null; level = level.getParentElement()) {
            ModelElementInstance here = level;
            boolean attached = here instanceof Activity
                    && model.getModelElementsByType(BoundaryEvent.class).stream()
                            .filter(boundary -> here.equals(boundary.getAttachedTo()))
                            .anyMatch(boundary -> catches(boundary.getEventDefinitions(), error, code));
            boolean holds = here instanceof Process || here instanceof SubProcess;
            if (attached || holds && inside(here, error, code)) {
                return;
            }
        }
        faults.add(
                from.getId(),
                "It may end with \"" + code + "\", and nothing in the diagram takes care of that.",
                "Attach a boundary event for it, and draw what happens then.");
    }

    /** A subprocess that begins with the error or the escalation. */
    private static boolean inside(ModelElementInstance level, boolean error, @Nullable String code) {
        return level.getChildElementsByType(SubProcess.class).stream()
                .filter(SubProcess::triggeredByEvent)
                .flatMap(event -> event.getChildElementsByType(StartEvent.class).stream())
                .anyMatch(start -> catches(start.getEventDefinitions(), error, code));
    }

    private static boolean catches(Collection<EventDefinition> events, boolean error, @Nullable String code) {
        return events.stream()
                .filter(event ->
                        error ? event instanceof ErrorEventDefinition : event instanceof EscalationEventDefinition)
                .anyMatch(event -> code(event) == null || Objects.equals(code(event), code));
    }

    private static @Nullable String code(EventDefinition event) {
        if (event instanceof ErrorEventDefinition error && error.getError() != null) {
            return error.getError().getErrorCode();
        }
        return event instanceof EscalationEventDefinition escalation && escalation.getEscalation() != null
                ? escalation.getEscalation().getEscalationCode()
                : null;
    }
}
