package org.seealso.rules;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;

/** A choice is a question with an answer on every flow, and one answer for whatever nobody thought of. */
final class GatewayCheck {
    private final BpmnModelInstance model;
    private final FaultList faults;

    GatewayCheck(BpmnModelInstance model, FaultList faults) {
        this.model = model;
        this.faults = faults;
    }

    void run() {
        model.getModelElementsByType(Gateway.class).forEach(this::checkGateway);
        model.getModelElementsByType(FlowNode.class).forEach(this::checkSplit);
    }

    private void checkGateway(Gateway gateway) {
        boolean asks = gateway instanceof ExclusiveGateway
                || gateway instanceof InclusiveGateway
                || gateway instanceof EventBasedGateway;
        if (!asks || gateway.getOutgoing().size() < 2) {
            return;
        }
        if (!Elements.nameOf(gateway).strip().endsWith("?")) {
            faults.add(gateway.getId(), "The gateway asks no question.", "Name it with a question that ends in \"?\".");
        }
        if (!(gateway instanceof EventBasedGateway)) {
            checkAnswers(gateway, otherwise(gateway));
        }
    }

    private void checkAnswers(Gateway gateway, @Nullable SequenceFlow otherwise) {
        if (otherwise == null) {
            faults.add(
                    gateway.getId(),
                    "The gateway has no default flow, so an unexpected answer would stop the process.",
                    "Make one outgoing flow the default flow.");
        }
        Map<String, SequenceFlow> conditions = new HashMap<>();
        for (SequenceFlow flow : gateway.getOutgoing()) {
            if (Elements.isBlank(flow.getName())) {
                faults.add(flow.getId(), "The flow does not answer its gateway.", "Name it, for example Yes.");
            }
            if (flow.getConditionExpression() == null) {
                if (!flow.equals(otherwise)) {
                    faults.add(flow.getId(), "The flow has no condition.", "Write when it is taken.");
                }
                continue;
            }
            String condition = flow.getConditionExpression().getTextContent().strip();
            SequenceFlow first = conditions.putIfAbsent(condition, flow);
            if (first != null && gateway instanceof ExclusiveGateway) {
                faults.add(
                        flow.getId(),
                        "It has the same condition as " + Elements.called(first) + ", so it is never taken.",
                        "Write when this one is taken, or remove it.");
            }
        }
    }

    private static @Nullable SequenceFlow otherwise(Gateway gateway) {
        if (gateway instanceof ExclusiveGateway exclusive) {
            return exclusive.getDefault();
        }
        return gateway instanceof InclusiveGateway inclusive ? inclusive.getDefault() : null;
    }

    /** Two arrows out of a task both happen; whoever drew them may have meant a choice. */
    private void checkSplit(FlowNode node) {
        if (node instanceof Gateway) {
            return;
        }
        if (node.getOutgoing().size() > 1) {
            faults.add(
                    node.getId(),
                    "Several flows leave it at once, and the picture does not say whether one or all are taken.",
                    "Let one flow lead to a gateway: with a question for a choice, with a plus for all.");
        }
        for (SequenceFlow flow : node.getOutgoing()) {
            if (flow.getConditionExpression() != null) {
                faults.add(
                        flow.getId(),
                        "A condition stands on a flow that no gateway asks about.",
                        "Put a gateway with a question in between.");
            }
        }
    }
}
