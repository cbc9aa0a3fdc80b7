package org.seealso.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random forms over every component and rule that a form of ours may use. */
final class GeneratedForms {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final List<String> TYPES = List.of(
            "textfield", "textarea", "number", "checkbox", "checklist", "radio", "select", "taglist", "datetime");
    private static final List<String> PATTERNS = List.of(
            "^[A-Z]{3}-\\d+$",
            "@[^@]+\\.[^@.]{2,}$",
            "^https?://[^ ]+\\.[^ ]+$",
            "^\\S+$",
            "^.{2,4}$",
            "\\bAna\\b",
            "[^\\w\\s]",
            "^(?:a|x)",
            "^(?!x)",
            "é|日",
            "^[\\s\\S]{3,}$",
            "[a-c&&d]");

    private final Random random;
    private final List<ObjectNode> asked = new ArrayList<>();
    private final List<ObjectNode> reckoned = new ArrayList<>();
    private int number;

    GeneratedForms(Random random) {
        this.random = random;
    }

    ObjectNode form() {
        asked.clear();
        reckoned.clear();
        number = 0;
        ObjectNode form = JSON.createObjectNode().put("type", "default").put("id", "generated");
        form.put("schemaVersion", 16);
        ArrayNode components = form.putArray("components");
        int size = 2 + random.nextInt(7);
        for (int i = 0; i < size; i++) {
            components.add(component(true));
        }
        return form;
    }

    private ObjectNode component(boolean mayNest) {
        int roll = random.nextInt(20);
        if (roll == 0 && mayNest) {
            ObjectNode group = bare("group").put("label", "Together");
            hide(group);
            ArrayNode inside = group.putArray("components");
            for (int i = 0; i < 3; i++) {
                inside.add(component(false));
            }
            return group;
        }
        if (roll == 1) {
            ObjectNode shown = bare(one(List.of("text", "separator", "spacer", "table", "image")));
            switch (shown.path("type").asText()) {
                case "text" -> shown.put("text", "# Words\nwith *stars*");
                case "table" ->
                    shown.put("dataSource", "=rows")
                            .putArray("columns")
                            .addObject()
                            .put("key", "a");
                case "image" -> shown.put("source", "/icon.svg").put("alt", "");
                default -> {}
            }
            hide(shown);
            return shown;
        }
        return roll == 2 && !asked.isEmpty() ? expression() : question();
    }

    private ObjectNode expression() {
        ObjectNode on = one(asked);
        String key = on.path("key").asText();
        ObjectNode field = bare("expression").put("key", "k" + number).put("computeOn", "change");
        field.put(
                "expression",
                switch (on.path("type").asText()) {
                    case "number" -> one(List.of("=" + key + " * 2", "=if " + key + " > 3 then \"many\" else \"few\""));
                    case "checkbox" -> "=if " + key + " then \"yes\" else \"no\"";
                    case "checklist", "taglist" -> "=count(" + key + ")";
                    case "textfield", "textarea" -> one(List.of("=" + key + " + \"!\"", "=string length(" + key + ")"));
                    default -> "=" + key;
                });
        hide(field);
        reckoned.add(field);
        return field;
    }

    private ObjectNode question() {
        ObjectNode field = bare(one(TYPES)).put("key", "k" + number).put("label", "Question " + number);
        String type = field.path("type").asText();
        ObjectNode validate = JSON.createObjectNode();
        if (random.nextInt(2) == 0) {
            validate.put("required", true);
        }
        switch (type) {
            case "textfield", "textarea" -> textRules(type, validate);
            case "number" -> numberRules(field, validate);
            case "datetime" -> {
                String subtype = one(List.of("date", "date", "time", "datetime"));
                field.put("subtype", subtype).put("dateLabel", "Day").put("timeLabel", "Time");
                field.put("timeSerializingFormat", "no_timezone").put("timeInterval", one(List.of(1, 15)));
                if (random.nextInt(3) == 0) {
                    field.put("disallowPassedDates", true);
                }
            }
            case "checklist", "radio", "select", "taglist" -> offer(field);
            default -> {}
        }
        if (!validate.isEmpty()) {
            field.set("validate", validate);
        }
        hide(field);
        int locked = random.nextInt(25);
        if (locked == 0) {
            field.put("disabled", true);
        } else if (locked == 1) {
            field.put("readonly", true).remove("validate");
        } else if (locked == 2) {
            field.put("readonly", one(List.of("=yes", "=no"))).remove("validate");
        } else if (!field.has("serializeToString")) {
            // A number kept as text compares with numbers in one FEEL and not in the other.
            asked.add(field);
        }
        return field;
    }

