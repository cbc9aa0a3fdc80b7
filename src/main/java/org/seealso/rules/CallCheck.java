package org.seealso.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** A call finds its process, hands over what that needs, and takes back what that has. */
final class CallCheck {
    private static final Pattern QUOTED = Pattern.compile("[$#]\\{\\s*'([^']*)'\\s*}");

    private final String process;
    private final BpmnModelInstance model;
    private final Surroundings around;
    private final FaultList faults;

    CallCheck(String process, BpmnModelInstance model, Surroundings around, FaultList faults) {
        this.process = process;
        this.model = model;
        this.around = around;
        this.faults = faults;
    }

    void run() {
        model.getModelElementsByType(CallActivity.class).forEach(this::checkCall);
        checkPrepared();
        for (CamundaInputParameter parameter : model.getModelElementsByType(CamundaInputParameter.class)) {
            checkLiteral(Elements.ownerOf(parameter), parameter.getCamundaName(), parameter.getTextContent());
        }
        for (CamundaIn in : model.getModelElementsByType(CamundaIn.class)) {
            String source = in.getCamundaSourceExpression();
            if (source != null && in.getCamundaTarget() != null) {
                checkLiteral(Elements.ownerOf(in), in.getCamundaTarget(), source);
            }
        }
    }

    private void checkCall(CallActivity call) {
        String called = call.getCalledElement();
        if (called == null || !around.index().hasProcess(called)) {
            faults.add(
                    call.getId(),
                    "There is no process " + called + ".",
                    "Call one of the processes in the folder by its id.");
            return;
        }
        if (!"deployment".equals(call.getCamundaCalledElementBinding())) {
            faults.add(
                    call.getId(),
                    "The called process is not bound to the deployment, so rules of two versions would mix.",
                    "Set the binding to deployment.");
        }
        checkInputs(call, called);
        checkBusinessKey(call, called);
        checkWhatComesBack(call, called);
        checkKeptApart(call);
        around.index().variablesOf(called).ifPresent(theirs -> checkResults(call, called, theirs));
    }

    private void checkInputs(CallActivity call, String called) {
        Set<String> missing = new TreeSet<>(around.contracts().inputs(called));
        List<String> along = around.contracts().along(called);
        if (!along.isEmpty()
                && own().filter(mine -> mine.declares(along.get(0))).isPresent()) {
            missing.addAll(along);
        }
        given(call, CamundaIn.class).stream()
                .filter(in -> in.getCamundaSource() != null || in.getCamundaSourceExpression() != null)
                .forEach(in -> missing.remove(String.valueOf(in.getCamundaTarget())));
        if (!missing.isEmpty()) {
            faults.add(
                    call.getId(),
                    "The call does not hand over " + String.join(", ", missing) + ", without which " + called
                            + " stops or does not know whom it is about.",
                    "Add it under In mappings, as other calls of " + called + " do.");
        }
    }

    /** Messages find a process by its business key: with another one, whoever leaves or answers is not heard. */
    private void checkBusinessKey(CallActivity call, String called) {
        if (around.contracts().isEmpty()) {
            return;
        }
        String expected = around.contracts().businessKey(called);
        List<String> keys = given(call, CamundaIn.class).stream()
                .map(CamundaIn::getCamundaBusinessKey)
                .filter(key -> key != null)
                .toList();
        if (keys.isEmpty()) {
            faults.add(
                    call.getId(),
                    "The call does not say whom it is about, so messages to them would not arrive.",
                    "Set the business key to " + expected + ".");
        } else if (!keys.equals(List.of(expected))) {
            faults.add(
                    call.getId(),
                    "The call's business key is " + String.join(" and ", keys) + ", by which messages to " + called
                            + " would not arrive.",
                    "Set the business key to " + expected + ".");
        }
    }

    /** What a person answered, and what the called process found out, is of use only if the call takes it back. */
    private void checkWhatComesBack(CallActivity call, String called) {
        Set<String> lost = new TreeSet<>(around.contracts().outputs(called));
        List<String> back = around.contracts().back(called);
        if (!back.isEmpty() && AskedFor.in(model, around.index()).contains(back.get(0))) {
            lost.addAll(back);
        }
        if (!around.contracts().isEmpty()) {
            literal(call, "form").map(around.index()::routingFields).ifPresent(lost::addAll);
        }
        given(call, CamundaOut.class).stream()
                .filter(out -> isOfUse(out.getCamundaSource(), out.getCamundaTarget()))
                .forEach(out -> lost.remove(String.valueOf(out.getCamundaSource())));
        if (!lost.isEmpty()) {
            faults.add(
                    call.getId(),
                    "The call does not take back " + String.join(", ", lost) + ", so what came of it is lost.",
                    "Add it under Out mappings: source and target " + String.join(", ", lost) + ".");
        }
    }

