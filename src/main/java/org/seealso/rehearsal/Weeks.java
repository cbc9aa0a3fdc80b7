package org.seealso.rehearsal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A season's weeks without gaps: a week in which nothing came or went is part of the picture, too. */
final class Weeks {
    private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}):\\s*(.*)", Pattern.DOTALL);
    private static final int DAYS = 7;

    private Weeks() {}

    record Event(String day, String what) {}

    static List<Result.Week> of(Result result) {
        return between(result, first(result), last(result));
    }

    static LocalDate first(Result result) {
        return result.weeks().isEmpty()
                ? LocalDate.parse(result.from()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                : LocalDate.parse(result.weeks().get(0).monday());
    }

    static LocalDate last(Result result) {
        return result.weeks().isEmpty()
                ? first(result)
                : LocalDate.parse(result.weeks().get(result.weeks().size() - 1).monday());
    }

    static List<Result.Week> between(Result result, LocalDate first, LocalDate last) {
        Map<String, Result.Week> known = new HashMap<>();
        result.weeks().forEach(week -> known.put(week.monday(), week));
        List<Result.Week> all = new ArrayList<>();
        int open = 0;
        for (LocalDate monday = first; !monday.isAfter(last); monday = monday.plusWeeks(1)) {
            Result.Week week = known.getOrDefault(
                    monday.toString(), new Result.Week(monday.toString(), 0, 0, 0, 0, open, List.of()));
            // Nobody touched them, so as many are open as before.
            open = week.open();
            all.add(week);
        }
        return all;
    }

    /** Which of the weeks a day is in. */
    static int index(List<Result.Week> weeks, String day) {
        long days = ChronoUnit.DAYS.between(LocalDate.parse(weeks.get(0).monday()), LocalDate.parse(day));
        return (int) Math.max(0, Math.min(weeks.size() - 1L, Math.floorDiv(days, (long) DAYS)));
    }

    /** "2026-01-30: 11 people matched" with its day, or that of the week. */
    static List<Event> events(List<Result.Week> weeks) {
        List<Event> events = new ArrayList<>();
        for (Result.Week week : weeks) {
            for (String what : week.happened()) {
                Matcher dated = DATED.matcher(what);
                events.add(
                        dated.matches()
                                ? new Event(Wording.shortDay(dated.group(1)), dated.group(2))
                                : new Event(Wording.shortDay(week.monday()), what));
            }
        }
        return events;
    }
}
