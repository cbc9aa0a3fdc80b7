package org.seealso.rules;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** No condition waits for an answer that nobody can give. */
final class ConditionCheck {
    private static final Pattern COMPARED = Pattern.compile("\\b([a-z][A-Za-z0-9]*)\\s*[!=]=\\s*['\"]([^'\"]*)['\"]");

    private final BpmnModelInstance model;
    private final KnownValues values;
    private final FaultList faults;

    ConditionCheck(BpmnModelInstance model, KnownValues values, FaultList faults) {
        this.model = model;
        this.values = values;
        this.faults = faults;
    }

    void run() {
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (flow.getConditionExpression() != null) {
                check(flow, flow.getConditionExpression().getTextContent());
            }
        }
    }

    private void check(SequenceFlow flow, String condition) {
        Matcher compared = COMPARED.matcher(condition);
        while (compared.find()) {
            String variable = compared.group(1);
            String wanted = compared.group(2);
            Set<String> possible = values.of(variable).orElse(Set.of(wanted));
            if (!possible.contains(wanted)) {
                faults.add(
                        flow.getId(),
                        "It asks whether " + variable + " is '" + wanted + "', which it never is.",
                        "Compare it with one of: " + String.join(", ", possible) + ".");
            }
        }
    }
}
