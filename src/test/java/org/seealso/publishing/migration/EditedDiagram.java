package org.seealso.publishing.migration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A diagram of the house as an admin might change it, without its drawing. */
final class EditedDiagram {
    static final String RENAMED = "_Renamed";

    private final String process;

    EditedDiagram(String process) {
        this.process = process;
    }

    private String text() {
        try {
            String text = Files.readString(Path.of("processes", process + ".bpmn"));
            int from = text.indexOf("<bpmndi:BPMNDiagram");
            String end = "</bpmndi:BPMNDiagram>";
            return text.substring(0, from) + text.substring(text.indexOf(end) + end.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BpmnModelInstance model() {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(text().getBytes(StandardCharsets.UTF_8)));
    }

    String unchanged() {
        return text();
    }

    String renamed(String id) {
        return text().replace("\"" + id + "\"", "\"" + id + RENAMED + "\"");
    }

    /** Its flows lead on to what came after it; what hung on it goes, too. */
    String removed(String id) {
        BpmnModelInstance model = model();
        FlowNode node = model.getModelElementById(id);
        if (node.getParentElement() instanceof SubProcess parent
                && parent.triggeredByEvent()
                && node.getIncoming().isEmpty()) {
            remove(parent);
            return Bpmn.convertToString(model);
        }
        Optional<FlowNode> next = node.getOutgoing().stream().findFirst().map(SequenceFlow::getTarget);
        for (SequenceFlow flow : List.copyOf(node.getIncoming())) {
            if (next.isEmpty() || flow.getSource() instanceof EventBasedGateway) {
                flow.getSource().getOutgoing().remove(flow);
                remove(flow);
            } else {
                lead(flow, next.get());
            }
        }
        for (BoundaryEvent event : model.getModelElementsByType(BoundaryEvent.class)) {
            if (node.equals(event.getAttachedTo())) {
                removeWithFlows(event);
            }
        }
        removeWithFlows(node);
        return Bpmn.convertToString(model);
    }

    /** Empty where no task can stand before it. */
    Optional<String> withTaskBefore(String id) {
        BpmnModelInstance model = model();
        FlowNode node = model.getModelElementById(id);
        if (node.getIncoming().isEmpty()
                || node.getIncoming().stream().anyMatch(flow -> flow.getSource() instanceof EventBasedGateway)) {
            return Optional.empty();
        }
        UserTask task = model.newInstance(UserTask.class, "UserTask_AddedByAnAdmin");
        task.setName("Added by an admin");
        node.getParentElement().addChildElement(task);
        for (SequenceFlow flow : List.copyOf(node.getIncoming())) {
            lead(flow, task);
        }
        SequenceFlow on = model.newInstance(SequenceFlow.class, "Flow_AddedByAnAdmin");
        node.getParentElement().addChildElement(on);
        on.setSource(task);
        on.setTarget(node);
        task.getOutgoing().add(on);
        node.getIncoming().add(on);
        return Optional.of(Bpmn.convertToString(model));
    }

    private static void lead(SequenceFlow flow, FlowNode to) {
        flow.getTarget().getIncoming().remove(flow);
        flow.setTarget(to);
        to.getIncoming().add(flow);
    }

    private static void removeWithFlows(FlowNode node) {
        List<SequenceFlow> flows = new ArrayList<>(node.getOutgoing());
        flows.addAll(node.getIncoming());
        for (SequenceFlow flow : flows) {
            flow.getTarget().getIncoming().remove(flow);
            flow.getSource().getOutgoing().remove(flow);
            remove(flow);
        }
        remove(node);
    }

    private static void remove(org.camunda.bpm.model.bpmn.instance.FlowElement element) {
        element.getParentElement().removeChildElement(element);
    }
}
