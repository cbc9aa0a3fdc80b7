package org.seealso.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.jspecify.annotations.Nullable;

/**
 * The texts a variable of a process can hold, where every place that sets it is in sight: choices of a form, results of
 * a table, answers that come back from an emailed form.
 */
final class KnownValues {
    private final RulesIndex index;
    private final Map<String, Set<String>> values = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    KnownValues(String process, BpmnModelInstance model, RulesIndex index) {
        this.index = index;
        open.addAll(index.givenByCallers(process));
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            addForm(task.getCamundaFormRef());
            leaveOpen(task.getCamundaFormKey());
        }
        for (StartEvent start : model.getModelElementsByType(StartEvent.class)) {
            addForm(start.getCamundaFormRef());
            leaveOpen(start.getCamundaFormKey());
        }
        for (BusinessRuleTask rule : model.getModelElementsByType(BusinessRuleTask.class)) {
            if (rule.getCamundaResultVariable() != null) {
                boolean one = "singleEntry".equals(rule.getCamundaMapDecisionResult());
                add(rule.getCamundaResultVariable(), one ? index.results(rule.getCamundaDecisionRef()) : Set.of());
            }
        }
        for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
            addResults(call);
        }
        model.getModelElementsByType(CamundaInputParameter.class).forEach(p -> open.add(p.getCamundaName()));
        model.getModelElementsByType(CamundaOutputParameter.class).forEach(p -> open.add(p.getCamundaName()));
    }

    /** Empty if it may hold anything. */
    Optional<Set<String>> of(String variable) {
        return open.contains(variable) ? Optional.empty() : Optional.ofNullable(values.get(variable));
    }

    private void addForm(@Nullable String form) {
        if (form != null) {
            index.routingFields(form).forEach(field -> add(field, index.choices(form + ".form", field)));
        }
    }

    private void leaveOpen(@Nullable String key) {
        if (key != null) {
            open.addAll(index.routingFields(RuleFiles.stem(key.substring(key.lastIndexOf(':') + 1))));
        }
    }

    private void addResults(CallActivity call) {
        Optional<String> form = CallCheck.literal(call, "form");
        for (CamundaOut out : CallCheck.given(call, CamundaOut.class)) {
            String target = out.getCamundaTarget();
            String source = out.getCamundaSource();
            if (target == null) {
                continue;
            }
            boolean asked = form.isPresent()
                    && source != null
                    && index.routingFields(form.get()).contains(source);
            add(target, asked ? index.choices(form.orElse("") + ".form", String.valueOf(source)) : Set.of());
        }
    }

    /** No values at all means that they are not known. */
    private void add(String variable, Set<String> more) {
        if (more.isEmpty()) {
            open.add(variable);
        } else {
            values.computeIfAbsent(variable, v -> new TreeSet<>()).addAll(more);
        }
    }
}
