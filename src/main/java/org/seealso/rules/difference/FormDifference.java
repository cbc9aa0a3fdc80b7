package org.seealso.rules.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A form and its questions that are new, gone or asked differently. */
public record FormDifference(String file, String name, Kind kind, List<Question> questions) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** How wide something is drawn asks nobody anything else. */
    private static final Set<String> LOOKS = Set.of("layout", "id", "components", "appearance");

    private static final Map<String, String> WORDS = Map.of(
            "label", "words",
            "text", "words",
            "validate required", "must be answered",
            "conditional hide", "hidden if",
            "properties readers", "who reads it",
            "properties routing", "decides the way",
            "defaultValue", "filled in before");

    /** @param label the question as people read it */
    public record Question(String key, String label, Kind kind, List<Detail> details) {}

    static FormDifference of(String file, Kind kind, Optional<byte[]> before, Optional<byte[]> after) {
        Map<String, JsonNode> was = before.map(FormDifference::questions).orElse(Map.of());
        Map<String, JsonNode> is = after.map(FormDifference::questions).orElse(Map.of());
        List<Question> changed = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>(is.keySet());
        keys.addAll(was.keySet());
        for (String key : keys) {
            JsonNode old = was.get(key);
            JsonNode fresh = is.get(key);
            if (old == null && fresh != null) {
                changed.add(new Question(key, label(fresh), Kind.ADDED, List.of()));
            } else if (old != null && fresh == null) {
                changed.add(new Question(key, label(old), Kind.REMOVED, List.of()));
            } else if (old != null && fresh != null) {
                List<Detail> details = Detail.between(properties(old), properties(fresh));
                if (!details.isEmpty()) {
                    changed.add(new Question(key, label(fresh), Kind.CHANGED, details));
                }
            }
        }
        List<String> order = was.keySet().stream().filter(is::containsKey).toList();
        List<String> now = is.keySet().stream().filter(was::containsKey).toList();
        if (!order.equals(now)) {
            changed.add(new Question("", "The questions stand in another order", Kind.CHANGED, List.of()));
        }
        return new FormDifference(file, file.substring(0, file.lastIndexOf('.')), kind, changed);
    }

    private static Map<String, JsonNode> questions(byte[] bytes) {
        try {
            Map<String, JsonNode> found = new LinkedHashMap<>();
            collect(JSON.readTree(bytes).path("components"), found);
            return found;
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    private static void collect(JsonNode components, Map<String, JsonNode> found) {
        for (JsonNode component : components) {
            String key = component.path("key").asText("");
            found.put(key.isEmpty() ? component.path("id").asText() : key, component);
            collect(component.path("components"), found);
        }
    }

    private static Map<String, String> properties(JsonNode question) {
        Map<String, String> properties = new TreeMap<>();
        question.properties().stream()
                .filter(entry -> !LOOKS.contains(entry.getKey()))
                .forEach(entry -> gather(entry.getKey(), entry.getValue(), properties));
        return properties;
    }

    private static void gather(String where, JsonNode value, Map<String, String> properties) {
        if (value.isObject()) {
            value.properties().forEach(entry -> gather(where + " " + entry.getKey(), entry.getValue(), properties));
        } else if (value.isArray()) {
            int place = 1;
            for (JsonNode item : value) {
                String name = item.path("value").asText("");
                if (where.equals("values") && !name.isEmpty()) {
                    properties.put("option " + name, item.path("label").asText());
                } else {
                    gather(where + " " + place, item, properties);
                }
                place++;
            }
        } else {
            properties.put(WORDS.getOrDefault(where, where), words(value));
        }
    }

    private static String words(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean() ? "yes" : "no";
        }
        return value.asText().strip().replaceAll("\\s+", " ");
    }

    private static String label(JsonNode question) {
        for (String property : List.of("label", "text", "key", "type")) {
            String words = question.path(property).asText("").strip();
            if (!words.isEmpty()) {
                return words.lines().findFirst().orElse(words);
            }
        }
        return "something without words";
    }
}
