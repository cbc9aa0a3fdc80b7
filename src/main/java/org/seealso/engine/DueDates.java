package org.seealso.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * Every due date of a program, computed by java.time from an anchor day, at 09:00 in the program's zone (house law 8).
 * Months are counted from the anchor, never from the last date, so January 31 gives February 28 and then March 31.
 */
@Component
public class DueDates {
    /** For what has no day yet: a timer can wait for it, and nobody lives to see it. */
    public static final LocalDate NEVER = LocalDate.of(9999, 1, 1);

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Clock clock;

    DueDates(Clock clock) {
        this.clock = clock;
    }

    public LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    public Instant now() {
        return clock.instant();
    }

    /** 09:00 of the day; the gap and overlap of daylight saving never touch it. */
    public Instant morningOf(LocalDate day, ZoneId zone) {
        return day.atTime(MORNING).atZone(zone).toInstant();
    }

    public Instant morningIn(int days, ZoneId zone) {
        return morningOf(today(zone).plusDays(days), zone);
    }

    /** 09:00 of the n-th day of a rhythm, counted from the anchor. */
    public Instant period(LocalDate anchor, int n, Rhythm rhythm, ZoneId zone) {
        return morningOf(rhythm.day(anchor, n), zone);
    }

    /** The next day after today that is a whole number of intervals from the anchor, {@code days} each, from 1. */
    public LocalDate next(LocalDate anchor, int days, ZoneId zone) {
        LocalDate today = today(zone);
        if (anchor.isAfter(today)) {
            return anchor;
        }
        long passed = ChronoUnit.DAYS.between(anchor, today) / days;
        return anchor.plusDays((passed + 1) * days);
    }

    /** Midnight after the day: a deadline counts to the end of its day. */
    public Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** 09:00 of {@code day}, but never before the end of {@code other}. */
    public Instant afterEndOf(LocalDate other, LocalDate day, ZoneId zone) {
        Instant morning = morningOf(day, zone);
        Instant end = endOf(other, zone);
        return morning.isBefore(end) ? end : morning;
    }
}
