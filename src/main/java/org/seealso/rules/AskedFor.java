package org.seealso.rules;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.jspecify.annotations.Nullable;

/** The variables a diagram itself asks for: in conditions, dates, loops, tables and what its calls hand over. */
final class AskedFor {
    private AskedFor() {}

    static Set<String> in(BpmnModelInstance model, RulesIndex index) {
        Set<String> names = new TreeSet<>();
        Stream.of(ConditionExpression.class, TimeDate.class)
                .flatMap(type -> model.getModelElementsByType(type).stream())
                .forEach(expression -> addExpression(names, expression.getTextContent()));
        for (CamundaIn in : model.getModelElementsByType(CamundaIn.class)) {
            add(names, in.getCamundaSource());
            addExpression(names, in.getCamundaSourceExpression());
        }
        model.getModelElementsByType(MultiInstanceLoopCharacteristics.class)
                .forEach(loop -> add(names, loop.getCamundaCollection()));
        for (BusinessRuleTask rule : model.getModelElementsByType(BusinessRuleTask.class)) {
            if (rule.getCamundaDecisionRef() != null) {
                names.addAll(index.asked(rule.getCamundaDecisionRef()));
            }
        }
        return names;
    }

    private static void add(Set<String> names, @Nullable String name) {
        if (name != null) {
            names.add(name);
        }
    }

    private static void addExpression(Set<String> names, @Nullable String text) {
        if (text != null && Expressions.isExpression(text)) {
            names.addAll(Expressions.read(text.strip()).variables());
        }
    }
}
