package org.seealso.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seealso.answer.Answers;
import org.seealso.engine.Ids;
import org.seealso.form.FormBook;
import org.seealso.form.Verdict;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

/**
 * Judges what a coordinator sends and parts it: what was written goes to the answers, routing facts to the engine, and
 * everything else nowhere (house laws 3 and 4).
 */
@Component
class DeskSubmissions {
    /** An embedded form names the variables it sends, either on its inputs or in {@code data-routing="a b"}. */
    private static final Pattern DECLARED =
            Pattern.compile("(?:cam-variable-name|data-routing)\\s*=\\s*[\"']([^\"']*)[\"']");

    private static final int LONGEST_ROUTING_FACT = 255;

    private final FormBook book;
    private final PublishedRules rules;
    private final Answers answers;
    private final Confidences confidences;
    private final ObjectMapper json;

    DeskSubmissions(FormBook book, PublishedRules rules, Answers answers, Confidences confidences, ObjectMapper json) {
        this.book = book;
        this.rules = rules;
        this.answers = answers;
        this.confidences = confidences;
        this.json = json;
    }

    /** @param refusal one sentence for the coordinator, or null if everything is fine */
    record Judged(
            Map<String, Object> routing,
            List<FieldAnswer> written,
            @Nullable String refusal) {}

    Judged judge(DeskTask task, String user, JsonNode variables, Map<String, ?> briefing) {
        if (!confidences.mayHandle(task.subject(), user)) {
            return refused("Another handler takes care of this. Please leave the task to them.");
        }
        Map<String, Object> values = values(variables);
        String form = task.form();
        if (form == null) {
            return new Judged(Map.of(), List.of(), null);
        }
        if (task.embedded()) {
            return new Judged(declared(task.deployment(), form, values), List.of(), null);
        }
        Map<String, Object> context = new LinkedHashMap<>(task.subject().variables());
        context.putAll(briefing);
        Verdict verdict = book.open(task.deployment(), form).judgeValues(values, context);
        if (!verdict.ok()) {
            return refused(verdict.errors().stream()
                    .map(Verdict.FieldError::message)
                    .distinct()
                    .collect(Collectors.joining(" ")));
        }
        List<FieldAnswer> written = verdict.answers().stream()
                .filter(answer -> !verdict.routing().containsKey(answer.field()))
                .toList();
        return new Judged(verdict.routing(), written, null);
    }

    private static Judged refused(String sentence) {
        return new Judged(Map.of(), List.of(), sentence);
    }

    void store(DeskTask task, String user, List<FieldAnswer> written) {
        if (confidences.isOne(task.subject())) {
            confidences.keep(task.subject(), user, written);
        } else if (!written.isEmpty()) {
            answers.store(
                    Ids.next(), user, task.subject().form(), task.subject().forAnswers(), written);
        }
    }

    /** Tasklist's body again, with routing facts only; the business key is dropped, people type names into it. */
    byte[] body(JsonNode original, Map<String, Object> routing) {
        ObjectNode body = json.createObjectNode();
        ObjectNode variables = body.putObject("variables");
        routing.forEach((name, value) -> variables.set(name, typed(value)));
        if (original.path("withVariablesInReturn").asBoolean(false)) {
            body.put("withVariablesInReturn", true);
        }
        return bytes(body);
    }

    private Map<String, Object> declared(String deployment, String file, Map<String, Object> values) {
        Set<String> names = new LinkedHashSet<>();
        String html = rules.file(deployment, file)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        Matcher found = DECLARED.matcher(html);
        while (found.find()) {
            names.addAll(List.of(found.group(1).strip().split("\\s+")));
        }
        Map<String, Object> routing = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            boolean fact = value instanceof Number
                    || value instanceof Boolean
                    || (value instanceof String text && text.length() <= LONGEST_ROUTING_FACT);
            if (names.contains(name) && fact) {
                routing.put(name, value);
            }
        });
        return routing;
    }

    private Map<String, Object> values(JsonNode variables) {
        Map<String, Object> values = new LinkedHashMap<>();
        variables.properties().forEach(field -> {
            JsonNode value = field.getValue().path("value");
            if (!value.isMissingNode() && !value.isNull()) {
                values.put(field.getKey(), plain(field.getValue().path("type").asText(""), value));
            }
        });
        return values;
    }

    private Object plain(String type, JsonNode value) {
        try {
            if (("Json".equals(type) || "Object".equals(type)) && value.isTextual()) {
                return json.readValue(value.asText(), Object.class);
            }
            return json.treeToValue(value, Object.class);
        } catch (JsonProcessingException e) {
            return value.asText();
        }
    }

    private ObjectNode typed(Object value) {
        ObjectNode node = json.createObjectNode();
        if (value instanceof Boolean flag) {
            node.put("type", "Boolean").put("value", flag);
        } else if (value instanceof Integer || value instanceof Long || value instanceof Short) {
            node.put("type", "Long").put("value", ((Number) value).longValue());
        } else if (value instanceof Number number) {
            node.put("type", "Double").put("value", number.doubleValue());
        } else if (value instanceof String || value instanceof java.time.temporal.Temporal) {
            node.put("type", "String").put("value", value.toString());
        } else {
            node.put("type", "Json").put("value", new String(bytes(value), StandardCharsets.UTF_8));
        }
        return node;
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a routing fact is neither text, number, yes/no nor a list", e);
        }
    }
}
