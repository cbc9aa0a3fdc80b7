package org.seealso.reply;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A day as people write it. 03/04/2026 is nobody's day: it may be March or April. */
final class Days {
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:[a-z]+\\s)?(\\d{1,2})(?:st|nd|rd|th|er)?(?:\\sof|\\sde)?\\s([a-z]{3,9})\\.?,?(?:\\s(\\d{4}))?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?:[a-z]+\\s)?([a-z]{3,9})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?(?:\\s(\\d{4}))?");

    private static final List<List<String>> MONTHS = List.of(
            List.of("january", "janvier"),
            List.of("february", "fevrier"),
            List.of("march", "mars"),
            List.of("april", "avril"),
            List.of("may", "mai"),
            List.of("june", "juin"),
            List.of("july", "juillet"),
            List.of("august", "aout"),
            List.of("september", "septembre"),
            List.of("october", "octobre"),
            List.of("november", "novembre"),
            List.of("december", "decembre"));

    private Days() {}

    static Optional<LocalDate> read(String text, LocalDate today) {
        String said = Understanding.plain(text)
                .replaceFirst("^(on|le|until|jusqu au)\\s", "")
                .replace(",", "");
        if (said.equals("today") || said.equals("aujourd hui")) {
            return Optional.of(today);
        }
        if (said.equals("yesterday") || said.equals("hier")) {
            return Optional.of(today.minusDays(1));
        }
        try {
            Matcher iso = ISO.matcher(said);
            if (iso.matches()) {
                return day(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3), today);
            }
            Matcher slashes = SLASHES.matcher(said);
            if (slashes.matches()) {
                int first = Integer.parseInt(slashes.group(1));
                int second = Integer.parseInt(slashes.group(2));
                if (first > 12 && second <= 12) {
                    return day(slashes.group(3), second, slashes.group(1), today);
                }
                return second > 12 && first <= 12
                        ? day(slashes.group(3), first, slashes.group(2), today)
                        : Optional.empty();
            }
            Matcher dayFirst = DAY_FIRST.matcher(said);
            if (dayFirst.matches()) {
                return day(dayFirst.group(3), month(dayFirst.group(2)), dayFirst.group(1), today);
            }
            Matcher monthFirst = MONTH_FIRST.matcher(said);
            return monthFirst.matches()
                    ? day(monthFirst.group(3), month(monthFirst.group(1)), monthFirst.group(2), today)
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Without a year, the nearest such day. */
    private static Optional<LocalDate> day(@Nullable String year, int month, String day, LocalDate today) {
        if (month == 0) {
            return Optional.empty();
        }
        if (year != null) {
            return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
        }
        LocalDate thisYear = LocalDate.of(today.getYear(), month, Integer.parseInt(day));
        return Stream.of(thisYear.minusYears(1), thisYear, thisYear.plusYears(1))
                .min((a, b) -> Long.compare(distance(a, today), distance(b, today)));
    }

    private static long distance(LocalDate day, LocalDate today) {
        return Math.abs(ChronoUnit.DAYS.between(today, day));
    }

    private static int month(String name) {
        for (int i = 0; i < MONTHS.size(); i++) {
            for (String month : MONTHS.get(i)) {
                if (month.startsWith(name)) {
                    return i + 1;
                }
            }
        }
        return 0;
    }
}
