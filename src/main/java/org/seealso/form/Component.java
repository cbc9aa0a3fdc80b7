package org.seealso.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One component of a form-js schema; {@code key} is empty for those that ask nothing. */
record Component(String type, String id, String key, JsonNode json, List<Component> children, Readers readers) {
    private static final Set<String> OF_OPTIONS = Set.of("radio", "select", "checklist", "taglist");
    private static final Set<String> OF_MANY = Set.of("checklist", "taglist");

    boolean asks() {
        return !key.isEmpty() && !isExpression();
    }

    boolean isExpression() {
        return type.equals("expression");
    }

    boolean hasOptions() {
        return OF_OPTIONS.contains(type);
    }

    boolean takesMany() {
        return OF_MANY.contains(type);
    }

    boolean routing() {
        return "true".equals(property("routing"));
    }

    /** A text shown only once the form is sent. */
    boolean isAfterwards() {
        return "sent".equals(property("when"));
    }

    boolean required() {
        return validate().path("required").asBoolean(false);
    }

    JsonNode validate() {
        return json.path("validate");
    }

    /** The FEEL condition under which the component is not asked, without its leading {@code =}; or empty. */
    String hide() {
        return expression(json.path("conditional").path("hide"));
    }

    String property(String name) {
        return json.path("properties").path(name).asText("");
    }

    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        json.path("properties")
                .properties()
                .forEach(e -> properties.put(e.getKey(), e.getValue().asText("")));
        return properties;
    }

    String text(String name) {
        return json.path(name).asText("");
    }

    /** A date field of form-js has no label of its own but one for each half. */
    String label() {
        if (!text("label").isBlank()) {
            return text("label");
        }
        return text(text("subtype").equals("time") ? "timeLabel" : "dateLabel");
    }

    /** The FEEL of a property that holds one, or empty: a property is an expression if it starts with {@code =}. */
    static String expression(JsonNode node) {
        String text = node.asText("").strip();
        return text.startsWith("=") ? text.substring(1).strip() : "";
    }
}