    private void textRules(String type, ObjectNode validate) {
        switch (random.nextInt(8)) {
            case 0 -> validate.put("minLength", 1 + random.nextInt(4));
            case 1 -> validate.put("maxLength", 1 + random.nextInt(6));
            case 2 -> validate.put("minLength", 2).put("maxLength", 5);
            case 3 -> validate.put("pattern", one(PATTERNS));
            case 4 -> validate.put("maxLength", "=limit");
            case 5 -> {
                if (type.equals("textfield")) {
                    validate.put("validationType", one(List.of("email", "phone")));
                }
            }
            default -> {}
        }
    }

    private void numberRules(ObjectNode field, ObjectNode validate) {
        switch (random.nextInt(8)) {
            case 0 -> validate.put("min", random.nextInt(5));
            case 1 -> validate.put("max", random.nextInt(9));
            case 2 -> validate.put("min", -1).put("max", 3);
            case 3 -> field.put("decimalDigits", random.nextInt(3));
            case 4 -> field.put("increment", one(List.of("0.5", "2", "0.1")));
            case 5 -> field.put("serializeToString", true);
            case 6 -> validate.put("min", "=limit");
            default -> {}
        }
    }

    private void offer(ObjectNode field) {
        switch (random.nextInt(5)) {
            case 0 -> field.put("valuesKey", "offered");
            case 1 -> field.put("valuesExpression", "=offered");
            case 2 -> {
                ArrayNode values = field.putArray("values");
                values.add("a").add("b").add("c d");
            }
            default -> {
                ArrayNode values = field.putArray("values");
                for (String value : List.of("a", "b", "c", "x")) {
                    values.addObject().put("label", "Choice " + value).put("value", value);
                }
            }
        }
    }

    private void hide(ObjectNode component) {
        if (random.nextInt(3) > 0 || asked.isEmpty()) {
            return;
        }
        String condition = condition();
        if (random.nextInt(4) == 0) {
            condition = "(" + condition + ") " + one(List.of("and", "or")) + " (" + condition() + ")";
        }
        component.putObject("conditional").put("hide", "=" + condition);
    }

    private String condition() {
        if (random.nextInt(8) == 0) {
            return one(List.of("yes", "no", "limit > 3", "unknown = null", "not(yes)"));
        }
        if (!reckoned.isEmpty() && random.nextInt(4) == 0) {
            String key = one(reckoned).path("key").asText();
            return one(List.of(key + " != null", key + " = null"));
        }
        ObjectNode field = one(asked);
        String k = field.path("key").asText();
        // Of what comes out null, the newest form-js makes the opposite of Tasklist's; an author has to say it.
        String known = k + " != null and ";
        return switch (field.path("type").asText()) {
            case "number" ->
                one(List.of(
                        known + k + " > 3",
                        k + " = null",
                        k + " != 3",
                        known + k + " <= 5",
                        known + k + " between 1 and 5",
                        known + k + " in [1..5]",
                        "not(" + k + " = 2)"));
            case "checkbox" -> one(List.of(k, "not(" + k + ")", k + " = true", k + " != true", k + " = false"));
            case "checklist", "taglist" ->
                one(List.of(
                        "list contains(" + k + ", \"a\")",
                        "not(list contains(" + k + ", \"b\"))",
                        "count(" + k + ") > 1",
                        "count(" + k + ") = 0",
                        "count(" + k + ") = 0 or not(list contains(" + k + ", \"a\"))"));
            case "radio", "select" ->
                one(List.of(
                        k + " = \"a\"",
                        k + " != \"b\"",
                        k + " = null",
                        k + " = \"a\" or " + k + " = \"b\"",
                        "not(" + k + " = \"a\")"));
            case "datetime" -> one(List.of(k + " = null", k + " != null"));
            default ->
                one(List.of(
                        k + " = \"\"",
                        k + " != \"abc\"",
                        k + " = null",
                        k + " = null or " + k + " = \"\"",
                        "string length(" + k + ") > 3",
                        "contains(" + k + ", \"a\")",
                        "not(" + k + " = \"x\")"));
        };
    }

    private ObjectNode bare(String type) {
        number++;
        return JSON.createObjectNode().put("type", type).put("id", "Field_" + number);
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
