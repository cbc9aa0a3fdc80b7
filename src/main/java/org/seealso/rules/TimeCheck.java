package org.seealso.rules;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.jspecify.annotations.Nullable;

/** Every date, pause and retry can be read, and none of them drifts (house law 8). */
final class TimeCheck {
    private static final Pattern RETRY = Pattern.compile("R\\d+/(P.+)");
    private static final Pattern VARIABLE = Pattern.compile("[$#]\\{\\s*([A-Za-z][A-Za-z0-9]*)\\s*}");

    private final BpmnModelInstance model;
    private final FaultList faults;

    TimeCheck(BpmnModelInstance model, FaultList faults) {
        this.model = model;
        this.faults = faults;
    }

    void run() {
        model.getModelElementsByType(TimerEventDefinition.class).forEach(this::checkTimer);
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            checkDate(task.getId(), "due date", task.getCamundaDueDate());
            checkDate(task.getId(), "follow-up date", task.getCamundaFollowUpDate());
        }
        model.getModelElementsByType(CamundaFailedJobRetryTimeCycle.class).forEach(this::checkRetry);
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
            if (!VARIABLE.matcher(text).matches() && !isMoment(text)) {
                faults.add(
                        element, "The timer's date \"" + text + "\" is no date.", "Use a variable such as ${dueAt}.");
            }
        }
        if (timer.getTimeDuration() != null) {
            checkDuration(element, timer.getTimeDuration().getTextContent().strip());
        }
        if (timer.getTimeCycle() == null && timer.getTimeDate() == null && timer.getTimeDuration() == null) {
            faults.add(element, "The timer has no time.", "Use a variable such as ${dueAt}.");
        }
    }

    private void checkDuration(String element, String text) {
        if (VARIABLE.matcher(text).matches()) {
            return;
        }
        if (!isDuration(text)) {
            faults.add(
                    element,
                    "The timer's duration \"" + text + "\" is no number of days or hours.",
                    "Use a variable such as ${dueAt}, or days and hours such as P2D or PT1H.");
        } else if (Duration.parse(text).isZero()) {
            faults.add(
                    element,
                    "The timer's duration \"" + text + "\" is no time at all.",
                    "Write how long to wait, such as P2D or PT1H, or remove the timer.");
        }
    }

    private void checkDate(String element, String what, @Nullable String text) {
        if (text != null && !VARIABLE.matcher(text).matches() && !isMoment(text)) {
            faults.add(
                    element,
                    "The " + what + " \"" + text + "\" is no date.",
                    "Use a variable that holds the date, such as ${dueAt}.");
        }
    }

    private void checkRetry(CamundaFailedJobRetryTimeCycle cycle) {
        String text = cycle.getTextContent().strip();
        var repeated = RETRY.matcher(text);
        boolean good = repeated.matches()
                ? isDuration(repeated.group(1))
                : List.of(text.split(",")).stream().allMatch(part -> isDuration(part.strip()));
        if (!good) {
            faults.add(
                    Elements.ownerOf(cycle),
                    "The retry time \"" + text + "\" cannot be read.",
                    "Write R5/PT30S, or a list such as PT1M,PT10M,PT1H.");
        }
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
            DateTimeFormatter.ISO_DATE_TIME.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
