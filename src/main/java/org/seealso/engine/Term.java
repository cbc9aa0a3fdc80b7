package org.seealso.engine;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a mentorship lasts, as a coordinator writes it: {@code 6 months}, {@code 2 weeks}, {@code 1 year}, or
 * {@code open} until its members say that it is over (A1, B13, D2). So many months of the calendar, or weeks.
 */
public record Term(int months, int weeks) {
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,2}) (week|month|year)s?");
    private static final int MONTHS_OF_A_YEAR = 12;
    private static final int MOST_YEARS = 10;
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);

    /** @throws IllegalArgumentException with a sentence that says what may stand there */
    public static Term parse(String text) {
        String words = text.strip();
        if (words.equals("open")) {
            return new Term(0, 0);
        }
        Matcher length = LENGTH.matcher(words);
        int number = length.matches() ? Integer.parseInt(length.group(1)) : 0;
        if (number == 0) {
            throw new IllegalArgumentException("\"" + text + "\" says not how long. Write such as \"6 months\","
                    + " \"2 weeks\", \"1 year\", or \"open\" if they go on until they say so.");
        }
        Term term =
                switch (length.group(2)) {
                    case "week" -> new Term(0, number);
                    case "month" -> new Term(number, 0);
                    default -> new Term(MONTHS_OF_A_YEAR * number, 0);
                };
        if (term.lastDay(ANY_DAY).isAfter(ANY_DAY.plusYears(MOST_YEARS))) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is longer than " + MOST_YEARS + " years. Write \"open\" instead.");
        }
        return term;
    }

    public boolean open() {
        return months == 0 && weeks == 0;
    }

    /** The last day of a mentorship that begins on this one; {@link LocalDate#MAX} if there is none. */
    public LocalDate lastDay(LocalDate first) {
        return open() ? LocalDate.MAX : first.plusMonths(months).plusWeeks(weeks);
    }

    /** Whether a day that comes so long after the first is still within it, whenever it begins. */
    public boolean holds(LocalDate first, LocalDate day) {
        return !day.isAfter(lastDay(first));
    }
}
