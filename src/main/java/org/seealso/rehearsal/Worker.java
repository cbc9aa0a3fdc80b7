package org.seealso.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.seealso.engine.Feel;

/** A coordinator or conduct handler: signs in, and works through Tasklist's own interface as its pages do. */
final class Worker {
    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MATCHES = "UserTask_ConfirmMatches";

    private final Visitor visitor;
    private final String name;
    private final CastFile cast;
    private final Feel feel;
    private final Map<String, JsonNode> forms = new HashMap<>();
    private final Map<String, Integer> turns = new HashMap<>();

    Worker(int port, String name, String password, CastFile cast, Feel feel) {
        this.name = name;
        this.cast = cast;
        this.feel = feel;
        this.visitor = new Visitor(port);
        String page = visitor.get("/login").body();
        visitor.form("/login", Jsoup.parse(page), Map.of("username", List.of(name), "password", List.of(password)));
        visitor.get("/camunda/app/tasklist/default/");
    }

    /**
     * An open task.
     *
     * @param key the step of the diagram
     * @param definition id of the process definition
     * @param instance id of the process
     */
    record Todo(String id, String key, String name, String definition, String instance) {
        String process() {
            return definition.split(":", 2)[0];
        }

        /** One place in one process: done too early, a task comes back here. */
        String place() {
            return instance + " " + key;
        }
    }

    /** Every open task they may see, the oldest first. */
    List<Todo> todo() {
        List<Todo> open = new ArrayList<>();
        for (JsonNode task : read(visitor.get(ENGINE + "task?maxResults=2000&sortBy=created&sortOrder=asc")
                .body())) {
            open.add(new Todo(
                    task.path("id").asText(),
                    task.path("taskDefinitionKey").asText(),
                    task.path("name").asText(),
                    task.path("processDefinitionId").asText(),
                    task.path("processInstanceId").asText()));
        }
        return open;
    }

    /** Starts a process as the form behind "Start process" does; empty if it began, else what it says. */
    Optional<String> start(String process, Map<String, String> fields) {
        ObjectNode variables = JSON.createObjectNode();
        fields.forEach((field, value) -> put(variables, field, value));
        return complaint(visitor.json(ENGINE + "process-definition/key/" + process + "/submit-form", body(variables)));
    }

    /** Does a task; empty if it is done, else why it cannot be. */
    Optional<String> finish(Todo task, LocalDate today) {
        if (task.key().equals(MATCHES)) {
            Optional<String> refused = confirmMatches(task);
            if (refused.isPresent()) {
                return refused;
            }
        }
        ObjectNode variables = task.key().equals(MATCHES)
                ? JSON.createObjectNode()
                        .set(
                                "confirmed",
                                JSON.createObjectNode().put("value", true).put("type", "Boolean"))
                : answers(task, today);
        Optional<String> claimed =
                complaint(visitor.json(ENGINE + "task/" + task.id() + "/claim", "{\"userId\":\"" + name + "\"}"));
        return claimed.isPresent()
                ? claimed
                : complaint(visitor.json(ENGINE + "task/" + task.id() + "/submit-form", body(variables)));
    }

    /** What is asked and can be seen, in the order of the form: the cast's words, or whatever comes first. */
    private ObjectNode answers(Todo task, LocalDate today) {
        Map<String, List<String>> said = cast.answers(task.key());
        int turn = turns.merge(task.key(), 1, Integer::sum) - 1;
        ObjectNode variables = JSON.createObjectNode();
        Map<String, Object> known = new LinkedHashMap<>();
        for (JsonNode field : form(task).path("components")) {
            String key = field.path("key").asText();
            String hide = field.path("conditional").path("hide").asText("");
            if (key.isEmpty() || !hide.isEmpty() && isTrue(hide, known)) {
                continue;
            }
            List<String> own = said.getOrDefault(key, List.of());
            String value = own.isEmpty()
                    ? field.path("validate").path("required").asBoolean() ? something(field, today) : ""
                    : Actor.day(own.get(turn % own.size()), today);
            if (!value.isEmpty()) {
                put(variables, key, value);
                known.put(key, value.equals("true") ? Boolean.TRUE : value);
            }
        }
        return variables;
    }

    private boolean isTrue(String condition, Map<String, Object> known) {
        try {
            return feel.isTrue(condition.replaceFirst("^=", ""), known);
        } catch (Feel.FeelFailed e) {
            return false;
        }
    }

    private static String something(JsonNode field, LocalDate today) {
        JsonNode first = field.path("values").path(0).path("value");
        if (!first.isMissingNode()) {
            return first.asText();
        }
        if (field.path("validate").path("validationType").asText().equals("email")) {
            return "somebody@library.example";
        }
        return switch (field.path("type").asText()) {
            case "checkbox" -> "true";
            case "number" -> "1";
            case "datetime" -> today.plusDays(14).toString();
            default -> "Done.";
        };
    }

    private JsonNode form(Todo task) {
        return forms.computeIfAbsent(task.definition() + " " + task.key(), key -> {
            HttpResponse<String> form = visitor.get(ENGINE + "task/" + task.id() + "/deployed-form");
            return form.statusCode() == 200 && form.body().startsWith("{")
                    ? read(form.body())
                    : JSON.createObjectNode();
        });
    }

    /** Confirms the matches as they were found; if the pool has changed since, has them found again first. */
    private Optional<String> confirmMatches(Todo task) {
        String cohort = read(visitor.get(ENGINE + "task/" + task.id() + "/form-variables?deserializeValues=false")
                        .body())
                .path("cohortId")
                .path("value")
                .asText();
        String matches = "/desk/api/matching/" + cohort;
        JsonNode found = read(visitor.get(matches).body());
        if (decide(matches, found).isEmpty()) {
            return Optional.empty();
        }
        HttpResponse<String> again =
                visitor.json(matches + "/again", decisionOn(found).toString());
        return complaint(again).or(() -> decide(matches, read(again.body())));
    }

    private static ObjectNode decisionOn(JsonNode proposal) {
        ObjectNode decision = JSON.createObjectNode();
        decision.put("runId", proposal.path("runId").asText());
        decision.put("edition", proposal.path("edition").asInt());
        return decision;
    }

    private Optional<String> decide(String matches, JsonNode proposal) {
        ObjectNode decision = decisionOn(proposal);
        var groups = decision.putArray("groups");
        for (JsonNode match : proposal.path("groups")) {
            var group = groups.addArray();
            match.path("members")
                    .forEach(member -> group.add(member.path("participantId").asText()));
        }
        var left = decision.putArray("left");
        proposal.path("left")
                .forEach(person -> left.add(person.findPath("participantId").asText()));
        var held = decision.putArray("held");
        proposal.path("held")
                .forEach(person -> held.add(person.path("participantId").asText()));
        return complaint(visitor.json(matches + "/decision", decision.toString()));
    }

    private static void put(ObjectNode variables, String field, String value) {
        ObjectNode variable = variables.putObject(field);
        if (value.equals("true")) {
            variable.put("value", true).put("type", "Boolean");
        } else {
            variable.put("value", value).put("type", "String");
        }
    }

    private static String body(JsonNode variables) {
        return JSON.createObjectNode().set("variables", variables).toString();
    }

    private static Optional<String> complaint(HttpResponse<String> response) {
        if (response.statusCode() < 300) {
            return Optional.empty();
        }
        JsonNode said = response.body().startsWith("{") ? read(response.body()) : JSON.createObjectNode();
        String words = said.path("sentence").asText(said.path("message").asText(""));
        return Optional.of(words.isBlank() ? "The page answers with an error (" + response.statusCode() + ")." : words);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
