package org.seealso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LanguageTest {
    private static final ZoneId WINNIPEG = ZoneId.of("America/Winnipeg");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void daysAndTimesReadAsCanadaWritesThem() {
        LocalDateTime morning = LocalDateTime.parse("2026-03-02T09:00");
        assertThat(Language.ENGLISH.moment(morning.atZone(WINNIPEG)))
                .isEqualTo("Monday, March 2, 2026 at 9:00 a.m. (Central Time)");
        assertThat(Language.FRENCH.moment(morning.atZone(WINNIPEG)))
                .isEqualTo("lundi 2 mars 2026 à 9 h (heure du Centre)");
        assertThat(Language.FRENCH.moment(morning.withMinute(5).atZone(ZoneId.of("America/Toronto"))))
                .isEqualTo("lundi 2 mars 2026 à 9 h 05 (heure de l’Est)");
        assertThat(Language.FRENCH.date(LocalDate.parse("2026-07-11"))).isEqualTo("11 juillet 2026");
    }

    @Test
    void theFirstOfAMonthIsTheOnlyDayFrenchCounts() {
        assertThat(Language.FRENCH.day(LocalDate.parse("2026-06-01"))).isEqualTo("lundi 1er juin 2026");
        assertThat(Language.FRENCH.day(LocalDate.parse("2026-06-21"))).isEqualTo("dimanche 21 juin 2026");
        assertThat(Language.FRENCH.period(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-12-31")))
                .isEqualTo("du 1er juin au 31 décembre 2026");
        assertThat(Language.ENGLISH.period(LocalDate.parse("2026-06-01"), LocalDate.parse("2027-01-31")))
                .isEqualTo("from June 1, 2026 to January 31, 2027");
    }

    @Test
    void namesAreJoinedAsPeopleSayThem() {
        assertThat(Language.ENGLISH.joined(List.of("Ana", "Ben"))).isEqualTo("Ana and Ben");
        assertThat(Language.FRENCH.joined(List.of("Ana", "Ben", "Cara"))).isEqualTo("Ana, Ben et Cara");
        assertThat(Language.FRENCH.joined(List.of("Ana"))).isEqualTo("Ana");
        assertThat(Language.FRENCH.joined(List.of())).isEmpty();
    }

    @Test
    void aBrowserGetsTheLanguageItAsksForFirst() {
        assertThat(Language.asked("fr-CA,fr;q=0.9,en;q=0.5")).isEqualTo(Language.FRENCH);
        assertThat(Language.asked("en-CA,fr;q=0.5")).isEqualTo(Language.ENGLISH);
        assertThat(Language.asked("de,fr;q=0.5")).isEqualTo(Language.FRENCH);
        assertThat(Language.asked("de")).isEqualTo(Language.ENGLISH);
        assertThat(Language.asked("*")).isEqualTo(Language.ENGLISH);
        assertThat(Language.asked("fr;q=never")).isEqualTo(Language.ENGLISH);
        assertThat(Language.asked(null)).isEqualTo(Language.ENGLISH);
    }

    @Test
    void everyWordIsThereInBothLanguagesAndFillsTheSamePlaces() throws IOException {
        Properties english = words("letters-words.properties");
        Properties french = words("letters-words_fr.properties");
        assertThat(french.keySet()).isEqualTo(english.keySet());
        english.stringPropertyNames()
                .forEach(key -> assertThat(places(french.getProperty(key)))
                        .as(key)
                        .isEqualTo(places(english.getProperty(key))));
    }

    private static TreeSet<String> places(String sentence) {
        TreeSet<String> places = new TreeSet<>();
        PLACE.matcher(sentence).results().forEach(place -> places.add(place.group()));
        return places;
    }

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(LanguageTest.class.getResourceAsStream("/" + file)), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
