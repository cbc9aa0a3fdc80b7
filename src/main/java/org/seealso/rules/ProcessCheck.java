package org.seealso.rules;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** A process says what it is, asks for nothing that is not there, and every pause and choice in it can end. */
final class ProcessCheck {
    private static final Pattern TIME_TO_LIVE = Pattern.compile("P?\\d+D?");
    private static final Pattern RETRY = Pattern.compile("R\\d+/(P.+)");
    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*([A-Za-z][A-Za-z0-9]*)\\s*}");
    private static final Pattern QUOTED = Pattern.compile("[$#]\\{\\s*'([^']*)'\\s*}");
    private static final Set<String> PREFIXED =
            Set.of("ServiceTask", "UserTask", "BusinessRuleTask", "CallActivity", "StartEvent", "EndEvent");

    private final String name;
    private final byte[] bytes;
    private final BpmnModelInstance model;
    private final RulesIndex index;
    private final Set<String> delegates;
    private final FaultList faults;

    ProcessCheck(String name, RuleFiles files, RulesIndex index, Set<String> delegates, FaultList faults) {
        this.name = name;
        this.bytes = files.bytes(name);
        BpmnModelInstance read = index.processFiles().get(name);
        if (read == null) {
            throw new IllegalArgumentException("There is no process " + name);
        }
        this.model = read;
        this.index = index;
        this.delegates = delegates;
        this.faults = faults;
    }

    void run() {
        checkProcess();
        model.getModelElementsByType(FlowNode.class).forEach(this::checkNode);
        model.getModelElementsByType(Gateway.class).forEach(this::checkGateway);
        model.getModelElementsByType(ServiceTask.class).forEach(this::checkServiceTask);
        model.getModelElementsByType(UserTask.class).forEach(this::checkUserTask);
        model.getModelElementsByType(StartEvent.class)
                .forEach(start -> checkForm(
                        start.getId(),
                        start.getCamundaFormRef(),
                        start.getCamundaFormRefBinding(),
                        start.getCamundaFormKey()));
        model.getModelElementsByType(CallActivity.class).forEach(this::checkCall);
        model.getModelElementsByType(BusinessRuleTask.class).forEach(this::checkRule);
        model.getModelElementsByType(TimerEventDefinition.class).forEach(this::checkTimer);
        checkFlows();
        checkLiterals();
        checkRetries();
        new ExpressionCheck(bytes, delegates, variables(), faults).run();
        new DiagramCheck(model, faults).run();
        for (EngineParse.Problem problem : EngineParse.problems(name, bytes)) {
            if (!faults.names(problem.element())) {
                faults.add(
                        problem.element(),
                        "The engine refuses it: " + problem.message() + ".",
                        "Correct it in the Camunda Modeler.");
            }
        }
    }

    private Optional<ProcessVariables> variables() {
        Collection<Process> processes = model.getModelElementsByType(Process.class);
        return processes.size() == 1
                ? Optional.of(new ProcessVariables(processes.iterator().next(), index))
                : Optional.empty();
    }

    private void checkProcess() {
        String stem = RuleFiles.stem(name);
        Collection<Process> processes = model.getModelElementsByType(Process.class);
        if (processes.size() != 1) {
            faults.addWhole("The file holds " + processes.size() + " processes.", "Keep one process in one file.");
        }
        for (Process process : processes) {
            if (!stem.equals(process.getId())) {
                faults.add(process.getId(), "The process id is not the file name.", "Set the id to " + stem + ".");
            }
            if (!process.isExecutable()) {
                faults.add(process.getId(), "The process is not executable.", "Tick Executable in the Modeler.");
            }
            if (isBlank(process.getName())) {
                faults.add(process.getId(), "The process has no name.", "Name it as coordinators call it.");
            }
            String timeToLive = process.getCamundaHistoryTimeToLiveString();
            if (timeToLive == null || !TIME_TO_LIVE.matcher(timeToLive).matches()) {
                faults.add(
                        process.getId(),
                        "The process does not say how long its history is kept.",
                        "Set History time to live, for example P180D.");
            }
            if (process.getDocumentations().stream()
                    .map(Documentation::getTextContent)
                    .allMatch(ProcessCheck::isBlank)) {
                faults.add(
                        process.getId(),
                        "The process has no documentation.",
                        "Say in its documentation what it does and which rules of the program it carries.");
            }
        }
    }

    private void checkNode(FlowNode node) {
        boolean joins = node instanceof Gateway && node.getOutgoing().size() < 2;
        boolean splitsAll = node instanceof org.camunda.bpm.model.bpmn.instance.ParallelGateway;
        if (isBlank(node.getName()) && !joins && !splitsAll) {
            faults.add(node.getId(), "The element has no name.", "Name it in words a coordinator would use.");
        }
        checkId(node);
        String type = node.getElementType().getTypeName();
        String expected = type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
        if (PREFIXED.contains(expected) && !node.getId().startsWith(expected + "_")) {
            faults.add(
                    node.getId(),
                    "The id does not say what the element is.",
                    "Let it begin with " + expected + "_, such as " + expected + "_" + Naming.pascal(nameOf(node))
                            + ".");
        }
    }

    private void checkId(FlowElement element) {
        if (Naming.isGenerated(element.getId())) {
            faults.add(
                    element.getId(),
                    "The id was made up by the Modeler.",
                    "Give it an id of your own, such as Flow_FitOk_No: logs and running instances use it.");
        } else if (!Naming.isLawful(element.getId())) {
            faults.add(
                    element.getId(),
                    "The id is not of the form Type_Name.",
                    "Rename it, for example to UserTask_ReviewApplication.");
        }
    }

    private void checkGateway(Gateway gateway) {
        boolean asks = gateway instanceof ExclusiveGateway
                || gateway instanceof InclusiveGateway
                || gateway instanceof EventBasedGateway;
        if (!asks || gateway.getOutgoing().size() < 2) {
            return;
        }
        if (!nameOf(gateway).strip().endsWith("?")) {
            faults.add(gateway.getId(), "The gateway asks no question.", "Name it with a question that ends in \"?\".");
        }
        SequenceFlow otherwise = null;
        if (gateway instanceof ExclusiveGateway exclusive) {
            otherwise = exclusive.getDefault();
        } else if (gateway instanceof InclusiveGateway inclusive) {
            otherwise = inclusive.getDefault();
        } else {
            return;
        }
        if (otherwise == null) {
            faults.add(
                    gateway.getId(),
                    "The gateway has no default flow, so an unexpected answer would stop the process.",
                    "Make one outgoing flow the default flow.");
        }
        for (SequenceFlow flow : gateway.getOutgoing()) {
            if (isBlank(flow.getName())) {
                faults.add(flow.getId(), "The flow does not answer its gateway.", "Name it, for example Yes.");
            }
            if (!flow.equals(otherwise) && flow.getConditionExpression() == null) {
                faults.add(flow.getId(), "The flow has no condition.", "Write when it is taken.");
            }
        }
    }

    private void checkServiceTask(ServiceTask task) {
        String delegate = task.getCamundaDelegateExpression();
        if (delegate == null) {
            faults.add(
                    task.getId(),
                    "The service task does not say what does the work.",
                    "Set Implementation to Delegate expression, such as ${" + Naming.bean(nameOf(task)) + "}.");
            return;
        }
        String pascal = Naming.pascal(nameOf(task));
        String id = "ServiceTask_" + pascal;
        if (!pascal.isEmpty() && !task.getId().equals(id) && !task.getId().startsWith(id + "_")) {
            faults.add(
                    task.getId(),
                    "The id does not match the label \"" + nameOf(task) + "\".",
                    "Set the id to " + id + ", or the label to what the id says.");
        }
        var bean = BEAN.matcher(delegate);
        if (bean.matches() && !pascal.isEmpty() && !bean.group(1).equals(Naming.bean(nameOf(task)))) {
            faults.add(
                    task.getId(),
                    "The delegate " + delegate + " does not match the label \"" + nameOf(task) + "\".",
                    "Set the delegate expression to ${" + Naming.bean(nameOf(task)) + "}.");
        }
    }

    private void checkUserTask(UserTask task) {
        checkBoundary(task);
        if (task.getCamundaFormRef() == null && task.getCamundaFormKey() == null) {
            faults.add(task.getId(), "The task has no form.", "Choose its form, bound to the deployment.");
        }
        checkForm(task.getId(), task.getCamundaFormRef(), task.getCamundaFormRefBinding(), task.getCamundaFormKey());
        checkDate(task.getId(), "due date", task.getCamundaDueDate());
        checkDate(task.getId(), "follow-up date", task.getCamundaFollowUpDate());
    }

    /** Without a commit between them, a failure after a person's answer would throw the answer away (house law 7). */
    private void checkBoundary(Activity activity) {
        boolean nextWaits = !activity.getOutgoing().isEmpty()
                && activity.getOutgoing().stream().allMatch(f -> f.getTarget().isCamundaAsyncBefore());
        if (!activity.isCamundaAsyncAfter() && !activity.isCamundaAsyncBefore() && !nextWaits) {
            faults.add(
                    activity.getId(),
                    "Nothing is saved after it: a later failure would lose what was done here.",
                    "Tick Asynchronous after.");
        }
    }

    private void checkForm(String element, @Nullable String ref, @Nullable String binding, @Nullable String key) {
        if (ref != null) {
            if (!index.hasFile(ref + ".form") && !Expressions.isExpression(ref)) {
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
            } else if (!index.hasFile(file)) {
                faults.add(element, "There is no form " + file + ".", "Add it to forms, or choose another form.");
            }
        }
    }

    private void checkDate(String element, String what, @Nullable String text) {
        if (text != null && !BEAN.matcher(text).matches() && !isMoment(text)) {
            faults.add(
                    element,
                    "The " + what + " \"" + text + "\" is no date.",
                    "Use a variable that holds the date, such as ${dueAt}.");
        }
    }

    private void checkCall(CallActivity call) {
        checkBoundary(call);
        String called = call.getCalledElement();
        if (called == null || !index.hasProcess(called)) {
            faults.add(
                    call.getId(),
                    "There is no process " + called + ".",
                    "Call one of the processes in the folder by its id.");
        }
        if (!"deployment".equals(call.getCamundaCalledElementBinding())) {
            faults.add(
                    call.getId(),
                    "The called process is not bound to the deployment, so rules of two versions would mix.",
                    "Set the binding to deployment.");
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
        if (!index.hasDecision(decision)) {
            faults.add(task.getId(), "There is no decision " + decision + ".", "Add its table to processes.");
        }
        if (!"deployment".equals(task.getCamundaDecisionRefBinding())) {
            faults.add(task.getId(), "The decision is not bound to the deployment.", "Set the binding to deployment.");
        }
        if (task.getCamundaResultVariable() == null) {
            faults.add(task.getId(), "The decision's result is thrown away.", "Name a result variable.");
        }
    }

    private void checkTimer(TimerEventDefinition timer) {
        String element = timer.getParentElement() instanceof BaseElement event ? event.getId() : timer.getId();
        if (timer.getTimeCycle() != null) {
            faults.add(
                    element,
                    "A repeating timer drifts over month ends and daylight saving.",
                    "Loop in the diagram, with a date computed for every round.");
        }
        if (timer.getTimeDate() != null) {
            String text = timer.getTimeDate().getTextContent().strip();
            if (!BEAN.matcher(text).matches() && !isMoment(text)) {
                faults.add(
                        element, "The timer's date \"" + text + "\" is no date.", "Use a variable such as ${dueAt}.");
            }
        }
        if (timer.getTimeDuration() != null) {
            String text = timer.getTimeDuration().getTextContent().strip();
            if (!BEAN.matcher(text).matches() && !isDuration(text)) {
                faults.add(
                        element,
                        "The timer's duration \"" + text + "\" is no number of days or hours.",
                        "Use a variable such as ${dueAt}, or days and hours such as P2D or PT1H.");
            }
        }
        if (timer.getTimeCycle() == null && timer.getTimeDate() == null && timer.getTimeDuration() == null) {
            faults.add(element, "The timer has no time.", "Use a variable such as ${dueAt}.");
        }
    }

    private void checkFlows() {
        model.getModelElementsByType(SequenceFlow.class).forEach(this::checkId);
    }

    /** Letters and forms a call or a task names by a fixed text must exist. */
    private void checkLiterals() {
        for (CamundaInputParameter parameter : model.getModelElementsByType(CamundaInputParameter.class)) {
            checkLiteral(ownerOf(parameter), parameter.getCamundaName(), parameter.getTextContent());
        }
        for (CamundaIn in : model.getModelElementsByType(CamundaIn.class)) {
            String source = in.getCamundaSourceExpression();
            if (source != null && in.getCamundaTarget() != null) {
                checkLiteral(ownerOf(in), in.getCamundaTarget(), source);
            }
        }
    }

    private void checkLiteral(String element, String parameter, String value) {
        var quoted = QUOTED.matcher(value.strip());
        String text = quoted.matches() ? quoted.group(1) : value.strip();
        if (text.isEmpty() || Expressions.isExpression(text)) {
            return;
        }
        if (parameter.equals("letter") && !index.hasFile("letters/" + text + ".md")) {
            faults.add(element, "There is no letter " + text + ".", "Write forms/letters/" + text + ".md.");
        }
        if (parameter.equals("form") && !index.hasFile(text + ".form")) {
            faults.add(element, "There is no form " + text + ".", "Draw forms/" + text + ".form.");
        }
    }

    private void checkRetries() {
        for (CamundaFailedJobRetryTimeCycle cycle :
                model.getModelElementsByType(CamundaFailedJobRetryTimeCycle.class)) {
            String text = cycle.getTextContent().strip();
            var repeated = RETRY.matcher(text);
            boolean good = repeated.matches()
                    ? isDuration(repeated.group(1))
                    : List.of(text.split(",")).stream().allMatch(part -> isDuration(part.strip()));
            if (!good) {
                faults.add(
                        ownerOf(cycle),
                        "The retry time \"" + text + "\" cannot be read.",
                        "Write R5/PT30S, or a list such as PT1M,PT10M,PT1H.");
            }
        }
    }

    private static String ownerOf(ModelElementInstance element) {
        ModelElementInstance above = element;
        while (above != null && !(above instanceof FlowElement) && !(above instanceof Process)) {
            above = above.getParentElement();
        }
        return above instanceof BaseElement base ? base.getId() : Fault.WHOLE_FILE;
    }

    private static boolean isDuration(String text) {
        try {
            return !Duration.parse(text).isNegative();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isMoment(String text) {
        try {
            java.time.format.DateTimeFormatter.ISO_DATE_TIME.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String nameOf(FlowElement element) {
        return element.getName() == null ? "" : element.getName();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
