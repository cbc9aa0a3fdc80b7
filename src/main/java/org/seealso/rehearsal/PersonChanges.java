package org.seealso.rehearsal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What would change for each person: the same people live through both seasons, so they are told apart by name. */
final class PersonChanges {
    private final Result before;
    private final Result after;

    /**
     * @param more letters they get more, or fewer if negative
     * @param letters what changes about their letters, a phrase each
     * @param match whom they meet instead, or empty
     * @param end what becomes of them instead, or empty
     */
    record Change(
            String name,
            String role,
            int lettersBefore,
            int lettersAfter,
            int more,
            List<String> letters,
            String match,
            String end) {
        boolean isAny() {
            return more != 0 || !letters.isEmpty() || !match.isEmpty() || !end.isEmpty();
        }
    }

    PersonChanges(Result before, Result after) {
        this.before = before;
        this.after = after;
    }

    /** Everybody, in the cast's order. */
    List<Change> all() {
        Map<String, Result.Person> was = byName(before);
        Map<String, Result.Person> will = byName(after);
        Set<String> names = new LinkedHashSet<>(was.keySet());
        names.addAll(will.keySet());
        return names.stream()
                .map(name -> change(name, Optional.ofNullable(was.get(name)), Optional.ofNullable(will.get(name))))
                .toList();
    }

    private Change change(String name, Optional<Result.Person> was, Optional<Result.Person> will) {
        int first = was.map(Stories::letters).orElse(0);
        int second = will.map(Stories::letters).orElse(0);
        String met = partners(before, name);
        String meets = partners(after, name);
        String ended = was.map(Result.Person::end).orElse("took no part");
        String ends = will.map(Result.Person::end).orElse("takes no part");
        return new Change(
                name,
                will.or(() -> was).map(Result.Person::role).orElse(""),
                first,
                second,
                second - first,
                letters(was, will),
                met.equals(meets) ? "" : met + " → " + meets,
                ended.equals(ends) ? "" : ended + " → " + ends);
    }

    private static Map<String, Result.Person> byName(Result result) {
        Map<String, Result.Person> persons = new LinkedHashMap<>();
        result.persons().forEach(person -> persons.putIfAbsent(person.name(), person));
        return persons;
    }

    private static String partners(Result result, String name) {
        Set<String> others = new TreeSet<>();
        result.mentorships().stream()
                .filter(meeting -> meeting.members().contains(name))
                .forEach(meeting -> others.addAll(meeting.members()));
        others.remove(name);
        return others.isEmpty() ? "nobody" : Wording.list(List.copyOf(others));
    }

    private static List<String> letters(Optional<Result.Person> was, Optional<Result.Person> will) {
        Map<String, List<Result.Moment>> old = byLetter(was);
        Map<String, List<Result.Moment>> next = byLetter(will);
        Set<String> names = new LinkedHashSet<>(next.keySet());
        names.addAll(old.keySet());
        List<String> phrases = new ArrayList<>();
        for (String name : names) {
            List<Result.Moment> first = old.getOrDefault(name, List.of());
            List<Result.Moment> second = next.getOrDefault(name, List.of());
            String subject = "“" + (second.isEmpty() ? first : second).get(0).what() + "”";
            if (first.size() != second.size()) {
                int more = second.size() - first.size();
                phrases.add(subject + " " + Math.abs(more) + (more > 0 ? " more" : " fewer"));
            } else {
                moved(first, second).ifPresent(words -> phrases.add(subject + " " + words));
                if (!texts(first).equals(texts(second))) {
                    phrases.add(subject + " reads otherwise");
                }
            }
        }
        return phrases;
    }

    /** How far the letters of one name move, in the words of the one that moves most. */
    private static Optional<String> moved(List<Result.Moment> first, List<Result.Moment> second) {
        long most = 0;
        int many = 0;
        for (int i = 0; i < first.size(); i++) {
            long days = ChronoUnit.DAYS.between(
                    LocalDate.parse(first.get(i).day()),
                    LocalDate.parse(second.get(i).day()));
            many += days == 0 ? 0 : 1;
            most = Math.abs(days) > Math.abs(most) ? days : most;
        }
        if (most == 0) {
            return Optional.empty();
        }
        return Optional.of((many > 1 ? "up to " : "")
                + Wording.count((int) Math.abs(most), "day", "days")
                + (most > 0 ? " later" : " earlier"));
    }

    private static List<String> texts(List<Result.Moment> moments) {
        return moments.stream().map(Result.Moment::text).toList();
    }

    private static Map<String, List<Result.Moment>> byLetter(Optional<Result.Person> person) {
        Map<String, List<Result.Moment>> letters = new LinkedHashMap<>();
        person.stream()
                .flatMap(found -> found.story().stream())
                .filter(moment -> "letter".equals(moment.kind()))
                .forEach(moment -> letters.computeIfAbsent(
                                moment.name().isEmpty() ? moment.what() : moment.name(), none -> new ArrayList<>())
                        .add(moment));
        return letters;
    }
}
