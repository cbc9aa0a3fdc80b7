package org.seealso.engine;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often something happens, as a coordinator writes it: {@code monthly}, {@code twice a month}, {@code every 2
 * months}, {@code every 5 weeks}, {@code 5 a year} or {@code never} (A4, B8, C3, D8). So many times in so many months,
 * or once in so many weeks; 0 times is never.
 */
public record Rhythm(int times, int months, int weeks) {
    private static final Pattern EVERY = Pattern.compile("every (\\d{1,2}) (months|weeks)");
    private static final Pattern RATE = Pattern.compile("(once|twice|\\d{1,2}) a (month|year)");
    private static final int DAYS_OF_A_MONTH = 30;
    private static final int MONTHS_OF_A_YEAR = 12;
    private static final int WEEKS_OF_A_YEAR = 52;
    /** From 15 on, two of them would fall on one day in February. */
    private static final int MOST_IN_A_MONTH = 12;

    Rhythm(int times, int months) {
        this(times, months, 0);
    }

    /** @throws IllegalArgumentException with a sentence that says what may stand there */
    public static Rhythm parse(String text) {
        String words = text.strip();
        switch (words) {
            case "never", "none" -> {
                return new Rhythm(0, 1);
            }
            case "monthly" -> {
                return new Rhythm(1, 1);
            }
            default -> {
                Matcher every = EVERY.matcher(words);
                if (every.matches() && number(every.group(1)) > 0) {
                    int number = number(every.group(1));
                    return every.group(2).equals("weeks") ? new Rhythm(1, 0, number) : new Rhythm(1, number);
                }
                Matcher rate = RATE.matcher(words);
                if (rate.matches()) {
                    Rhythm rhythm =
                            new Rhythm(number(rate.group(1)), rate.group(2).equals("year") ? MONTHS_OF_A_YEAR : 1);
                    if (rhythm.times > MOST_IN_A_MONTH * rhythm.months) {
                        throw new IllegalArgumentException(
                                "\"" + text + "\" is too often: at most " + MOST_IN_A_MONTH + " times a month.");
                    }
                    return rhythm;
                }
            }
        }
        throw new IllegalArgumentException("\"" + text + "\" says not how often. Write such as \"monthly\","
                + " \"twice a month\", \"every 2 months\", \"every 5 weeks\", \"5 a year\" or \"never\".");
    }

    private static int number(String word) {
        return switch (word) {
            case "once" -> 1;
            case "twice" -> 2;
            default -> Integer.parseInt(word);
        };
    }

    /** The words {@link #parse} reads. */
    public String words() {
        if (never()) {
            return "never";
        }
        return weeks > 0 ? "every " + weeks + " weeks" : times == 1 ? "every " + months + " months" : rate();
    }

    private String rate() {
        return times + (months == 1 ? " a month" : " a year");
    }

    /** About how often in a year. */
    public int timesAYear() {
        return weeks > 0 ? WEEKS_OF_A_YEAR / weeks : MONTHS_OF_A_YEAR * times / months;
    }

    /** The same as people say it, such as "twice a month". */
    public String inWords() {
        if (never()) {
            return "never";
        }
        if (weeks > 0) {
            return weeks == 1 ? "every week" : "every " + weeks + " weeks";
        }
        String often = times == 1 ? "once" : times == 2 ? "twice" : times + " times";
        return switch (months) {
            case 1 -> times == 1 ? "every month" : often + " a month";
            case 12 -> often + " a year";
            default -> "every " + months + " months";
        };
    }

    public boolean never() {
        return times == 0;
    }

    /**
     * The n-th day after the anchor. Whole months are months of the calendar, counted from the anchor and never from the
     * last date, so January 31 gives February 28 and then March 31; what is left of a month counts in thirtieths.
     */
    public LocalDate day(LocalDate anchor, int n) {
        if (never()) {
            throw new IllegalStateException("never has no days");
        }
        if (weeks > 0) {
            return anchor.plusWeeks((long) n * weeks);
        }
        int wanted = n * months;
        return anchor.plusMonths(wanted / times).plusDays((long) (wanted % times) * DAYS_OF_A_MONTH / times);
    }

    /** How many of its days have come between the anchor and this day, both included; 0 before the first. */
    public int passed(LocalDate anchor, LocalDate today) {
        int n = 0;
        while (!never() && !day(anchor, n + 1).isAfter(today)) {
            n++;
        }
        return n;
    }
}
