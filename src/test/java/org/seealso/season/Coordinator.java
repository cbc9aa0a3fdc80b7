package org.seealso.season;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.seealso.Visitor;

/** Somebody with a sign-in, working through Tasklist's own API as the page does. */
final class Coordinator {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Visitor visitor;
    private final String name;
    private int done;

    Coordinator(int port, String name) {
        this.name = name;
        this.visitor = Visitor.signedIn(port, name, name + "-in-tests");
    }

    /** How many tasks this person has finished. */
    int done() {
        return done;
    }

    void startCohort(Map<String, String> dates) {
        sent(visitor.engine("POST", "process-definition/key/program/submit-form", variables(dates)));
    }

    /** The open tasks with this name that they may see. */
    List<String> open(String key) {
        List<String> ids = new ArrayList<>();
        for (JsonNode task : visitor.engineJson("task?maxResults=500&taskDefinitionKey=" + key)) {
            ids.add(task.path("id").asText());
        }
        return ids;
    }

    /** Every open task they may see, as "name (about)". */
    List<String> everythingOpen() {
        List<String> names = new ArrayList<>();
        visitor.engineJson("task?maxResults=500")
                .forEach(task -> names.add(task.path("name").asText()));
        return names;
    }

    /** An open task: its id, and which step of which diagram it is. */
    record Todo(String id, String key) {}

    /** Every open task they may see. */
    List<Todo> todo() {
        List<Todo> open = new ArrayList<>();
        visitor.engineJson("task?maxResults=500")
                .forEach(task -> open.add(new Todo(
                        task.path("id").asText(), task.path("taskDefinitionKey").asText())));
        return open;
    }

    /** What the task's form shows besides its questions. */
    JsonNode shown(String task) {
        return visitor.engineJson("task/" + task + "/form-variables?deserializeValues=false");
    }

    void finish(String task, Map<String, String> fields) {
        sent(visitor.engine("POST", "task/" + task + "/claim", "{\"userId\":\"" + name + "\"}"));
        sent(visitor.engine("POST", "task/" + task + "/submit-form", variables(fields)));
        done++;
    }

    /** Finishes every open task of a kind alike; how many there were. */
    int finishAll(String key, Map<String, String> fields) {
        List<String> tasks = open(key);
        tasks.forEach(task -> finish(task, fields));
        return tasks.size();
    }

    /** Confirms the matches as they were found. */
    JsonNode confirmMatches(String task) {
        String cohort = shown(task).path("cohortId").path("value").asText();
        JsonNode proposal =
                Visitor.read(visitor.get("/desk/api/matching/" + cohort).body());
        ObjectNode decision = JSON.createObjectNode();
        decision.put("runId", proposal.path("runId").asText());
        decision.put("edition", proposal.path("edition").asInt());
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
        HttpResponse<String> answer = visitor.json(
                "POST",
                "/desk/api/matching/" + cohort + "/decision",
                decision.toString(),
                visitor.cookie("XSRF-TOKEN"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        sent(visitor.engine("POST", "task/" + task + "/claim", "{\"userId\":\"" + name + "\"}"));
        sent(visitor.engine(
                "POST",
                "task/" + task + "/submit-form",
                "{\"variables\":{\"confirmed\":{\"value\":true,\"type\":\"Boolean\"}}}"));
        done++;
        return proposal;
    }

    private static String variables(Map<String, String> fields) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode variables = body.putObject("variables");
        fields.forEach((field, value) -> {
            ObjectNode variable = variables.putObject(field);
            if (value.equals("true")) {
                variable.put("value", true).put("type", "Boolean");
            } else {
                variable.put("value", value).put("type", "String");
            }
        });
        return body.toString();
    }

    private static void sent(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isIn(200, 204);
    }
}
