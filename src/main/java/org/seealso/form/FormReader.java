package org.seealso.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.seealso.engine.Feel;

/**
 * Reads a .form file and refuses whatever people would stumble over later, all faults at once, so that an author
 * mends them in one go.
 */
final class FormReader {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Set<String> ASKING = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "datetime",
            "expression");
    private static final Set<String> SHOWING = Set.of("text", "image", "table", "group", "separator", "spacer");
    private static final List<String> NUMBERS_OR_FEEL = List.of("min", "max", "minLength", "maxLength");

    private final String file;
    private final Feel feel;
    private final Wording wording;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    private FormReader(String file, Feel feel) {
        this.file = file;
        this.feel = feel;
        this.wording = new Wording(feel, Words.of(Words.ENGLISH));
    }

    static FormSchema read(String file, byte[] content, Feel feel) {
        FormReader reader = new FormReader(file, feel);
        JsonNode root;
        try {
            root = JSON.readTree(content);
        } catch (IOException e) {
            throw new FormRefused(file, List.of("This is not JSON. Save the form again in the Camunda Modeler."));
        }
        String id = root.path("id").asText("");
        if (id.isBlank()) {
            reader.faults.add("The form has no id. Set it to the file's name without .form.");
        }
        FormSchema schema = new FormSchema(id, reader.components(root.path("components")));
        if (!reader.faults.isEmpty()) {
            throw new FormRefused(file, reader.faults);
        }
        return schema;
    }

    private List<Component> components(JsonNode array) {
        List<Component> components = new ArrayList<>();
        for (JsonNode node : array) {
            components.add(component(node));
        }
        return List.copyOf(components);
    }

    private Component component(JsonNode node) {
        String type = node.path("type").asText("");
        boolean asking = ASKING.contains(type);
        Component component = new Component(
                type,
                node.path("id").asText(""),
                asking ? node.path("key").asText("") : "",
                node,
                type.equals("group") ? components(node.path("components")) : List.of(),
                Readers.of(node.path("properties").path("readers").asText("")));
        if (!asking && !SHOWING.contains(type)) {
            fault(component, "is a \"" + type + "\", which a page for people cannot show. Take it out.");
            return component;
        }
        if (asking) {
            checkKey(component);
        }
        if (component.asks()) {
            checkQuestion(component);
        }
        if (type.equals("group") && !node.path("path").asText("").isBlank()) {
            fault(component, "has a path, which would hide its fields from the rules. Empty the path.");
        }
        checkExpressions(component);
        return component;
    }

    private void checkKey(Component component) {
        if (!KEY.matcher(component.key()).matches()) {
            fault(component, "needs a key of letters and digits, beginning with a letter.");
        } else if (!keys.add(component.key())) {
            fault(component, "has a key that another field has already. Give each field its own key.");
        }
        if (!component.readers().unknown().isEmpty()) {
            fault(
                    component,
                    "names unknown readers " + component.readers().unknown()
                            + ". Choose from coordinators, partner, matching, report, conduct.");
        }
        String routing = component.property("routing");
        if (!Set.of("", "true", "false").contains(routing)) {
            fault(component, "has routing \"" + routing + "\". Write true, or leave it out.");
        }
    }

    private void checkQuestion(Component component) {
        if (component.label().isBlank()) {
            fault(component, "has no label, so nobody would know what is asked. Give it one.");
        }
        JsonNode json = component.json();
        if (component.hasOptions()
                && json.path("values").isMissingNode()
                && component.text("valuesKey").isBlank()
                && component.text("valuesExpression").isBlank()) {
            fault(component, "offers nothing to choose from. Add options.");
        }
        String pattern = component.validate().path("pattern").asText("");
        try {
            PagePattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            fault(component, "has a pattern that is not a regular expression: " + e.getDescription() + ".");
        }
        for (String limit : NUMBERS_OR_FEEL) {
            String value = component.validate().path(limit).asText("");
            if (!value.isBlank() && !value.startsWith("=") && Wording.number(value) == null) {
                fault(component, "has a " + limit + " that is neither a number nor an expression.");
            }
        }
    }

    private void checkExpressions(Component component) {
        JsonNode json = component.json();
        List<String> expressions = new ArrayList<>();
        expressions.add(component.hide());
        for (String name : List.of(
                "valuesExpression", "dataSource", "columnsExpression", "expression", "readonly", "source", "alt")) {
            expressions.add(Component.expression(json.path(name)));
        }
        for (String limit : NUMBERS_OR_FEEL) {
            expressions.add(Component.expression(component.validate().path(limit)));
        }
        try {
            expressions.stream().filter(e -> !e.isEmpty()).forEach(feel::check);
            for (String name : List.of("label", "description", "text", "dateLabel", "timeLabel")) {
                wording.check(component.text(name));
            }
        } catch (Feel.FeelFailed | IllegalArgumentException e) {
            fault(component, "has an expression to mend. " + e.getMessage());
        }
    }

    private void fault(Component component, String what) {
        String name = component.key().isEmpty() ? component.id() : component.key();
        faults.add("The element \"" + (name.isEmpty() ? component.type() : name) + "\" " + what);
    }
}
