package org.seealso.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.Feel;

/** Draws one form once, with certain answers filled in. */
final class FormDrawing {
    private static final int MOST_ROWS = 500;
    private static final int ONE_LINE = 30;
    private static final int MANY = 8;
    private static final Map<String, String> AUTOCOMPLETE =
            Map.of("name", "name", "email", "email", "employer", "organization", "jobTitle", "organization-title");

    private final FormSchema schema;
    private final Judge judge;
    private final Feel feel;
    private final Wording wording;
    private final Words words;
    private final FormPage page;
    private final Map<String, ?> filled;
    private final Map<String, String> complaints;
    private final Judge.State state;
    private final @Nullable Heading heading;
    private final boolean matched;
    private final boolean preview;

    FormDrawing(
            FormSchema schema,
            Judge judge,
            Feel feel,
            Wording wording,
            Words words,
            FormPage page,
            Map<String, ?> filled,
            Map<String, String> complaints,
            Map<String, ?> context) {
        this.schema = schema;
        this.judge = judge;
        this.feel = feel;
        this.wording = wording;
        this.words = words;
        this.page = page;
        this.filled = filled;
        this.complaints = complaints;
        this.state = judge.settle(filled, context);
        this.heading = Heading.first(schema).orElse(null);
        this.preview = Boolean.TRUE.equals(context.get("preview"));
        this.matched = Boolean.TRUE.equals(context.get("matched"));
    }

    String html() {
        return all(schema.components());
    }

    String afterwards() {
        return schema.all().stream()
                .filter(component -> component.isAfterwards() && !state.hidden().contains(component))
                .map(this::text)
                .collect(Collectors.joining());
    }

    private String all(List<Component> components) {
        return components.stream()
                .filter(component -> !component.isAfterwards())
                .map(this::conditional)
                .collect(Collectors.joining());
    }

    /**
     * What depends on another answer of this page is there from the beginning, hidden: a script shows it as soon as that
     * answer is given, and without one the server asks for it on the way. What depends only on the context is left out.
     */
    private String conditional(Component component) {
        if (component.hide().isEmpty()) {
            return draw(component);
        }
        if (preview) {
            return draw(component);
        }
        boolean hidden = state.hidden().contains(component);
        if (!dependsOnAnswers(component.hide())) {
            return hidden ? "" : draw(component);
        }
        return drawn(
                "shown-if",
                Map.of(
                        "part", component.id(),
                        "hint", ShownIf.hint(component.hide()).orElse(""),
                        "hidden", hidden,
                        "content", draw(component)));
    }

    private boolean dependsOnAnswers(String expression) {
        String withoutTexts = expression.replaceAll("\"[^\"]*\"", "\"\"");
        return schema.all().stream()
                .filter(c -> !c.key().isEmpty())
                .anyMatch(c -> Pattern.compile("\\b" + c.key() + "\\b")
                        .matcher(withoutTexts)
                        .find());
    }

    private String draw(Component component) {
        return switch (component.type()) {
            case "expression" -> "";
            case "text" -> text(component);
            case "group" -> group(component);
            // One column is a list, which a phone and a screen reader tell better than a table.
            case "table" -> drawn(columns(component).size() == 1 ? "list" : "table", table(component));
            case "image" -> image(component);
            case "separator", "spacer" -> drawn(component.type(), Map.of());
            default -> field(component);
        };
    }

    private String drawn(String template, Map<String, ?> view) {
        Map<String, Object> worded = new HashMap<>(view);
        worded.put("say", words.page());
        return page.draw(template, worded);
    }

    private String text(Component component) {
        Heading first = heading;
        String words = first != null && first.component() == component ? first.rest() : component.text("text");
        return words.isBlank() ? "" : page.markdown(wording.markdown(words, state.variables()));
    }

    private String group(Component component) {
        Map<String, Object> view = new HashMap<>();
        view.put("label", plain(component, "label"));
        view.put("content", all(component.children()));
        return drawn("group", view);
    }

    private String image(Component component) {
        String source = plain(component, "source");
        boolean safe = source.startsWith("https://") || source.startsWith("/") && !source.startsWith("//");
        return safe ? drawn("image", Map.of("source", source, "alt", plain(component, "alt"))) : "";
    }

    private Map<String, Object> table(Component component) {
        String expression = Component.expression(component.json().path("dataSource"));
        Object rows = expression.isEmpty()
                ? state.variables().get(component.text("dataSource"))
                : feel.evaluate(expression, state.variables());
        List<Map<String, String>> columns = columns(component);
        List<Map<String, Object>> cellsOfRows = new ArrayList<>();
        if (rows instanceof Collection<?> several) {
            several.stream().limit(MOST_ROWS).forEach(row -> {
                List<String> cells = columns.stream()
                        .map(column -> row instanceof Map<?, ?> map ? wording.inWords(map.get(column.get("key"))) : "")
                        .toList();
                if (!cells.isEmpty()) {
                    cellsOfRows.add(Map.of("head", cells.get(0), "cells", cells.subList(1, cells.size())));
                }
            });
        }
        Map<String, Object> view = new HashMap<>();
        view.put("label", plain(component, "label"));
        view.put("columns", columns.stream().map(c -> c.get("label")).toList());
        view.put("rows", cellsOfRows);
        view.put("empty", cellsOfRows.isEmpty());
        return view;
    }

