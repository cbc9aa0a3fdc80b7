package org.seealso.matching.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.seealso.engine.Language;

/** The words of the forms for the values people chose, ready to stand in a sentence. */
final class Labels {
    private static final int NAMED = 3;
    private static final List<String> NUMBERS = List.of(
            "None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve");
    /** Words that keep their capital inside a sentence. */
    private static final Set<String> PROPER =
            Set.of("Indigenous", "English", "French", "Canadian", "Manitoba", "Métis");

    private final Map<String, String> labels = new HashMap<>();
    private final Language language;

    /** The words of a form in another language, where it has them. */
    Labels(Labels english, Language language, Map<String, String> words) {
        this.language = language;
        labels.putAll(english.labels);
        labels.putAll(words);
    }

    Labels(Person[] people) {
        this.language = Language.ENGLISH;
        for (Person person : people) {
            person.who.profile().fields().forEach((field, written) -> {
                if (!(written.value() instanceof Boolean) && !(written.value() instanceof Number)) {
                    person.who
                            .profile()
                            .labels(field)
                            .forEach((value, label) -> labels.putIfAbsent(field + "/" + value, label));
                }
            });
        }
    }

    Language language() {
        return language;
    }

    /** As it stands in the form. */
    String of(String field, String value) {
        return labels.getOrDefault(field + "/" + value, spelled(value));
    }

    /** As it stands inside a sentence. */
    String inside(String field, String value) {
        String label = of(field, value);
        boolean acronym = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return label.isEmpty() || acronym || PROPER.contains(label.split("[\\s-]")[0])
                ? label
                : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    String inside(Person person, String field) {
        return inside(field, person.who.profile().text(field));
    }

    /** Topics in the words of the fields they stand in. */
    String topics(List<String> topics, Map<String, String> byField) {
        return some(topics.stream()
                .map(topic -> inside(byField.getOrDefault(topic, ""), topic))
                .toList());
    }

    /** A value nobody has words for, such as one a newer form has dropped: "budgetingGrants" reads "budgeting grants". */
    private static String spelled(String value) {
        String spaced = value.replace('-', ' ').replace('_', ' ');
        return spaced.matches("[a-z]+([A-Z][a-z]+)+")
                ? spaced.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT)
                : spaced;
    }

    /** A small number as a sentence begins with it. */
    static String start(long number) {
        return number < NUMBERS.size() ? NUMBERS.get((int) number) : String.valueOf(number);
    }

    static String hours(int minutes) {
        int whole = minutes / 60;
        boolean half = minutes % 60 >= 15;
        if (whole == 0) {
            return "half an hour";
        }
        return whole + (half ? "½" : "") + (whole == 1 && !half ? " hour" : " hours");
    }

    static String moreYears(int years) {
        return years == 1 ? "1 more year" : years + " more years";
    }

    /** "grants, weeding and 2 more". */
    String some(List<String> words) {
        List<String> named = new ArrayList<>(words.subList(0, Math.min(NAMED, words.size())));
        if (words.size() > NAMED) {
            named.add(language.say("more", language.number(words.size() - NAMED)));
        }
        return listed(named);
    }

    String listed(List<String> words) {
        return joined(words, language.and());
    }

    static String joined(List<String> words, String by) {
        List<String> first = words.subList(0, words.size() - 1);
        String last = words.get(words.size() - 1);
        // "cataloguing and metadata, and grants": topics with an "and" of their own need the comma.
        boolean nested = words.size() > 1 && words.stream().anyMatch(w -> w.contains(" and ") || w.contains(" et "));
        return first.isEmpty() ? last : String.join(", ", first) + (nested ? ", " : " ") + by + " " + last;
    }
}
