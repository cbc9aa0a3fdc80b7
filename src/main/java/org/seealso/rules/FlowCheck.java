package org.seealso.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Every element is reached from a start, leads to an end, and no circle turns without waiting for anything. */
final class FlowCheck {
    private static final int NAMES_SHOWN = 4;

    private final BpmnModelInstance model;
    private final FaultList faults;

    FlowCheck(BpmnModelInstance model, FaultList faults) {
        this.model = model;
        this.faults = faults;
    }

    void run() {
        model.getModelElementsByType(Process.class).forEach(this::check);
        model.getModelElementsByType(SubProcess.class).forEach(this::check);
    }

    /** One level: the process, or the inside of a subprocess. */
    private void check(ModelElementInstance level) {
        Collection<FlowNode> nodes = level.getChildElementsByType(FlowNode.class).stream()
                .filter(node -> !isOnItsOwn(node))
                .toList();
        Map<FlowNode, Set<FlowNode>> next = new LinkedHashMap<>();
        nodes.forEach(node -> next.put(node, next(node, nodes)));
        Set<FlowNode> lost = lost(nodes, next);
        Set<FlowNode> stuck = stuck(nodes, next);
        stuck.removeAll(lost);
        if (!stuck.isEmpty() && !isEndedFromElsewhere(level)) {
            faults.add(
                    stuck.iterator().next().getId(),
                    "From here no end can be reached: " + names(stuck) + " would go round for ever.",
                    "Draw a way out that leads to an end event.");
        }
        turnsWithoutWaiting(next);
        nodes.forEach(node -> {
            if (node instanceof BoundaryEvent boundary && !boundary.cancelActivity()) {
                goesOnAfterTheEnd(boundary, nodes, next);
            }
        });
    }

    /** Whoever has answered must not be reminded: what began beside a task ends with what follows the task. */
    private void goesOnAfterTheEnd(
            BoundaryEvent beside, Collection<FlowNode> nodes, Map<FlowNode, Set<FlowNode>> next) {
        Set<FlowNode> branch = closure(List.of(beside), next);
        Optional<FlowNode> waiting = branch.stream()
                .filter(node -> node instanceof IntermediateCatchEvent && !isLink(node))
                .findFirst();
        Set<FlowNode> main = closure(
                nodes.stream()
                        .filter(node -> node instanceof BoundaryEvent other
                                ? !other.equals(beside)
                                        && beside.getAttachedTo().equals(other.getAttachedTo())
                                : beside.getAttachedTo().getOutgoing().stream()
                                        .anyMatch(flow -> node.equals(flow.getTarget())))
                        .toList(),
                next);
        main.removeAll(branch);
        waiting.ifPresent(still -> main.stream()
                .filter(node -> node instanceof EndEvent
                        && node.getChildElementsByType(EventDefinition.class).isEmpty())
                .forEach(end -> faults.add(
                        end.getId(),
                        "It leaves " + Elements.called(still) + " waiting: what began at " + Elements.called(beside)
                                + " would go on after this end.",
                        "Make it a terminate end event, which ends everything in the process.")));
    }

    private Set<FlowNode> lost(Collection<FlowNode> nodes, Map<FlowNode, Set<FlowNode>> next) {
        Set<FlowNode> reached = closure(
                nodes.stream()
                        .filter(node -> node instanceof StartEvent || isLinkTarget(node))
                        .toList(),
                next);
        Set<FlowNode> lost = new LinkedHashSet<>(nodes);
        lost.removeAll(reached);
        boolean led = true;
        for (FlowNode node : lost) {
            if (node.getIncoming().isEmpty() && !(node instanceof BoundaryEvent)) {
                led = false;
                faults.add(
                        node.getId(),
                        "Nothing leads to it, so it would never happen.",
                        "Draw a flow that leads here, or remove it.");
            }
        }
        if (led && !lost.isEmpty()) {
            faults.add(
                    lost.iterator().next().getId(),
                    "No way from the start leads to " + names(lost) + ", so it would never happen.",
                    "Draw a flow that leads here, or remove it.");
        }
        return lost;
    }