    private List<Map<String, String>> columns(Component component) {
        List<Map<String, String>> columns = new ArrayList<>();
        String expression = Component.expression(component.json().path("columnsExpression"));
        if (expression.isEmpty()) {
            for (JsonNode column : component.json().path("columns")) {
                columns.add(column(
                        column.path("key").asText(""), column.path("label").asText("")));
            }
        } else if (feel.evaluate(expression, state.variables()) instanceof Collection<?> several) {
            for (Object column : several) {
                if (column instanceof Map<?, ?> map) {
                    columns.add(column(Wording.shown(map.get("key")), Wording.shown(map.get("label"))));
                }
            }
        }
        return columns;
    }

    private static Map<String, String> column(String key, String label) {
        return Map.of("key", key, "label", label.isBlank() ? key : label);
    }

    private String field(Component field) {
        Map<String, Object> view = new HashMap<>();
        String key = field.key();
        String label = plain(field, "label");
        boolean locked = judge.isLocked(field, state.variables());
        view.put("id", key);
        view.put("label", label.isBlank() ? wording.plain(field.label(), state.variables()) : label);
        view.put("hint", plain(field, "description"));
        view.put("readers", field.readers().inWords(matched, words));
        view.put("error", complaints.getOrDefault(key, ""));
        view.put("optional", !field.required() && !field.type().equals("checkbox") && !locked);
        view.put("describedBy", describedBy(view));
        if (locked) {
            Object value = state.variables().get(key);
            view.put("value", value == null ? "–" : judge.shown(field, value, state.variables()));
            return drawn("locked", view);
        }
        String value = sent(key).stream().findFirst().orElse("");
        view.put("value", value);
        return switch (field.type()) {
            case "textarea" -> drawn("textarea", view);
            case "checkbox" -> {
                view.put("checked", value.equals("true") || value.equals("on"));
                yield drawn("checkbox", view);
            }
            case "select" -> {
                view.put("options", options(field));
                yield drawn("select", view);
            }
            case "radio", "checklist", "taglist" -> choices(field, view);
            default -> input(field, view);
        };
    }

    private static String describedBy(Map<String, Object> view) {
        List<String> ids = new ArrayList<>();
        for (String note : List.of("hint", "readers", "error")) {
            if (!"".equals(view.get(note))) {
                ids.add(view.get("id") + "-" + note);
            }
        }
        return String.join(" ", ids);
    }

    private String choices(Component field, Map<String, Object> view) {
        List<Map<String, Object>> options = options(field);
        int letters = options.stream()
                .mapToInt(o -> String.valueOf(o.get("label")).length())
                .sum();
        view.put("options", options);
        view.put("many", options.size() > MANY);
        view.put("inline", options.size() > 1 && letters <= ONE_LINE);
        return drawn(field.type().equals("radio") ? "radios" : "checkboxes", view);
    }

    private List<Map<String, Object>> options(Component field) {
        Set<String> chosen = new LinkedHashSet<>(sent(field.key()));
        List<Map<String, Object>> options = new ArrayList<>();
        for (Option option : Option.of(field, feel, state.variables())) {
            // The first carries the field's own id, so that a link from the error summary lands on it.
            options.add(Map.of(
                    "id", options.isEmpty() ? field.key() : field.key() + "-" + (options.size() + 1),
                    "name", field.key(),
                    "sent", option.sent(),
                    "label", option.label(),
                    "chosen", chosen.contains(option.sent())));
        }
        return options;
    }

    private String input(Component field, Map<String, Object> view) {
        String validation = field.validate().path("validationType").asText("");
        view.put("type", "text");
        view.put("autocomplete", AUTOCOMPLETE.getOrDefault(field.key(), ""));
        if (validation.equals("email")) {
            view.put("type", "email");
            view.put("autocomplete", "email");
            view.put("plain", true);
        } else if (validation.equals("phone")) {
            view.put("type", "tel");
            view.put("autocomplete", "tel");
            view.put("width", "govuk-input--width-20");
        } else if (field.type().equals("number")) {
            view.put("inputmode", field.json().path("decimalDigits").asInt(-1) == 0 ? "numeric" : "decimal");
            view.put("width", "govuk-input--width-5");
            view.put("plain", true);
        } else if (field.type().equals("datetime")) {
            String subtype = field.text("subtype");
            view.put("type", subtype.equals("datetime") ? "datetime-local" : subtype.equals("time") ? "time" : "date");
            view.put("width", "govuk-input--width-10");
        }
        JsonNode appearance = field.json().path("appearance");
        view.put("prefix", appearance.path("prefixAdorner").asText(""));
        view.put("suffix", appearance.path("suffixAdorner").asText(""));
        view.put("wrapped", !"".equals(view.get("prefix")) || !"".equals(view.get("suffix")));
        return drawn("input", view);
    }

    private List<String> sent(String key) {
        Object value = filled.get(key);
        Collection<?> several = value instanceof Collection<?> list ? list : value == null ? List.of() : List.of(value);
        return several.stream().map(v -> v == null ? "" : Option.sent(v)).toList();
    }

    private String plain(Component component, String property) {
        return wording.plain(component.text(property), state.variables()).strip();
    }
}
