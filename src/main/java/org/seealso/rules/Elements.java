package org.seealso.rules;

import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** What every check asks of the elements of a diagram. */
final class Elements {
    private Elements() {}

    static String nameOf(FlowElement element) {
        return element.getName() == null ? "" : element.getName();
    }

    /** As an admin sees it: its label, or its id if it has none. */
    static String called(FlowElement element) {
        return isBlank(element.getName()) ? element.getId() : "“" + element.getName() + "”";
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** The nearest thing an admin can click. */
    static String ownerOf(ModelElementInstance element) {
        ModelElementInstance above = element;
        while (above != null && !(above instanceof FlowElement) && !(above instanceof Process)) {
            above = above.getParentElement();
        }
        return above instanceof BaseElement base ? base.getId() : Fault.WHOLE_FILE;
    }

    /** The names of the messages a process starts with or waits for. */
    static Set<String> heard(BpmnModelInstance model) {
        Set<String> names = new TreeSet<>();
        model.getModelElementsByType(MessageEventDefinition.class).stream()
                .filter(event ->
                        event.getMessage() != null && event.getMessage().getName() != null)
                .forEach(event -> names.add(event.getMessage().getName()));
        model.getModelElementsByType(ReceiveTask.class).stream()
                .filter(task -> task.getMessage() != null && task.getMessage().getName() != null)
                .forEach(task -> names.add(task.getMessage().getName()));
        return names;
    }
}
