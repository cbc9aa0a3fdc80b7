package org.seealso.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/** Random answers to a form: right, wrong, on the border, strange, and to questions that are not asked. */
final class Submissions {
    private static final List<String> WORDS = List.of(
            "Ana",
            "Ben Okoro",
            "x",
            "abc",
            "Bibliothèque",
            "日本語",
            "🙂🙂",
            "a b",
            "  around  ",
            "\u00a0nbsp\u00a0",
            "\tTab\t",
            "two\nlines",
            "a\r\nb",
            "{{name}}",
            "=1",
            "<b>bold</b>",
            "\"quoted\"",
            "null",
            "true",
            "0",
            "12",
            "ana@example.ca",
            "ana@example",
            "ana@",
            "a.b+c@ex-ample.co.uk",
            " ana@example.ca ",
            "é@example.ca",
            "https://example.ca/me",
            "http://x",
            "ftp://example.ca",
            "+12045550199",
            "+1 204 555-0199",
            "0049301234567",
            "12045550199",
            "+999",
            "2026-02-10",
            "ABC-123",
            "abc-12",
            "x\u2028y",
            "\u0301",
            "e\u0301",
            "\uFEFFbom");
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "2",
            "3",
            "4",
            "5",
            "6",
            "-1",
            "60",
            "61",
            "2.5",
            "2,5",
            "1.25",
            "0.1",
            "100",
            "1000000",
            "-0",
            "007",
            "+5",
            ".5",
            "5.",
            "1e3",
            "twelve",
            "1,000",
            "1 000",
            "٣",
            "NaN",
            "Infinity",
            "0x10",
            " 4 ",
            "--2",
            "99999999999999999999",
            "0.30000000000000004");
    private static final List<String> DAYS = List.of(
            "2026-02-10",
            "2026-02-09",
            "2026-02-08",
            "2026-03-01",
            "2027-12-31",
            "2024-02-29",
            "2025-02-29",
            "2026-02-31",
            "2026-13-01",
            "1899-12-31",
            "1900-01-01",
            "2999-12-31",
            "9999-01-01",
            "26-01-01",
            "tomorrow",
            "2026-2-3",
            "2026-03-01T10:00");
    private static final List<String> TIMES = List.of("00:00", "09:30", "14:15", "23:45", "14:07", "25:00", "9:5", "x");
    private static final int LONGEST = 4000;

    private final Random random;

    Submissions(Random random) {
        this.random = random;
    }

    /** What was posted, and which of it the server refuses on purpose where form-js would not. */
    record Posted(Map<String, List<String>> fields, Set<String> refused) {}

    /**
     * @param keys the questions answered; the rest is left out, as a browser leaves out what is not ticked
     */
    Posted of(List<JsonNode> fields, Map<String, ?> context) {
        Map<String, List<String>> posted = new LinkedHashMap<>();
        Set<String> refused = new LinkedHashSet<>();
        int eagerness = random.nextInt(5);
        for (JsonNode field : fields) {
            String key = field.path("key").asText();
            if (random.nextInt(5) < eagerness || eagerness == 4 && random.nextInt(12) > 0) {
                List<String> raw = answer(field, context);
                posted.put(key, raw);
                if (isRefused(field, raw)) {
                    refused.add(key);
                }
            } else if (random.nextInt(4) == 0) {
                posted.put(key, List.of(""));
            }
        }
        if (random.nextInt(10) == 0) {
            posted.put("decision", List.of("accept"));
            posted.put("cohortId", List.of("made up"));
        }
        return new Posted(posted, refused);
    }

    private List<String> answer(JsonNode field, Map<String, ?> context) {
        return switch (field.path("type").asText()) {
            case "checkbox" -> List.of(one(List.of("true", "on", "false", "", "yes")));
            case "number" -> List.of(number(field));
            case "datetime" -> List.of(moment(field.path("subtype").asText("date")));
            case "radio", "select" -> List.of(random.nextInt(15) == 0 ? one(WORDS) : one(choices(field, context)));
            case "checklist", "taglist" -> several(choices(field, context));
            default -> List.of(text(field));
        };
    }

    private String number(JsonNode field) {
        List<String> near = new ArrayList<>(NUMBERS);
        for (String limit : List.of("min", "max")) {
            JsonNode value = field.path("validate").path(limit);
            if (!value.isMissingNode() && !value.asText().startsWith("=")) {
                for (int step = -1; step <= 1; step++) {
                    near.add(String.valueOf(value.asInt() + step));
                    near.add(String.valueOf(value.asInt() + step));
                }
            }
        }
        return random.nextBoolean() ? String.valueOf(random.nextInt(8)) : one(near);
    }

    private String moment(String subtype) {
        return switch (subtype) {
            case "time" -> one(TIMES);
            case "datetime" -> one(DAYS.subList(0, 11)) + "T" + one(TIMES);
            default -> one(DAYS);
        };
    }

    private String text(JsonNode field) {
        for (String limit : List.of("minLength", "maxLength")) {
            JsonNode value = field.path("validate").path(limit);
            if (!value.isMissingNode() && !value.asText().startsWith("=") && random.nextInt(3) == 0) {
                int length = Math.max(0, value.asInt() + random.nextInt(3) - 1);
                return random.nextBoolean() ? "x".repeat(length) : " " + "é".repeat(length) + "\n";
            }
        }
        return switch (random.nextInt(40)) {
            case 0 -> "y".repeat(LONGEST - 1 + random.nextInt(3));
            case 1 -> "nul \0 inside";
            case 2 -> "half \uD83D of a pair";
            case 3 -> " ".repeat(3);
            case 4 -> one(WORDS) + "\n\n" + one(WORDS);
            default -> one(WORDS);
        };
    }

    private List<String> several(List<String> choices) {
        List<String> some = new ArrayList<>();
        for (String choice : choices) {
            if (random.nextInt(3) == 0) {
                some.add(choice);
            }
        }
        if (random.nextInt(25) == 0) {
            some.add("made up");
        }
        return some;
    }

    private List<String> choices(JsonNode field, Map<String, ?> context) {
        List<String> values = new ArrayList<>();
        field.path("values")
                .forEach(each -> values.add(each.isObject() ? each.path("value").asText() : each.asText()));
        Object offered = context.get(field.path("valuesKey")
                .asText(field.path("valuesExpression").asText("=").substring(1)));
        if (offered instanceof List<?> list) {
            list.forEach(each -> values.add(String.valueOf(each instanceof Map<?, ?> map ? map.get("value") : each)));
        }
        if (values.isEmpty()) {
            values.addAll(List.of("a", "b", "1"));
        }
        return values;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /**
     * Where the server is stricter, on purpose (ADR 15): what no database keeps, what nobody can have meant, and what
     * form-js's own date picker would not have offered.
     */
    private static boolean isRefused(JsonNode field, List<String> raw) {
        String text = raw.isEmpty() ? "" : raw.get(0);
        return switch (field.path("type").asText()) {
            case "textfield", "textarea" ->
                text.indexOf('\0') >= 0
                        || text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)
                        || FieldReader.tidy(text.replace("\r\n", "\n")).length() > LONGEST;
            case "number" -> {
                String digits = text.strip();
                yield Pattern.matches("[+-]?\\d{1,3}(,\\d{3})+", digits)
                        || Pattern.matches("[+-]?\\d{16,}.*|.*[.,]\\d{13,}", digits);
            }
            case "datetime" -> !text.isBlank() && !isOffered(field, text.strip());
            default -> false;
        };
    }

    private static boolean isOffered(JsonNode field, String text) {
        String[] halves = text.split("T", -1);
        String subtype = field.path("subtype").asText("date");
        if (halves.length != (subtype.equals("datetime") ? 2 : 1)) {
            return false;
        }
        if (!subtype.equals("time")) {
            boolean exists = Pattern.matches("\\d{4}-\\d\\d-\\d\\d", halves[0])
                    && !Set.of("2025-02-29", "2026-02-31", "2026-13-01").contains(halves[0]);
            boolean tooFar = halves[0].compareTo("1900") < 0 || halves[0].compareTo("3000") > 0;
            // In the last zone of the world it is still the 10th at 18:00 UTC.
            boolean passed = halves[0].compareTo("2026-02-10") < 0
                    && field.path("disallowPassedDates").asBoolean();
            if (!exists || tooFar || passed) {
                return false;
            }
        }
        if (subtype.equals("date")) {
            return true;
        }
        String time = halves[halves.length - 1];
        return Set.of("00:00", "09:30", "14:15", "23:45").contains(time)
                || time.equals("14:07") && field.path("timeInterval").asInt(1) == 1;
    }
}