    private Set<FlowNode> stuck(Collection<FlowNode> nodes, Map<FlowNode, Set<FlowNode>> next) {
        Map<FlowNode, Set<FlowNode>> before = new LinkedHashMap<>();
        next.forEach((node, targets) -> targets.forEach(target ->
                before.computeIfAbsent(target, t -> new LinkedHashSet<>()).add(node)));
        List<FlowNode> ends = new ArrayList<>();
        for (FlowNode node : nodes) {
            if (next.getOrDefault(node, Set.of()).isEmpty() || node instanceof EndEvent) {
                ends.add(node);
            }
            if (node.getOutgoing().isEmpty() && !(node instanceof EndEvent) && !isLink(node)) {
                faults.add(
                        node.getId(),
                        "Nothing follows it: whoever gets here is forgotten without a word.",
                        "Draw a flow to what comes next, or to an end event that says how it ends.");
            }
        }
        Set<FlowNode> stuck = new LinkedHashSet<>(nodes);
        stuck.removeAll(closure(ends, before));
        return stuck;
    }

    /** A circle may turn until something beside it ends everything, such as reminders until a task is done. */
    private static boolean isEndedFromElsewhere(ModelElementInstance level) {
        for (ModelElementInstance above = level; above != null; above = above.getParentElement()) {
            if (above.getChildElementsByType(EndEvent.class).stream()
                    .anyMatch(end -> !end.getIncoming().isEmpty()
                            && !end.getChildElementsByType(TerminateEventDefinition.class)
                                    .isEmpty())) {
                return true;
            }
        }
        return false;
    }

    private void turnsWithoutWaiting(Map<FlowNode, Set<FlowNode>> next) {
        Map<FlowNode, Set<FlowNode>> instant = new LinkedHashMap<>();
        next.forEach((node, targets) -> {
            if (!waits(node)) {
                instant.put(
                        node,
                        targets.stream()
                                .filter(Predicate.not(FlowCheck::waits))
                                .collect(Collectors.toCollection(LinkedHashSet::new)));
            }
        });
        for (FlowNode node : instant.keySet()) {
            if (closure(instant.getOrDefault(node, Set.of()), instant).contains(node)) {
                faults.add(
                        node.getId(),
                        "It goes round without ever waiting for a person or a date.",
                        "Wait in the circle: for an answer, or for a date such as ${dueAt}.");
                return;
            }
        }
    }

    private static Set<FlowNode> closure(Collection<FlowNode> from, Map<FlowNode, Set<FlowNode>> next) {
        Set<FlowNode> seen = new LinkedHashSet<>(from);
        Deque<FlowNode> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (FlowNode node : next.getOrDefault(open.pop(), Set.of())) {
                if (seen.add(node)) {
                    open.push(node);
                }
            }
        }
        return seen;
    }

    private static Set<FlowNode> next(FlowNode node, Collection<FlowNode> nodes) {
        Set<FlowNode> next = node.getOutgoing().stream()
                .map(SequenceFlow::getTarget)
                .filter(target -> target != null)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (node instanceof Activity) {
            nodes.stream()
                    .filter(other -> other instanceof BoundaryEvent boundary && node.equals(boundary.getAttachedTo()))
                    .forEach(next::add);
        }
        return next;
    }

    private static boolean waits(FlowNode node) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof CallActivity
                || node instanceof SubProcess
                || node instanceof IntermediateCatchEvent
                || node instanceof BoundaryEvent
                || node instanceof EventBasedGateway;
    }

    /** Begins by itself: a subprocess that waits for an event, or what takes something back. */
    private static boolean isOnItsOwn(FlowNode node) {
        return node instanceof SubProcess inner && inner.triggeredByEvent()
                || node instanceof Activity activity && activity.isForCompensation();
    }

    private static boolean isLink(FlowNode node) {
        return !node.getChildElementsByType(LinkEventDefinition.class).isEmpty();
    }

    private static boolean isLinkTarget(FlowNode node) {
        return node instanceof IntermediateCatchEvent && isLink(node);
    }

    private static String names(Set<FlowNode> nodes) {
        String some = nodes.stream().limit(NAMES_SHOWN).map(Elements::called).collect(Collectors.joining(", "));
        return nodes.size() > NAMES_SHOWN ? some + " and " + (nodes.size() - NAMES_SHOWN) + " more" : some;
    }
}
