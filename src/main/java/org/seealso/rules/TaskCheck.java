package org.seealso.rules;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.jspecify.annotations.Nullable;

/** Every task says who or what does it, and asks for nothing that is not there. */
final class TaskCheck {
    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*([A-Za-z][A-Za-z0-9]*)\\s*}");

    private static final Set<String> BLOCKS = Set.of("sendLetterDelegate");

    private final String process;
    private final BpmnModelInstance model;
    private final Surroundings around;
    private final FaultList faults;

    TaskCheck(String process, BpmnModelInstance model, Surroundings around, FaultList faults) {
        this.process = process;
        this.model = model;
        this.around = around;
        this.faults = faults;
    }

    void run() {
        model.getModelElementsByType(ServiceTask.class).forEach(this::checkServiceTask);
        model.getModelElementsByType(UserTask.class).forEach(this::checkUserTask);
        model.getModelElementsByType(CallActivity.class).forEach(this::checkBoundary);
        if (!around.contracts().isEmpty()) {
            model.getModelElementsByType(CatchEvent.class).stream()
                    .filter(TaskCheck::waits)
                    .forEach(this::checkBoundary);
        }
        model.getModelElementsByType(StartEvent.class)
                .forEach(start -> checkForm(
                        start.getId(),
                        start.getCamundaFormRef(),
                        start.getCamundaFormRefBinding(),
                        start.getCamundaFormKey()));
        model.getModelElementsByType(BusinessRuleTask.class).forEach(this::checkRule);
    }

    private void checkServiceTask(ServiceTask task) {
        String delegate = task.getCamundaDelegateExpression();
        String label = Elements.nameOf(task);
        if (delegate == null) {
            faults.add(
                    task.getId(),
                    "The service task does not say what does the work.",
                    "Set Implementation to Delegate expression, such as ${" + Naming.bean(label) + "}.");
            return;
        }
        String pascal = Naming.pascal(label);
        String id = "ServiceTask_" + pascal;
        if (!pascal.isEmpty() && !task.getId().equals(id) && !task.getId().startsWith(id + "_")) {
            faults.add(
                    task.getId(),
                    "The id does not match the label \"" + label + "\".",
                    "Set the id to " + id + ", or the label to what the id says.");
        }
        var bean = BEAN.matcher(delegate);
        if (bean.matches()) {
            checkInputs(task, bean.group(1));
            checkTriedAgain(task, bean.group(1));
        }
        if (bean.matches() && !pascal.isEmpty() && !isCalled(bean.group(1), label)) {
            faults.add(
                    task.getId(),
                    "The delegate " + delegate + " does not match the label \"" + label + "\".",
                    "Set the delegate expression to ${" + Naming.bean(label) + "}.");
        }
    }

    /** In a transaction of its own: it is tried again by itself, and its failure undoes nothing before it. */
    private void checkTriedAgain(ServiceTask task, String bean) {
        Contracts contracts = around.contracts();
        if (!task.isCamundaAsyncBefore()
                && !contracts.isEmpty()
                && !contracts.atOnce().contains(bean)) {
            faults.add(
                    task.getId(),
                    "If it failed, it would undo the step before it, and nobody would try again.",
                    "Tick Asynchronous before.");
        }
    }

    /** What a block must be told, as an input parameter. */
    private void checkInputs(ServiceTask task, String bean) {
        Set<String> missing = new TreeSet<>(around.contracts().inputs(bean));
        if (task.getExtensionElements() != null) {
            ProcessVariables.deep(task.getExtensionElements(), CamundaInputParameter.class)
                    .filter(input -> !Elements.isBlank(input.getTextContent()))
                    .forEach(input -> missing.remove(input.getCamundaName()));
        }
        if (!missing.isEmpty()) {
            faults.add(
                    task.getId(),
                    "It is not told its " + String.join(", ", missing) + ".",
                    "Fill that in under Inputs, as the element template shows.");
        }
    }

    /** Of the blocks of the element templates there may be several: "Send letter about parking" is a Send letter, too. */
    private boolean isCalled(String bean, String label) {
        String expected = Naming.bean(label);
        return expected.equals(bean)
                || BLOCKS.contains(bean)
                        && !around.delegates().contains(expected)
                        && expected.startsWith(bean.substring(0, bean.length() - "Delegate".length()));
    }

    private void checkUserTask(UserTask task) {
        checkBoundary(task);
        if (task.getCamundaFormRef() == null && task.getCamundaFormKey() == null) {
            faults.add(task.getId(), "The task has no form.", "Choose its form, bound to the deployment.");
        }
        checkForm(task.getId(), task.getCamundaFormRef(), task.getCamundaFormRefBinding(), task.getCamundaFormKey());
        boolean answeredByLink = task.getCamundaFormRef() != null && Expressions.isExpression(task.getCamundaFormRef());
        if (!answeredByLink) {
            checkWhoSeesIt(task);
        }
    }

    private void checkWhoSeesIt(UserTask task) {
        String groups = task.getCamundaCandidateGroups();
        if (Elements.isBlank(groups)
                && Elements.isBlank(task.getCamundaCandidateUsers())
                && Elements.isBlank(task.getCamundaAssignee())) {
            faults.add(
                    task.getId(),
                    "Nobody sees the task: it is offered to no group.",
                    "Write coordinators in Candidate groups, or conduct-handlers for what only they may see.");
            return;
        }
        String only = around.contracts().confidential().get(process);
        if (only != null
                && (!only.equals(groups)
                        || !Elements.isBlank(task.getCamundaCandidateUsers())
                        || !Elements.isBlank(task.getCamundaAssignee()))) {
            faults.add(
                    task.getId(),
                    "Others than " + only + " would read what was told in confidence.",
                    "Write " + only + " alone in Candidate groups.");
        }
        Set<String> known = around.contracts().groups();
        for (String group : String.valueOf(groups).split("\\s*,\\s*")) {
            if (!known.isEmpty() && groups != null && !Expressions.isExpression(group) && !known.contains(group)) {
                faults.add(
                        task.getId(),
                        "Nobody is in the group " + group + ", so nobody would see the task.",
                        "Write one of: " + String.join(", ", new TreeSet<>(known))
                                + ". Which coordinators see it, the program's row says (team).");
            }
        }
    }

    /** Without a commit between them, a failure after a person's answer would throw the answer away (house law 7). */
    private void checkBoundary(FlowNode node) {
        boolean nextWaits = !node.getOutgoing().isEmpty()
                && node.getOutgoing().stream()
                        .allMatch(f -> f.getTarget() != null
                                && (f.getTarget().isCamundaAsyncBefore()
                                        || node instanceof CatchEvent && f.getTarget() instanceof EndEvent));
        if (!node.isCamundaAsyncAfter() && !node.isCamundaAsyncBefore() && !nextWaits) {
            faults.add(
                    node.getId(),
                    "Nothing is saved after it: a later failure would lose what was done here.",
                    "Tick Asynchronous after.");
        }
    }

    private static boolean waits(CatchEvent event) {
        return event.getEventDefinitions().stream()
                .anyMatch(what -> what instanceof MessageEventDefinition || what instanceof TimerEventDefinition);
    }

    private void checkForm(String element, @Nullable String ref, @Nullable String binding, @Nullable String key) {
        if (ref != null) {
            if (!around.index().hasFile(ref + ".form") && !Expressions.isExpression(ref)) {
                faults.add(element, "There is no form " + ref + ".form.", "Add it to forms, or choose another form.");
            }
            if (!"deployment".equals(binding)) {
                faults.add(
                        element,
                        "The form is not bound to the deployment, so a later change would reach people in the middle.",
                        "Set the form's binding to deployment.");
            }
        }
        if (key != null) {
            String file = key.substring(key.lastIndexOf(':') + 1);
            boolean known = key.startsWith("embedded:deployment:") || key.startsWith("camunda-forms:deployment:");
            if (!known) {
                faults.add(
                        element,
                        "The form key " + key + " does not read from the deployment.",
                        "Use embedded:deployment:name.html, or a form reference.");
            } else if (!around.index().hasFile(file)) {
                faults.add(element, "There is no form " + file + ".", "Add it to forms, or choose another form.");
            }
        }
    }

    private void checkRule(BusinessRuleTask task) {
        String decision = task.getCamundaDecisionRef();
        if (decision == null) {
            if (task.getCamundaDelegateExpression() == null) {
                faults.add(task.getId(), "The task names no decision.", "Choose a decision table.");
            }
            return;
        }
        if (!around.index().hasDecision(decision)) {
            faults.add(task.getId(), "There is no decision " + decision + ".", "Add its table to processes.");
        }
        if (!"deployment".equals(task.getCamundaDecisionRefBinding())) {
            faults.add(task.getId(), "The decision is not bound to the deployment.", "Set the binding to deployment.");
        }
        if (task.getCamundaResultVariable() == null) {
            faults.add(task.getId(), "The decision's result is thrown away.", "Name a result variable.");
        }
        around.index()
                .variablesOf(process)
                .ifPresent(variables -> around.index().asked(decision).stream()
                        .filter(input -> !variables.declares(input))
                        .forEach(input -> faults.add(
                                task.getId(),
                                "The table " + decision + " asks for " + input
                                        + ", which nothing in this process sets.",
                                "Use a routing field of a form, map it in, or list it in the extension property \"variables\""
                                        + " of the process.")));
    }
}
