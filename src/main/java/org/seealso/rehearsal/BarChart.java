package org.seealso.rehearsal;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Where everything stands in a picture of the weeks: one row of bars per number, all over the same weeks. A reader who
 * cannot see it has the table below it.
 */
final class BarChart {
    private static final int WIDTH = 1100;
    private static final int ROW = 118;
    private static final int TITLE = 30;
    private static final int LEFT = 4;
    private static final int AXIS = 26;
    private static final int MOST_NUMBERS = 54;
    private static final double GAP = 0.22;

    private final List<List<Result.Week>> series;
    private final int weeks;
    private final double slot;
    private final List<Row> rows = new ArrayList<>();

    record Bar(
            String x,
            String y,
            String width,
            String height,
            String style,
            String middle,
            String above,
            String number) {}

    record Mark(String x, String y, String words) {}

    /** @param limit where a dashed line goes, or nothing */
    record Row(String title, int titleY, int base, List<Bar> bars, List<Mark> limit) {}

    /** What the template draws. */
    record Picture(int width, int height, String label, List<Row> rows, List<Mark> months) {}

    BarChart(List<List<Result.Week>> series) {
        this.series = series;
        weeks = Math.max(1, series.stream().mapToInt(List::size).max().orElse(1));
        slot = (WIDTH - 2.0 * LEFT) / weeks;
    }

    BarChart row(String title, ToIntFunction<Result.Week> value) {
        return row(title, value, 0);
    }

    /** @param limit what should not be exceeded, or 0 */
    BarChart row(String title, ToIntFunction<Result.Week> value, int limit) {
        int top = rows.size() * ROW;
        int base = top + ROW - 10;
        int most = Math.max(
                limit,
                Math.max(
                        1,
                        series.stream()
                                .flatMap(List::stream)
                                .mapToInt(value)
                                .max()
                                .orElse(1)));
        double unit = (ROW - TITLE - 26.0) / most;
        double inner = slot * (1 - GAP) / series.size();
        List<Bar> bars = new ArrayList<>();
        for (int which = 0; which < series.size(); which++) {
            List<Result.Week> line = series.get(which);
            for (int week = 0; week < line.size(); week++) {
                int count = value.applyAsInt(line.get(week));
                if (count > 0) {
                    double x = LEFT + week * slot + slot * GAP / 2 + which * inner;
                    double height = Math.max(1.5, count * unit);
                    String style = which < series.size() - 1 ? "before" : limit > 0 && count > limit ? "over" : "bar";
                    bars.add(new Bar(
                            at(x),
                            at(base - height),
                            at(inner),
                            at(height),
                            style,
                            at(x + inner / 2),
                            at(base - height - 4),
                            weeks * series.size() <= MOST_NUMBERS ? Wording.number(count) : ""));
                }
            }
        }
        List<Mark> line = limit == 0
                ? List.of()
                : List.of(new Mark(at(WIDTH - LEFT), at(base - limit * unit), Wording.minutes(limit) + " a week"));
        rows.add(new Row(title, top + 18, base, bars, line));
        return this;
    }

    Picture picture(String label) {
        return new Picture(WIDTH, rows.size() * ROW + AXIS, label, rows, months());
    }

    private List<Mark> months() {
        List<Result.Week> longest = series.stream()
                .max((a, b) -> Integer.compare(a.size(), b.size()))
                .orElse(List.of());
        return IntStream.range(0, longest.size())
                .filter(week -> week == 0
                        || month(longest.get(week)).getMonth()
                                != month(longest.get(week - 1)).getMonth())
                // A month that begins in the second week would be written across the first one's name.
                .filter(week -> week != 1 || slot > 40)
                .mapToObj(week -> new Mark(
                        at(LEFT + week * slot + slot * GAP / 2),
                        at(rows.size() * ROW + 12.0),
                        month(longest.get(week)).getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                                + (week == 0 || month(longest.get(week)).getMonthValue() == 1
                                        ? " " + month(longest.get(week)).getYear()
                                        : "")))
                .toList();
    }

    private static LocalDate month(Result.Week week) {
        return LocalDate.parse(week.monday());
    }

    private static String at(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
