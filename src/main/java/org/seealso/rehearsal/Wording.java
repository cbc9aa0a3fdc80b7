package org.seealso.rehearsal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Numbers, days and spans of time as a report says them. */
final class Wording {
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final List<String> TO_TWELVE = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final int MINUTES = 60;
    private static final int HOURS = 24;

    private Wording() {}

    /** {@code 2027-03-01} is "1 March 2027"; what is no day stays as it is. */
    static String day(String iso) {
        return isDay(iso) ? LONG.format(LocalDate.parse(iso)) : iso;
    }

    static String shortDay(String iso) {
        return isDay(iso) ? SHORT.format(LocalDate.parse(iso)) : iso;
    }

    static boolean isDay(String iso) {
        return iso.matches("\\d{4}-\\d{2}-\\d{2}");
    }

    static String number(int value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }

    static String count(int value, String one, String many) {
        return value == 0 ? "no " + many : number(value) + " " + (value == 1 ? one : many);
    }

    static String minutes(int value) {
        if (value < MINUTES) {
            return value + " min";
        }
        int rest = value % MINUTES;
        return number(value / MINUTES) + " h" + (rest == 0 ? "" : " " + rest + " min");
    }

    /** From hours: "under an hour", "3 hours", "5 days". */
    static String hours(double value) {
        if (value < 1) {
            return "under an hour";
        }
        long whole = Math.round(value);
        if (whole < 2 * HOURS) {
            return whole == 1 ? "1 hour" : whole + " hours";
        }
        return Math.round(value / HOURS) + " days";
    }

    /** "six months", or weeks if it is no whole number of months. */
    static String span(String from, String until) {
        LocalDate first = LocalDate.parse(from);
        LocalDate behind = LocalDate.parse(until).plusDays(1);
        long months = ChronoUnit.MONTHS.between(first, behind.plusDays(4));
        long off = Math.abs(ChronoUnit.DAYS.between(first.plusMonths(months), behind));
        if (months >= 1 && off <= 4) {
            return small(months) + (months == 1 ? " month" : " months");
        }
        long weeks = Math.max(1, Math.round(ChronoUnit.DAYS.between(first, behind) / 7.0));
        return small(weeks) + (weeks == 1 ? " week" : " weeks");
    }

    static String list(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.get(parts.size() - 1);
    }

    static String capital(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.ENGLISH) + sentence.substring(1);
    }

    /** The first line of what a program says, without the ids in it. */
    static String firstLine(String text) {
        return text.lines().findFirst().orElse("").replaceAll("[0-9a-f]{8}-[0-9a-f-]{27,}", "…");
    }

    private static String small(long value) {
        return value < TO_TWELVE.size() ? TO_TWELVE.get((int) value) : Long.toString(value);
    }
}
