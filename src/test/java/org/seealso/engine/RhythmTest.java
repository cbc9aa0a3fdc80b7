package org.seealso.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTest {
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    private static final LocalDate LAST = LocalDate.parse("2032-12-31");
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("America/Winnipeg"),
            ZoneId.of("America/St_Johns"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("UTC"));

    private final DueDates dates = new DueDates(Clock.fixed(Instant.parse("2026-03-07T20:00:00Z"), ZoneOffset.UTC));

    @Test
    void weeksAreCountedFromTheFirstDayToo() {
        Rhythm rhythm = Rhythm.parse("every 5 weeks");
        LocalDate first = LocalDate.of(2026, 1, 5);
        assertThat(rhythm.day(first, 1)).isEqualTo(LocalDate.of(2026, 2, 9));
        assertThat(rhythm.day(first, 2)).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(rhythm.passed(first, LocalDate.of(2026, 3, 15))).isEqualTo(1);
        assertThat(rhythm.timesAYear()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "monthly, 1, 1",
        "once a month, 1, 1",
        "1 a month, 1, 1",
        "twice a month, 2, 1",
        "12 a month, 12, 1",
        "every 2 months, 1, 2",
        "every 12 months, 1, 12",
        "once a year, 1, 12",
        "5 a year, 5, 12",
        "' monthly ', 1, 1"
    })
    void readsHowOftenAsCoordinatorsWriteIt(String words, int times, int months) {
        assertThat(Rhythm.parse(words)).isEqualTo(new Rhythm(times, months));
    }

    @ParameterizedTest
    @ValueSource(strings = {"never", "none", "0 a month", "0 a year"})
    void neverHasNoDays(String words) {
        Rhythm rhythm = Rhythm.parse(words);
        assertThat(rhythm.never()).isTrue();
        assertThat(rhythm.passed(FIRST, LAST)).isZero();
        assertThatThrownBy(() -> rhythm.day(FIRST, 1)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "weekly",
                "Monthly",
                "every month",
                "every 0 months",
                "every 100 months",
                "every -1 months",
                "thrice a month",
                "2 a week",
                "2.5 a month",
                "100 a year",
                "twice a month or so"
            })
    void refusesWhatSaysNotHowOften(String words) {
        assertThatThrownBy(() -> Rhythm.parse(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + words + "\" says not how often")
                .hasMessageContaining("twice a month");
    }

    @ParameterizedTest
    @ValueSource(strings = {"13 a month", "30 a month"})
    void refusesMoreThanTwelveTimesAMonthBecauseTwoDaysWouldFallTogetherInFebruary(String words) {
        assertThatThrownBy(() -> Rhythm.parse(words)).hasMessageContaining("12 times a month");
    }

    /** Every first day of nine years, four turns each. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "monthly",
                "twice a month",
                "3 a month",
                "4 a month",
                "12 a month",
                "every 2 months",
                "every 3 months",
                "every 11 months",
                "once a year",
                "5 a year",
                "7 a year",
                "52 a year",
                "99 a year"
            })
    void everyDayComesAfterTheOneBeforeAndEveryTurnEndsOnTheDayOfTheFirst(String words) {
        Rhythm rhythm = Rhythm.parse(words);
        for (LocalDate anchor = FIRST; !anchor.isAfter(LAST); anchor = anchor.plusDays(1)) {
            LocalDate before = anchor;
            for (int n = 1; n <= 4 * rhythm.times(); n++) {
                LocalDate day = rhythm.day(anchor, n);
                assertThat(day).as("%s from %s, number %s", words, anchor, n).isAfter(before);
                before = day;
                if (n % rhythm.times() == 0) {
                    assertThat(day).isEqualTo(anchor.plusMonths((long) n / rhythm.times() * rhythm.months()));
                }
            }
        }
    }

    /** Every first day of nine years in five zones, twelve periods each. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6})
    void everySoManyMonthsFallsOnItsDayAtNineInTheMorning(int months) {
        Rhythm rhythm = new Rhythm(1, months);
        for (ZoneId zone : ZONES) {
            for (LocalDate anchor = FIRST; !anchor.isAfter(LAST); anchor = anchor.plusDays(1)) {
                for (int n = 1; n <= 12; n++) {
                    ZonedDateTime due = dates.period(anchor, n, rhythm, zone).atZone(zone);
                    if (!due.toLocalTime().equals(LocalTime.of(9, 0))
                            || !due.toLocalDate().equals(anchor.plusMonths((long) n * months))) {
                        throw new AssertionError(anchor + " in " + zone + ", number " + n + ": " + due);
                    }
                }
            }
        }
    }

    @Test
    void countsTheDaysThatHaveComeWithTheLastOne() {
        Rhythm twice = Rhythm.parse("twice a month");
        LocalDate anchor = LocalDate.parse("2026-01-31");
        assertThat(twice.day(anchor, 1)).isEqualTo("2026-02-15");
        assertThat(twice.day(anchor, 2)).isEqualTo("2026-02-28");
        assertThat(twice.day(anchor, 3)).isEqualTo("2026-03-15");
        assertThat(twice.passed(anchor, LocalDate.parse("2026-02-14"))).isZero();
        assertThat(twice.passed(anchor, LocalDate.parse("2026-02-15"))).isEqualTo(1);
        assertThat(twice.passed(anchor, LocalDate.parse("2026-03-15"))).isEqualTo(3);
    }
}
