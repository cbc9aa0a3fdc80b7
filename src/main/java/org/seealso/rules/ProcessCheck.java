package org.seealso.rules;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** A process says what it is, asks for nothing that is not there, and every pause and choice in it can end. */
final class ProcessCheck {
    private static final Pattern TIME_TO_LIVE = Pattern.compile("P?\\d+D?");
    private static final Set<String> PREFIXED =
            Set.of("ServiceTask", "UserTask", "BusinessRuleTask", "CallActivity", "StartEvent", "EndEvent");

    private final String name;
    private final BpmnModelInstance model;
    private final Surroundings around;
    private final FaultList faults;

    ProcessCheck(String name, Surroundings around, FaultList faults) {
        this.name = name;
        BpmnModelInstance read = around.index().processFiles().get(name);
        if (read == null) {
            throw new IllegalArgumentException("There is no process " + name);
        }
        this.model = read;
        this.around = around;
        this.faults = faults;
    }

    void run() {
        byte[] bytes = around.files().bytes(name);
        String process = RuleFiles.stem(name);
        checkProcess();
        model.getModelElementsByType(FlowNode.class).forEach(this::checkNode);
        model.getModelElementsByType(SequenceFlow.class).forEach(this::checkId);
        new GatewayCheck(model, faults).run();
        new FlowCheck(model, faults).run();
        new TaskCheck(process, model, around, faults).run();
        new CallCheck(process, model, around, faults).run();
        new TimeCheck(model, faults).run();
        new CatchCheck(model, around.contracts().errors(), faults).run();
        new ConditionCheck(model, new KnownValues(process, model, around.index()), faults).run();
        new ExpressionCheck(bytes, around.delegates(), around.index().variablesOf(process), faults).run();
        around.memory()
                .once("picture " + name, bytes, this::faultsOfThePicture)
                .forEach(fault -> faults.add(fault.element(), fault.why(), fault.whatToDo()));
        for (EngineParse.Problem problem :
                around.memory().once("parse " + name, bytes, () -> EngineParse.problems(name, bytes))) {
            if (!faults.names(problem.element())) {
                faults.add(
                        problem.element(),
                        "The engine refuses it: " + problem.message() + ".",
                        "Correct it in the Camunda Modeler.");
            }
        }
    }

    private List<Fault> faultsOfThePicture() {
        FaultList found = new FaultList(name);
        new DiagramCheck(model, found).run();
        return found.list();
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
            if (Elements.isBlank(process.getName())) {
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
                    .allMatch(Elements::isBlank)) {
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
        if (Elements.isBlank(node.getName()) && !joins && !splitsAll) {
            faults.add(node.getId(), "The element has no name.", "Name it in words a coordinator would use.");
        }
        checkId(node);
        String type = node.getElementType().getTypeName();
        String expected = type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
        if (PREFIXED.contains(expected) && !node.getId().startsWith(expected + "_")) {
            faults.add(
                    node.getId(),
                    "The id does not say what the element is.",
                    "Let it begin with " + expected + "_, such as " + expected + "_"
                            + Naming.pascal(Elements.nameOf(node)) + ".");
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
}
