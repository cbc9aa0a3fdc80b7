package org.seealso.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * The variables a process may ask for. They are declared where an admin can see them: routing fields of its forms,
 * results of its decisions, mappings of its calls and of its callers, loop variables, and, for what starts the process
 * or what Java writes, an extension property {@code variables} ("program cohortId") on the process or on the task.
 * The order in time is not looked at: a variable set in a later step counts as declared.
 */
final class ProcessVariables {
    private static final List<String> OF_LOOPS =
            List.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

    private final Set<String> names = new HashSet<>(OF_LOOPS);
    private final RulesIndex index;

    ProcessVariables(Process process, RulesIndex index) {
        this.index = index;
        names.addAll(index.givenByCallers(process.getId()));
        collect(process);
    }

    boolean declares(String name) {
        return names.contains(name);
    }

    private void collect(ModelElementInstance element) {
        if (element instanceof BaseElement base && base.getExtensionElements() != null) {
            collectExtensions(base.getExtensionElements());
        }
        if (element instanceof UserTask task) {
            addForm(task.getCamundaFormRef());
            addForm(task.getCamundaFormKey());
        } else if (element instanceof StartEvent start) {
            addForm(start.getCamundaFormRef());
            addForm(start.getCamundaFormKey());
            add(start.getCamundaInitiator());
        } else if (element instanceof BusinessRuleTask rule) {
            add(rule.getCamundaResultVariable());
        } else if (element instanceof MultiInstanceLoopCharacteristics loop) {
            add(loop.getCamundaElementVariable());
        } else if (element instanceof ErrorEventDefinition error) {
            add(error.getCamundaErrorCodeVariable());
            add(error.getCamundaErrorMessageVariable());
        }
        for (Class<? extends ModelElementInstance> type : List.of(
                org.camunda.bpm.model.bpmn.instance.FlowElement.class,
                org.camunda.bpm.model.bpmn.instance.EventDefinition.class,
                org.camunda.bpm.model.bpmn.instance.LoopCharacteristics.class)) {
            element.getChildElementsByType(type).forEach(this::collect);
        }
    }

    private void collectExtensions(ModelElementInstance extensions) {
        deep(extensions, CamundaProperty.class)
                .filter(p -> "variables".equals(p.getCamundaName()) && p.getCamundaValue() != null)
                .flatMap(p -> Stream.of(p.getCamundaValue().strip().split("[\\s,]+")))
                .forEach(this::add);
        deep(extensions, CamundaInputParameter.class).forEach(p -> add(p.getCamundaName()));
        deep(extensions, CamundaOutputParameter.class).forEach(p -> add(p.getCamundaName()));
        deep(extensions, CamundaOut.class).forEach(p -> add(p.getCamundaTarget()));
    }

    /** The typed model finds children only one level down; parameters stand two levels down. */
    static <T extends ModelElementInstance> Stream<T> deep(ModelElementInstance parent, Class<T> type) {
        return parent.getModelInstance().getModelElementsByType(type).stream().filter(candidate -> {
            ModelElementInstance above = candidate.getParentElement();
            while (above != null && !above.equals(parent)) {
                above = above.getParentElement();
            }
            return above != null;
        });
    }

    private void addForm(@Nullable String reference) {
        if (reference != null) {
            index.routingFields(RuleFiles.stem(reference.substring(reference.lastIndexOf(':') + 1)))
                    .forEach(this::add);
            index.routingFields(reference).forEach(this::add);
        }
    }

    private void add(@Nullable String name) {
        if (name != null && !name.isEmpty()) {
            names.add(name);
        }
    }
}
