package org.seealso.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which letters' texts a report holds: everybody's up to a hundred people, otherwise those of the first fifty and of
 * whoever a finding names. A text that several people got word for word stands in the file once, and so do the closing
 * lines that many letters share.
 */
final class LetterTexts {
    static final int EVERYBODY = 100;
    static final int FIRST = 50;

    private final Set<String> kept = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Shared> shared = new ArrayList<>();
    private static final String CLOSING = "\n--\n";

    private final Map<String, Integer> closingNumbers = new HashMap<>();
    private final List<Closing> closings = new ArrayList<>();
    private final boolean all;

    /** What several letters end with: whom to write to, and how to leave. */
    record Closing(int number, int times, String text) {}

    /** A text several people got, under the subject of the first. */
    record Shared(int number, String subject, int times, String text, int closing) {}

    LetterTexts(Result result) {
        List<Result.Person> persons = result.persons();
        all = persons.size() <= EVERYBODY;
        persons.stream().limit(all ? EVERYBODY : FIRST).forEach(person -> kept.add(person.name()));
        result.findings().forEach(finding -> kept.addAll(finding.persons()));

        Map<String, Integer> times = new LinkedHashMap<>();
        Map<String, String> subjects = new HashMap<>();
        persons.stream()
                .filter(person -> kept.contains(person.name()))
                .flatMap(person -> person.story().stream())
                .filter(moment -> !moment.text().isEmpty())
                .forEach(moment -> {
                    times.merge(moment.text(), 1, Integer::sum);
                    subjects.putIfAbsent(moment.text(), moment.what());
                });
        split(times);
        times.forEach((text, often) -> {
            if (often > 1) {
                numbers.put(text, shared.size() + 1);
                shared.add(new Shared(
                        shared.size() + 1, subjects.getOrDefault(text, ""), often, body(text), closing(text)));
            }
        });
    }

    private void split(Map<String, Integer> times) {
        Map<String, Integer> ends = new LinkedHashMap<>();
        times.forEach((text, often) -> {
            if (text.contains(CLOSING)) {
                ends.merge(text.substring(text.indexOf(CLOSING)), often, Integer::sum);
            }
        });
        ends.forEach((end, often) -> {
            if (often > 1) {
                closingNumbers.put(end, closings.size() + 1);
                closings.add(new Closing(
                        closings.size() + 1,
                        often,
                        end.substring(CLOSING.length()).strip()));
            }
        });
    }

    /** The number of its closing lines among those shared, or 0. */
    int closing(String text) {
        int at = text.indexOf(CLOSING);
        return at < 0 ? 0 : closingNumbers.getOrDefault(text.substring(at), 0);
    }

    /** The text without closing lines that stand elsewhere. */
    String body(String text) {
        return closing(text) == 0
                ? text
                : text.substring(0, text.indexOf(CLOSING)).stripTrailing();
    }

    List<Closing> closings() {
        return closings;
    }

    boolean areAllHere() {
        return all;
    }

    boolean has(Result.Person person) {
        return kept.contains(person.name());
    }

    /** Its number among the shared texts, or 0. */
    int number(String text) {
        return numbers.getOrDefault(text, 0);
    }

    List<Shared> shared() {
        return shared;
    }
}
