package org.seealso.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Every question of a form can be seen and answered by somebody. */
final class AnswerCheck {
    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist", "taglist");
    /** What only a coordinator's task can show. */
    private static final Set<String> TASKS_ALONE = Set.of("button", "html");

    private static final Set<String> FEEL_WORDS = Set.of(
            "if",
            "then",
            "else",
            "null",
            "and",
            "or",
            "not",
            "true",
            "false",
            "in",
            "some",
            "every",
            "satisfies",
            "for",
            "return",
            "between",
            "item",
            "instance",
            "of",
            "function",
            "value");
    /** FEEL has functions whose names are several words. */
    private static final Pattern CALLS =
            Pattern.compile("\\b(?:[a-z]+ (?:contains|length|case|with|before|after|value|distinct|all|matching|of|at)|"
                    + "is defined|date and time|years and months duration|[a-z]+)\\s*\\(");

    private static final Pattern NAME = Pattern.compile("(?<![.\\w])[a-zA-Z_]\\w*");

    private final JsonNode form;
    private final boolean forParticipants;
    private final Set<String> facts;
    private final FaultList faults;
    private final Set<String> keys = new HashSet<>();

    /** @param facts what the form may ask besides its own questions; empty if nobody knows */
    AnswerCheck(JsonNode form, boolean forParticipants, Set<String> facts, FaultList faults) {
        this.form = form;
        this.forParticipants = forParticipants;
        this.facts = facts;
        this.faults = faults;
        form.findValuesAsText("key").forEach(keys::add);
    }

    void run() {
        form.path("components").forEach(this::check);
    }

    private void check(JsonNode component) {
        String type = component.path("type").asText();
        String key = component.path("key").asText();
        String element = key.isEmpty() ? component.path("id").asText(Fault.WHOLE_FILE) : key;
        if (forParticipants && TASKS_ALONE.contains(type)) {
            faults.add(
                    element,
                    "Pages for participants cannot show the component \"" + type + "\".",
                    "Use a text; it may hold Markdown and links.");
        }
        if (CHOICES.contains(type)) {
            checkOptions(component, element);
        }
        checkLimits(component.path("validate"), element);
        checkPattern(component.path("validate").path("pattern").asText(), element);
        boolean locked = component.path("readonly").asText().equals("true")
                || component.path("disabled").asBoolean(false);
        if (locked && component.path("validate").path("required").asBoolean(false) && !component.has("defaultValue")) {
            faults.add(
                    element,
                    "The question needs an answer and is locked, so the form could never be sent.",
                    "Untick Required, or Read only.");
        }
        String hide = component.path("conditional").path("hide").asText();
        if (hide.replace(" ", "").equals("=true")) {
            faults.add(element, "It is always hidden.", "Remove it, or write when it is hidden.");
        }
        checkNames(hide, element);
        component.path("components").forEach(this::check);
    }

    private void checkOptions(JsonNode component, String element) {
        boolean some = component.path("values").size() > 0
                || !component.path("valuesKey").asText().isBlank()
                || !component.path("valuesExpression").asText().isBlank();
        if (!some) {
            faults.add(element, "The question offers nothing to choose.", "Write its options.");
        }
        Set<String> seen = new TreeSet<>();
        for (JsonNode option : component.path("values")) {
            String value = option.path("value").asText();
            if (value.isEmpty() || option.path("label").asText().isBlank()) {
                faults.add(element, "An option has no label or no value.", "Give it both, or remove it.");
            } else if (!seen.add(value)) {
                faults.add(
                        element,
                        "Two options have the value " + value + ", so nobody knows which was meant.",
                        "Give each its own.");
            }
        }
    }

    private void checkLimits(JsonNode validate, String element) {
        for (String[] pair : new String[][] {{"min", "max"}, {"minLength", "maxLength"}}) {
            JsonNode least = validate.path(pair[0]);
            JsonNode most = validate.path(pair[1]);
            if (least.isNumber() && most.isNumber() && least.asDouble() > most.asDouble()) {
                faults.add(
                        element,
                        "The least (" + least.asText() + ") is more than the most (" + most.asText()
                                + "), so no answer is right.",
                        "Correct " + pair[0] + " or " + pair[1] + ".");
            }
        }
    }

    private void checkPattern(String pattern, String element) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            faults.add(
                    element,
                    "The pattern " + pattern + " cannot be read, so no answer is right.",
                    "Correct it, or choose Email or Phone under Validation pattern.");
        }
    }

    /** A name nobody knows is null in FEEL: the question would be shown always, or never. */
    private void checkNames(String feel, String element) {
        if (!feel.startsWith("=") || !forParticipants || facts.isEmpty()) {
            return;
        }
        String bare = CALLS.matcher(feel.substring(1).replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "0"))
                .replaceAll("(");
        Matcher names = NAME.matcher(bare);
        while (names.find()) {
            String name = names.group();
            if (!keys.contains(name) && !facts.contains(name) && !FEEL_WORDS.contains(name)) {
                faults.add(
                        element,
                        "It is hidden by \"" + name + "\", which no question of this form is called.",
                        "Write the key of a question.");
            }
        }
    }
}
