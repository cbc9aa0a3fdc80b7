package org.seealso.rules;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** A call finds its process, hands over what that needs, and takes back what that has. */
final class CallCheck {
    private static final Pattern QUOTED = Pattern.compile("[$#]\\{\\s*'([^']*)'\\s*}");

    private final BpmnModelInstance model;
    private final Surroundings around;
    private final FaultList faults;

    CallCheck(BpmnModelInstance model, Surroundings around, FaultList faults) {
        this.model = model;
        this.around = around;
        this.faults = faults;
    }

    void run() {
        model.getModelElementsByType(CallActivity.class).forEach(this::checkCall);
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
        Set<String> missing = new TreeSet<>(around.contracts().inputs(called));
        given(call, CamundaIn.class).forEach(in -> missing.remove(String.valueOf(in.getCamundaTarget())));
        if (!missing.isEmpty()) {
            faults.add(
                    call.getId(),
                    "The call does not hand over " + String.join(", ", missing) + ", without which " + called
                            + " stops.",
                    "Add it under In mappings, as other calls of " + called + " do.");
        }
        if (given(call, CamundaIn.class).stream().noneMatch(in -> in.getCamundaBusinessKey() != null)
                && !around.contracts().inputs(called).isEmpty()) {
            faults.add(
                    call.getId(),
                    "The call does not say whom it is about, so messages to them would not arrive.",
                    "Set the business key to #{execution.processBusinessKey}.");
        }
        around.index().variablesOf(called).ifPresent(theirs -> checkResults(call, called, theirs));
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
