package org.seealso.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** A form holds what Tasklist and our pages can both show, and says of every question who reads the answer. */
final class FormCheck {
    /**
     * The newest schema the Modeler writes (form-js 1.23). Tasklist's viewer is older (1.8.7, schema 16), but a Modeler
     * raises the number of every form it saves: what Tasklist cannot show is found by component.
     */
    private static final int SCHEMA = 19;

    private static final Set<String> QUESTIONS = Set.of(
            "textfield", "textarea", "number", "checkbox", "checklist", "radio", "select", "taglist", "datetime");
    private static final Set<String> CONTAINERS = Set.of("group");
    private static final Set<String> OTHERS =
            Set.of("text", "html", "image", "table", "expression", "button", "separator", "spacer");
    private static final Set<String> READERS =
            Set.of("coordinators", "partner", "matching", "report", "conduct", "proposed");
    private static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z0-9]*");

    private static final Set<String> YES_OR_NO = Set.of("", "yes", "no");

    private final String name;
    private final RulesIndex index;
    private final JsonNode form;
    private final FaultList faults;
    private final Set<String> keys = new HashSet<>();

    FormCheck(String name, RulesIndex index, FaultList faults) {
        this.name = name;
        JsonNode read = index.forms().get(name);
        if (read == null) {
            throw new IllegalArgumentException("There is no form " + name);
        }
        this.index = index;
        this.form = read;
        this.faults = faults;
    }

    static void checkHtml(String html, FaultList faults) {
        if (!html.contains("<form")) {
            faults.addWhole("The page holds no <form> element.", "Tasklist only shows an embedded form inside <form>.");
        }
    }

    void run() {
        String stem = RuleFiles.stem(name);
        String id = form.path("id").asText();
        if (id.isEmpty()) {
            faults.addWhole("The form has no id.", "Set the id to " + stem + " in the Modeler.");
        } else if (!id.equals(stem)) {
            faults.add(id, "The form's id is not its file name.", "Set the id to " + stem + ".");
        }
        if (form.path("schemaVersion").asInt() > SCHEMA) {
            faults.addWhole(
                    "The form uses a newer schema than SeeAlso knows.",
                    "Save it with an older Camunda Modeler, or ask for a newer SeeAlso.");
        }
        if (!form.path("components").isArray() || form.path("components").isEmpty()) {
            faults.addWhole("The form is empty.", "Add at least one element.");
        }
        form.path("components").forEach(this::checkComponent);
    }

    private void checkComponent(JsonNode component) {
        String type = component.path("type").asText();
        String key = component.path("key").asText();
        String element = key.isEmpty() ? component.path("id").asText(Fault.WHOLE_FILE) : key;
        if (type.equals("dynamiclist")) {
            faults.add(
                    element,
                    "A dynamic list can never be completed in Tasklist.",
                    "Use several fields, or a table and a checklist.");
        } else if (type.equals("iframe")) {
            faults.add(element, "A form must not show another site.", "Remove the iframe; a text can hold a link.");
        } else if (!QUESTIONS.contains(type) && !CONTAINERS.contains(type) && !OTHERS.contains(type)) {
            faults.add(
                    element,
                    "Nobody can show the component \"" + type + "\".",
                    "Use text fields, numbers, choices, dates, texts, tables or groups.");
        }
        if (QUESTIONS.contains(type)) {
            checkQuestion(component, key, element);
        }
        checkPolicy(component, element);
        checkFeel(component, element);
        component.path("components").forEach(this::checkComponent);
    }

    private void checkQuestion(JsonNode component, String key, String element) {
        if (key.isEmpty()) {
            faults.add(element, "The question has no key.", "Give it a key in lowerCamelCase, such as jobTitle.");
        } else if (!KEY.matcher(key).matches()) {
            faults.add(element, "The key is not in lowerCamelCase.", "Use letters and digits only, such as jobTitle.");
        } else if (!keys.add(key)) {
            faults.add(element, "Two questions have this key.", "Give each its own: one answer would be lost.");
        }
        boolean labelled = !component.path("label").asText().isBlank()
                || !component.path("dateLabel").asText().isBlank()
                || !component.path("timeLabel").asText().isBlank();
        if (!labelled) {
            faults.add(element, "The question has no label.", "Write the question: a screen reader needs it too.");
        }
    }

    private void checkPolicy(JsonNode component, String element) {
        for (String reader :
                component.path("properties").path("readers").asText().split("[\\s,]+")) {
            if (!reader.isEmpty() && !READERS.contains(reader)) {
                faults.add(
                        element,
                        "Nobody is called \"" + reader + "\".",
                        "In readers use coordinators, partner, matching, report or conduct.");
            }
        }
        String routing = component.path("properties").path("routing").asText("false");
        if (!routing.equals("true") && !routing.equals("false")) {
            faults.add(element, "routing is \"" + routing + "\".", "Set it to true or remove it.");
        }
        for (String property : Set.of("counted", "compared")) {
            String value = component.path("properties").path(property).asText();
            if (!YES_OR_NO.contains(value)) {
                faults.add(element, property + " is \"" + value + "\".", "Set it to yes or no, or remove it.");
            }
        }
        String baseline = component.path("properties").path("baseline").asText();
        if (!baseline.isEmpty() && index.forms().values().stream().noneMatch(other -> asks(other, baseline))) {
            faults.add(
                    element,
                    "No form asks \"" + baseline + "\".",
                    "In baseline write the key of the application's question that this one repeats.");
        }
        String goesOn = component.path("properties").path("goesOn").asText();
        if (!goesOn.isEmpty()
                && !component.path("values").findValuesAsText("value").contains(goesOn)) {
            faults.add(
                    element,
                    "Nobody can choose \"" + goesOn + "\" here.",
                    "In goesOn write the value of the option that cannot wait for second thoughts, such as unsafe.");
        }
    }

    private static boolean asks(JsonNode form, String key) {
        for (JsonNode component : form.path("components")) {
            if (component.path("key").asText().equals(key) || asks(component, key)) {
                return true;
            }
        }
        return false;
    }

    /** Every text that begins with "=" is FEEL, wherever form-js allows one. */
    private void checkFeel(JsonNode node, String element) {
        node.properties().forEach(property -> {
            if (property.getKey().equals("components")) {
                return;
            }
            JsonNode value = property.getValue();
            if (value.isTextual() && value.asText().startsWith("=")) {
                Feel.faultOfExpression(value.asText().substring(1))
                        .ifPresent(why -> faults.add(
                                element,
                                property.getKey() + " cannot be read: " + why + ".",
                                "Correct the expression after the = sign."));
            } else if (value.isObject()) {
                checkFeel(value, element);
            }
        });
    }
}