    /** Under a name of the process's own, only if its diagram asks for it. */
    private boolean isOfUse(@Nullable String source, @Nullable String target) {
        return target != null
                && (target.equals(source) || AskedFor.in(model, around.index()).contains(target));
    }

    /** Those who are asked at the same time must not write over each other's answers. */
    private void checkKeptApart(CallActivity call) {
        ModelElementInstance above = call.getParentElement();
        while (above != null && !(above instanceof SubProcess each && each.getLoopCharacteristics() != null)) {
            above = above.getParentElement();
        }
        if (above instanceof SubProcess each && !around.contracts().isEmpty()) {
            Set<String> shared = given(call, CamundaOut.class).stream()
                    .map(out -> String.valueOf(out.getCamundaTarget()))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (each.getExtensionElements() != null) {
                ProcessVariables.deep(each.getExtensionElements(), CamundaInputParameter.class)
                        .forEach(own -> shared.remove(own.getCamundaName()));
            }
            if (!shared.isEmpty()) {
                faults.add(
                        each.getId(),
                        "Several people are asked at once in it, and would write over each other's "
                                + String.join(", ", shared) + ".",
                        "Give it an input parameter of that name under Inputs, left empty: each then has its own.");
            }
        }
    }

    /** What a process works out for the letters it has sent reaches them only through a call. */
    private void checkPrepared() {
        Map<String, List<CallActivity>> calls = new TreeMap<>();
        model.getModelElementsByType(CallActivity.class).stream()
                .filter(call -> call.getCalledElement() != null)
                .forEach(call -> calls.computeIfAbsent(call.getCalledElement(), c -> new ArrayList<>())
                        .add(call));
        calls.forEach((called, all) -> around.contracts().prepared(called).stream()
                .filter(name -> own().filter(mine -> mine.declares(name)).isPresent())
                .filter(name -> all.stream()
                        .flatMap(call -> given(call, CamundaIn.class).stream())
                        .noneMatch(in -> name.equals(in.getCamundaTarget())))
                .forEach(name -> faults.add(
                        all.get(0).getId(),
                        "The process sets " + name + ", and no call of " + called + " hands it over.",
                        "Add it under In mappings of the call it is meant for.")));
    }

    private Optional<ProcessVariables> own() {
        return around.index().variablesOf(process);
    }

    private void checkResults(CallActivity call, String called, ProcessVariables theirs) {
        Optional<String> form = literal(call, "form");
        boolean formIsKnown = form.isPresent()
                || given(call, CamundaIn.class).stream().noneMatch(in -> "form".equals(in.getCamundaTarget()));
        Set<String> fields = form.map(around.index()::routingFields).orElse(Set.of());
        for (CamundaOut out : given(call, CamundaOut.class)) {
            String source = out.getCamundaSource();
            if (source != null && formIsKnown && !theirs.declares(source) && !fields.contains(source)) {
                faults.add(
                        call.getId(),
                        "Neither " + called
                                + form.map(f -> " nor the form " + f).orElse("") + " gives back " + source + ".",
                        "Take back one of the form's routing fields, or what " + called + " sets.");
            }
        }
    }

    /** The text a call hands over under this name, if it is a fixed one. */
    static Optional<String> literal(CallActivity call, String target) {
        return given(call, CamundaIn.class).stream()
                .filter(in -> target.equals(in.getCamundaTarget()) && in.getCamundaSourceExpression() != null)
                .map(in -> text(in.getCamundaSourceExpression()))
                .filter(text -> !Expressions.isExpression(text))
                .findFirst();
    }

    static <T extends ModelElementInstance> Collection<T> given(CallActivity call, Class<T> type) {
        return call.getExtensionElements() == null
                ? List.of()
                : call.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(type)
                        .list();
    }

    private static String text(String value) {
        var quoted = QUOTED.matcher(value.strip());
        return quoted.matches() ? quoted.group(1) : value.strip();
    }

    /** Letters and forms a call or a task names by a fixed text must exist. */
    private void checkLiteral(String element, @Nullable String parameter, String value) {
        String text = text(value);
        if (parameter == null || text.isEmpty() || Expressions.isExpression(text)) {
            return;
        }
        if (parameter.equals("letter") && !around.index().hasFile("letters/" + text + ".md")) {
            faults.add(element, "There is no letter " + text + ".", "Write forms/letters/" + text + ".md.");
        }
        if (parameter.equals("form") && !around.index().hasFile(text + ".form")) {
            faults.add(element, "There is no form " + text + ".", "Draw forms/" + text + ".form.");
        }
    }
}
