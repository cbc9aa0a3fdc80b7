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
 * whoever a finding names. A text that several people got word for word stands in the file once.
 */
final class LetterTexts {
    static final int EVERYBODY = 100;
    static final int FIRST = 50;

    private final Set<String> kept = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Shared> shared = new ArrayList<>();
    private final boolean all;

    /** A text several people got, under the subject of the first. */
    record Shared(int number, String subject, int times, String text) {}

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
        times.forEach((text, often) -> {
            if (often > 1) {
                numbers.put(text, shared.size() + 1);
                shared.add(new Shared(shared.size() + 1, subjects.getOrDefault(text, ""), often, text));
            }
        });
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
