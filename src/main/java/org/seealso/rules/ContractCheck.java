package org.seealso.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;

/** The rules as a whole still hear, start and hold what the program relies on (contracts.properties). */
final class ContractCheck {
    private final Surroundings around;
    private final Map<String, BpmnModelInstance> processes = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private ContractCheck(Surroundings around) {
        this.around = around;
        around.index().processFiles().forEach((file, model) -> processes.put(RuleFiles.stem(file), model));
    }

    static List<Fault> faults(Surroundings around) {
        ContractCheck check = new ContractCheck(around);
        if (!around.contracts().isEmpty()) {
            check.everyMessageIsHeard();
            check.everyProcessIsStarted();
            check.everyEndIsHeardOf();
            check.everyFileIsThere();
            check.everyLetterHasItsWaysOut();
        }
        return check.faults;
    }

    private void everyMessageIsHeard() {
        for (Contracts.Message message : around.contracts().messages()) {
            for (String process : message.heardBy()) {
                BpmnModelInstance model = processes.get(process);
                if (model == null) {
                    if (!around.files().has(process + ".bpmn")) {
                        faults.add(new Fault(
                                process + ".bpmn",
                                Fault.WHOLE_FILE,
                                "The process is missing; SeeAlso tells it that " + message.tells() + ".",
                                "Put the file back into processes."));
                    }
                } else if (!Elements.heard(model).contains(message.name())) {
                    faults.add(new Fault(
                            process + ".bpmn",
                            process,
                            "Nothing in it hears the message " + message.name() + " any more: " + message.tells() + ".",
                            "Put back the message event with this name (a start, an event or a boundary event)."));
                }
            }
        }
    }

    private void everyProcessIsStarted() {
        Set<String> called = new HashSet<>(around.contracts().started());
        processes
                .values()
                .forEach(model -> model.getModelElementsByType(CallActivity.class).stream()
                        .filter(call -> call.getCalledElement() != null)
                        .forEach(call -> called.add(call.getCalledElement())));
        Set<String> sent = new HashSet<>();
        around.contracts().messages().forEach(message -> sent.add(message.name()));
        processes.forEach((process, model) -> {
            boolean fromTasklist = model.getModelElementsByType(StartEvent.class).stream()
                    .anyMatch(start -> start.getCamundaFormRef() != null || start.getCamundaFormKey() != null);
            boolean byMessage = model.getModelElementsByType(MessageEventDefinition.class).stream()
                    .anyMatch(event -> event.getParentElement() instanceof StartEvent
                            && event.getMessage() != null
                            && sent.contains(event.getMessage().getName()));
            if (!called.contains(process) && !fromTasklist && !byMessage) {
                faults.add(new Fault(
                        process + ".bpmn",
                        process,
                        "Nobody starts this process: no diagram calls it, and it begins with no form and no message"
                                + " that is sent.",
                        "Call it from a diagram (call activity), or give its start event a form."));
            }
        });
    }

    private void everyEndIsHeardOf() {
        around.contracts().atEnd().forEach((process, listener) -> {
            BpmnModelInstance model = processes.get(process);
            if (model != null
                    && model.getModelElementsByType(CamundaExecutionListener.class).stream()
                            .noneMatch(found -> found.getParentElement().getParentElement() instanceof Process
                                    && "end".equals(found.getCamundaEvent())
                                    && ("${" + listener + "}").equals(found.getCamundaDelegateExpression()))) {
                faults.add(new Fault(
                        process + ".bpmn",
                        process,
                        "When it ends, nobody tidies up after it: its listener ${" + listener + "} is missing.",
                        "Put the execution listener ${" + listener + "} back, for the event end of the process."));
            }
        });
    }

    private void everyFileIsThere() {
        for (String file : around.contracts().files()) {
            if (!around.files().has(file)) {
                faults.add(new Fault(
                        file,
                        Fault.WHOLE_FILE,
                        "It is missing, and SeeAlso uses it without asking a diagram.",
                        "Put it back into forms" + (file.startsWith("letters/") ? "/letters." : ".")));
            }
        }
    }

    /** Whoever gets a letter can ask, say that something is wrong, report and leave: from every letter. */
    private void everyLetterHasItsWaysOut() {
        for (String file : around.files().names(".md")) {
            boolean footer = RuleFiles.stem(file).equals("_footer")
                    || RuleFiles.stem(file).startsWith("_footer.");
            if (footer) {
                Set<String> linked = LetterLinks.in(file, around.files());
                around.contracts().footer().stream()
                        .filter(link -> !linked.contains(link))
                        .forEach(link -> faults.add(new Fault(
                                file,
                                link,
                                "The last lines of every letter lack the link {{" + link + "}}: nobody could "
                                        + whatFor(link) + " from a letter any more.",
                                "Put it back, as [words]({{" + link + "}}).")));
            }
        }
    }

    private static String whatFor(String link) {
        return switch (link) {
            case "helpLink" -> "ask us a question";
            case "fitLink" -> "say that something isn't working";
            case "reportLink" -> "report behaviour";
            case "leaveLink" -> "leave";
            case "myPageLink" -> "open their own page";
            default -> "use it";
        };
    }
}
