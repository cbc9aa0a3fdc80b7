package org.seealso.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody writes under a letter's numbered questions who never opens a link. */
final class Reply {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern QUESTION = Pattern.compile("(?s)^\\**(\\d{1,2})\\)\\**\\s+(.*)$");
    /** With spaces that break no line, or others in a letter an admin wrote. */
    private static final String IS = "[ \u00a0]=[ \u00a0]";

    private static final Pattern CHOICES = Pattern.compile("(?:^|\\s)(\\d{1,2})(?:" + IS + "| · )");
    private static final Pattern ONLY_IF =
            Pattern.compile("\\(if (?:you answer (\\d+)|your answer to (\\d+) is (anything but )?“([^”]*)”)\\)");

    private final Actor actor;
    private final String occasion;
    private final LocalDate today;
    private final JsonNode form;

    /** @param schema the form behind the letter, or nothing if it cannot be read */
    Reply(Actor actor, String occasion, LocalDate today, byte[] schema) {
        this.actor = actor;
        this.occasion = occasion;
        this.today = today;
        JsonNode read;
        try {
            read = JSON.readTree(new String(schema, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            read = JSON.createObjectNode();
        }
        this.form = read;
    }

    /** Whether a letter's text has numbered questions. */
    static boolean isOffered(String text) {
        return text.lines().anyMatch(line -> line.matches("\\**1\\)\\**\\s.*"));
    }

    /** The text of the reply; empty if the letter asks nothing that can be read. */
    Optional<String> to(String text) {
        Map<Integer, String> numbers = new LinkedHashMap<>();
        Map<Integer, String> words = new LinkedHashMap<>();
        for (String paragraph : text.split("\n\\s*\n")) {
            Matcher question = QUESTION.matcher(paragraph.strip());
            if (!question.matches()) {
                continue;
            }
            int number = Integer.parseInt(question.group(1));
            String rest = question.group(2).replaceAll("\\s+", " ");
            if (isAsked(rest, words)) {
                answer(rest, choices(rest)).ifPresent(answer -> {
                    numbers.put(number, answer[0]);
                    words.put(number, answer[1]);
                });
            }
        }
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        numbers.forEach((number, answer) -> lines.add(number + ") " + answer));
        return Optional.of(String.join("\n", lines) + "\n\n" + actor.name() + "\n\nOn a day, they wrote:\n"
                + text.replaceAll("(?m)^", "> "));
    }

    private static Map<String, String> choices(String question) {
        Map<String, String> choices = new LinkedHashMap<>();
        Matcher first = CHOICES.matcher(question);
        if (first.find()) {
            for (String each : question.substring(first.start()).strip().split(" · ")) {
                String[] parts = each.split(IS, 2);
                choices.put(parts[0].strip(), parts[parts.length - 1].strip());
            }
        }
        return choices;
    }

    private static boolean isAsked(String question, Map<Integer, String> words) {
        Matcher only = ONLY_IF.matcher(question);
        if (!only.find()) {
            return true;
        }
        if (only.group(1) != null) {
            return words.containsKey(Integer.valueOf(only.group(1)));
        }
        boolean same = only.group(4).equalsIgnoreCase(words.getOrDefault(Integer.valueOf(only.group(2)), ""));
        return (only.group(3) == null) == same;
    }

    /** The number to write and the words it stands for. */
    private Optional<String[]> answer(String question, Map<String, String> choices) {
        for (JsonNode field : form.path("components")) {
            String label = plain(field.path("label").asText());
            if (label.isEmpty() || !plain(question).contains(label)) {
                continue;
            }
            Map<String, String> labels = new LinkedHashMap<>();
            field.path("values")
                    .forEach(value -> labels.put(
                            value.path("value").asText(),
                            plain(value.path("label").asText())));
            Optional<List<String>> said = actor.says(
                    field.path("key").asText(),
                    occasion,
                    today,
                    value -> labels.isEmpty() || labels.containsKey(value));
            if (choices.isEmpty()) {
                return said.filter(words -> !words.get(0).isBlank())
                        .map(words -> new String[] {words.get(0), words.get(0)});
            }
            String wanted =
                    said.map(words -> labels.getOrDefault(words.get(0), "")).orElse("");
            for (Map.Entry<String, String> choice : choices.entrySet()) {
                if (plain(choice.getValue()).equals(wanted)) {
                    return Optional.of(new String[] {choice.getKey(), choice.getValue()});
                }
            }
        }
        return choices.entrySet().stream().findFirst().map(first -> new String[] {first.getKey(), first.getValue()});
    }

    private static String plain(String text) {
        return text.replaceAll("[*_\\\\]", "").replaceAll("\\s+", " ").strip();
    }
}
