package org.seealso.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** How an invented person fills in a page: with their own answers where they have one, else what comes first. */
final class Pen {
    private static final String FIELDS = "main input[name], main select[name], main textarea[name]";

    private Pen() {}

    /**
     * @param own what they have decided to say here, before anything the cast says
     * @param asked questions the page would not go on without: they get an answer even if a blank would be theirs
     */
    static Map<String, List<String>> fillIn(
            Document page,
            Actor actor,
            String occasion,
            LocalDate today,
            Map<String, List<String>> own,
            Set<String> asked) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        Elements fields = page.select(FIELDS);
        for (Element field : fields) {
            String name = field.attr("name");
            String type = field.attr("type");
            if (name.startsWith("_") || type.equals("hidden") || type.equals("submit") || answers.containsKey(name)) {
                continue;
            }
            Set<String> offered = offered(fields, field, name, type);
            boolean choice = !offered.isEmpty();
            List<String> said = own.containsKey(name)
                    ? own.get(name).stream()
                            .filter(value -> !choice || offered.contains(value))
                            .toList()
                    : actor.says(name, occasion, today, value -> suits(value, offered))
                            .orElse(List.of());
            // Nobody ticks a box they were not asked to tick.
            boolean ticks = type.equals("checkbox");
            if (said.isEmpty() && (choice && !ticks || asked.contains(name))) {
                said = choice ? List.of(offered.iterator().next()) : List.of(something(field, type, today, actor));
            }
            List<String> words = said.stream().filter(word -> !word.isEmpty()).toList();
            if (!words.isEmpty()) {
                answers.put(name, words);
            }
        }
        return answers;
    }

    /** The questions a refused page points at. */
    static Set<String> complained(Document page) {
        Set<String> names = new HashSet<>();
        for (Element group : page.select(".govuk-form-group--error")) {
            group.select("[name]").forEach(field -> names.add(field.attr("name")));
        }
        return names;
    }

    /** What a page says is wrong, without the words somebody typed. */
    static String complaint(Document page) {
        List<String> words =
                new ArrayList<>(page.select(".govuk-error-summary__list li").eachText());
        return words.isEmpty() ? page.select("main h1").text() : String.join(" ", words);
    }

    /** One of the choices, or words of one's own; a tick is no sentence. */
    private static boolean suits(String value, Set<String> offered) {
        return offered.isEmpty() ? !value.equals("true") : offered.contains(value);
    }

    private static Set<String> offered(Elements fields, Element field, String name, String type) {
        Set<String> offered = new LinkedHashSet<>();
        if (field.tagName().equals("select")) {
            field.select("option").eachAttr("value").stream()
                    .filter(value -> !value.isEmpty())
                    .forEach(offered::add);
        } else if (type.equals("radio") || type.equals("checkbox")) {
            fields.stream()
                    .filter(other -> other.attr("name").equals(name))
                    .forEach(other -> offered.add(other.attr("value")));
        }
        return offered;
    }

    private static String something(Element field, String type, LocalDate today, Actor actor) {
        return switch (type) {
            case "number" -> "1";
            case "date" -> today.plusDays(7).toString();
            case "datetime-local" -> today.plusDays(7) + "T12:00";
            case "email" -> actor.address();
            case "url" -> "https://library.example";
            default -> field.attr("inputmode").equals("numeric") ? "1" : "Something about this.";
        };
    }
}
