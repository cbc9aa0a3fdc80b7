package org.seealso.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Everybody's story as it is read: who they are, whom they met, and what came and went, day by day. */
final class Stories {
    private static final Map<String, String> KINDS =
            Map.of("letter", "Letter", "answer", "Answer", "deed", "Did", "trouble", "Trouble");

    private final Result result;
    private final LetterTexts texts;
    private final Map<String, Integer> numbers = new HashMap<>();

    /** @param number of the person's story in this file, or 0 if it tells none */
    record Name(String name, int number) {}

    /**
     * @param text if only this person got it
     * @param shared number of a text others got, too, or 0
     * @param closing number of the closing lines left out of the text, or 0
     */
    record Line(String day, String kind, String word, String what, String text, int shared, int closing) {}

    record Told(
            int number,
            String name,
            String role,
            String habits,
            String end,
            String letters,
            String quiet,
            List<Name> with,
            boolean texts,
            List<Line> lines) {}

    Stories(Result result, LetterTexts texts) {
        this.result = result;
        this.texts = texts;
        for (int i = 0; i < result.persons().size(); i++) {
            numbers.putIfAbsent(result.persons().get(i).name(), i + 1);
        }
    }

    Name name(String person) {
        return new Name(person, numbers.getOrDefault(person, 0));
    }

    List<Name> names(List<String> persons) {
        return persons.stream().map(this::name).toList();
    }

    List<Told> all() {
        return IntStream.range(0, result.persons().size())
                .mapToObj(i -> told(result.persons().get(i), i + 1))
                .toList();
    }

    /** The story of the first of them whom we know, without letters' texts; those stand in the person's own. */
    List<Line> ofFirst(List<String> persons) {
        Result.@Nullable Person found = persons.stream()
                .flatMap(name ->
                        result.persons().stream().filter(person -> person.name().equals(name)))
                .findFirst()
                .orElse(null);
        return found == null ? List.of() : lines(found, false);
    }

    private Told told(Result.Person person, int number) {
        List<String> others = new ArrayList<>();
        result.mentorships().stream()
                .filter(meeting -> meeting.members().contains(person.name()))
                .flatMap(meeting -> meeting.members().stream())
                .filter(name -> !name.equals(person.name()) && !others.contains(name))
                .forEach(others::add);
        int letters = letters(person);
        return new Told(
                number,
                person.name(),
                person.role(),
                Wording.list(person.habits()),
                person.end(),
                Wording.count(letters, "letter", "letters"),
                Wording.count(person.quietDays(), "day", "days"),
                names(others),
                texts.has(person),
                lines(person, texts.has(person)));
    }

    static int letters(Result.Person person) {
        return (int) person.story().stream()
                .filter(moment -> "letter".equals(moment.kind()))
                .count();
    }

    private List<Line> lines(Result.Person person, boolean withTexts) {
        return person.story().stream()
                .map(moment -> {
                    int shared = withTexts ? texts.number(moment.text()) : 0;
                    return new Line(
                            Wording.shortDay(moment.day()),
                            moment.kind(),
                            KINDS.getOrDefault(moment.kind(), moment.kind()),
                            moment.what(),
                            withTexts && shared == 0 ? texts.body(moment.text()) : "",
                            shared,
                            withTexts && shared == 0 ? texts.closing(moment.text()) : 0);
                })
                .toList();
    }
}
