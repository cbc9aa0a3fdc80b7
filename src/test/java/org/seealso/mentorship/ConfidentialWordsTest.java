package org.seealso.mentorship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.seealso.Markers;
import org.seealso.SeeAlsoTest;
import org.seealso.form.FormSheet;
import org.seealso.rules.PublishedRules;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Several whole mentorships in which every question with room for words gets words of its own. Afterwards every column of
 * the database, every letter and every line of the log is searched: words stand only where their readers may see them
 * (B14, A13).
 */
@SeeAlsoTest
class ConfidentialWordsTest extends AnyLife {
    private static final Pattern WORDS = Pattern.compile("words-of-[a-z-]+-[a-zA-Z0-9]+");
    private static final List<Long> SEEDS = List.of(3L, 11L, 17L, 29L, 41L, 53L, 61L, 73L);

    /** Where answers are kept; pages and exports read them by each question's readers. */
    private static final Set<String> KEPT = Set.of("public.answer.value", "public.answer.shown");

    /** What one writes in order to have it passed on, as stands beside the question; and a question, above its answer. */
    private static final Set<String> WRITTEN_TO_BE_PASSED_ON = Set.of(
            "words-of-answer-question-reply",
            "words-of-help-question",
            "words-of-mediate-memberNote",
            "words-of-mediate-partnerNote",
            "words-of-help-first-contact-note",
            "words-of-closing-survey-certificateName",
            "words-of-handle-report-words",
            "words-of-introduce-note");

    @Autowired
    PublishedRules rules;

    @Test
    void wordsStandOnlyWhereTheirReadersMaySeeThem() {
        try (Markers markers = new Markers(jdbc)) {
            for (long seed : SEEDS) {
                new Life(world(), seed).live(40);
            }
            Map<String, Set<String>> found = new TreeMap<>(markers.all(WORDS));
            // Of conduct nothing may be in the database; the letters are searched all the same.
            fields("conduct-report").forEach(marker -> found.putIfAbsent(marker, Set.of()));
            fields("handle-report").forEach(marker -> found.putIfAbsent(marker, Set.of()));
            List<String> leaks = new ArrayList<>();
            found.forEach((marker, columns) -> Stream.concat(columns.stream(), Markers.letters(marker).stream())
                    .filter(place -> !allowed(place, marker))
                    .forEach(place -> leaks.add(marker + " in " + place)));
            assertThat(leaks).isEmpty();
            assertThat(found.keySet().stream().map(ConfidentialWordsTest::form).collect(Collectors.toSet()))
                    .as("forms somebody wrote into")
                    .hasSizeGreaterThan(7);
        }
    }

    private List<String> fields(String form) {
        FormSheet sheet = forms.open(rules.current(), form);
        return sheet.fields().stream().map(field -> Life.words(sheet, field)).toList();
    }

    private static String form(String marker) {
        return marker.substring("words-of-".length(), marker.lastIndexOf('-'));
    }

    private boolean allowed(String place, String marker) {
        Set<String> readers = forms.open(rules.current(), form(marker)).fields().stream()
                .filter(field -> marker.endsWith("-" + field.key()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody asked for " + marker))
                .readers()
                .names();
        if (KEPT.contains(place)) {
            return !readers.equals(Set.of("conduct"));
        }
        boolean letter = place.startsWith("letter to") || place.startsWith("public.letter.");
        return letter && (readers.contains("partner") || WRITTEN_TO_BE_PASSED_ON.contains(marker));
    }
}
