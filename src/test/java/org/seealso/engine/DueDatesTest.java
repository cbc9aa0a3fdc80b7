package org.seealso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DueDatesTest {
    private static final ZoneId WINNIPEG = ZoneId.of("America/Winnipeg");
    private static final Rhythm MONTHLY = Rhythm.parse("monthly");

    private final DueDates dates = new DueDates(Clock.fixed(Instant.parse("2026-03-07T20:00:00Z"), ZoneOffset.UTC));

    @Test
    void monthsCountFromTheFirstDayNotFromTheLastDate() {
        LocalDate anchor = LocalDate.parse("2026-01-31");
        assertThat(day(dates.period(anchor, 1, MONTHLY, WINNIPEG), WINNIPEG)).isEqualTo("2026-02-28");
        assertThat(day(dates.period(anchor, 2, MONTHLY, WINNIPEG), WINNIPEG)).isEqualTo("2026-03-31");
        assertThat(day(dates.period(anchor, 3, MONTHLY, WINNIPEG), WINNIPEG)).isEqualTo("2026-04-30");
    }

    @Test
    void nineInTheMorningStaysNineWhenTheClocksChange() {
        assertThat(dates.morningOf(LocalDate.parse("2026-03-07"), WINNIPEG)).isEqualTo("2026-03-07T15:00:00Z");
        assertThat(dates.morningOf(LocalDate.parse("2026-03-08"), WINNIPEG)).isEqualTo("2026-03-08T14:00:00Z");
        assertThat(dates.morningIn(1, WINNIPEG)).isEqualTo("2026-03-08T14:00:00Z");
    }

    @Test
    void aDeadlineLastsToTheEndOfItsDay() {
        assertThat(dates.endOf(LocalDate.parse("2025-12-12"), WINNIPEG)).isEqualTo("2025-12-13T06:00:00Z");
    }

    @Test
    void matchingOnTheDayOfTheDeadlineWaitsForItsEnd() {
        LocalDate day = LocalDate.parse("2025-12-12");
        assertThat(dates.afterEndOf(day, day, WINNIPEG)).isEqualTo("2025-12-13T06:00:00Z");
        assertThat(dates.afterEndOf(day, day.plusDays(3), WINNIPEG)).isEqualTo("2025-12-15T15:00:00Z");
    }

    /** Every first day of nine years, twelve periods each. */
    @ParameterizedTest
    @ValueSource(strings = {"America/Winnipeg", "America/St_Johns", "Europe/Berlin", "Australia/Lord_Howe", "UTC"})
    void everyPeriodFallsOnItsDayAtNine(String name) {
        ZoneId zone = ZoneId.of(name);
        for (LocalDate anchor = LocalDate.parse("2024-01-01"); anchor.getYear() <= 2032; anchor = anchor.plusDays(1)) {
            for (int n = 1; n <= 12; n++) {
                ZonedDateTime due = dates.period(anchor, n, MONTHLY, zone).atZone(zone);
                assertThat(due.toLocalTime()).isEqualTo(LocalTime.of(9, 0));
                assertThat(due.toLocalDate()).isEqualTo(anchor.plusMonths(n));
            }
        }
    }

    private static String day(Instant instant, ZoneId zone) {
        return LocalDate.ofInstant(instant, zone).toString();
    }

    @Test
    void everySoManyDaysKeepsTheWeekdayOfItsFirstDay() {
        ZoneId winnipeg = ZoneId.of("America/Winnipeg");
        assertThat(dates.next(LocalDate.parse("2026-02-20"), 14, winnipeg)).isEqualTo("2026-03-20");
        assertThat(dates.next(LocalDate.parse("2026-03-07"), 14, winnipeg)).isEqualTo("2026-03-21");
        assertThat(dates.next(LocalDate.parse("2026-03-01"), 6, winnipeg))
                .as("due today means the next one")
                .isEqualTo("2026-03-13");
        assertThat(dates.next(LocalDate.parse("2026-04-01"), 14, winnipeg)).isEqualTo("2026-04-01");
    }
}
