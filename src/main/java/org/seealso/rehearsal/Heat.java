package org.seealso.rehearsal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Tables with a column for each week, whose cells are the darker the more they hold. */
final class Heat {
    private final Result result;
    private final Stories stories;
    private final DiagramFiles diagrams;
    private final List<Result.Week> weeks;

    /** @param shade 0 for an empty cell */
    record Cell(String text, int shade) {}

    /** @param sums what stands before the weeks, in order */
    record Row(Stories.Name name, String note, List<String> sums, List<Cell> cells) {}

    record Table(List<Label> weeks, List<Row> rows, List<Scale.Range> legend) {}

    record Label(String words) {}

    Heat(Result result, Stories stories, DiagramFiles diagrams) {
        this.result = result;
        this.stories = stories;
        this.diagrams = diagrams;
        this.weeks = Weeks.of(result);
    }

    Table letters() {
        List<int[]> counts = result.persons().stream().map(this::lettersOf).toList();
        Scale scale = new Scale(most(counts));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            Result.Person person = result.persons().get(i);
            rows.add(new Row(
                    stories.name(person.name()),
                    person.role(),
                    List.of(Wording.number(Stories.letters(person))),
                    cells(counts.get(i), scale, Wording::number)));
        }
        return new Table(labels(), rows, scale.ranges());
    }

    /** Per kind of task, the most laborious first; the minutes stand in the week the task was done. */
    Table minutes() {
        Map<String, List<Result.Done>> kinds = new TreeMap<>();
        result.tasks()
                .forEach(task -> kinds.computeIfAbsent(task.process() + "\n" + task.name(), none -> new ArrayList<>())
                        .add(task));
        List<List<Result.Done>> sorted = kinds.values().stream()
                .sorted(Comparator.<List<Result.Done>>comparingInt(Heat::sum).reversed())
                .toList();
        List<int[]> counts = sorted.stream().map(this::minutesOf).toList();
        Scale scale = new Scale(most(counts));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            List<Result.Done> tasks = sorted.get(i);
            long open = tasks.stream().filter(task -> task.done().isEmpty()).count();
            rows.add(new Row(
                    new Stories.Name(tasks.get(0).name(), 0),
                    diagrams.name(tasks.get(0).process()),
                    List.of(
                            Wording.number(tasks.size()),
                            Wording.minutes(sum(tasks)),
                            open == 0 ? "" : Wording.number((int) open)),
                    cells(counts.get(i), scale, Wording::number)));
        }
        return new Table(labels(), rows, scale.ranges());
    }

    private static int sum(Collection<Result.Done> tasks) {
        return tasks.stream().mapToInt(Result.Done::minutes).sum();
    }

    private int[] lettersOf(Result.Person person) {
        int[] counts = new int[weeks.size()];
        person.story().stream()
                .filter(moment -> "letter".equals(moment.kind()))
                .forEach(moment -> add(counts, moment.day(), 1));
        return counts;
    }

    private int[] minutesOf(List<Result.Done> tasks) {
        int[] counts = new int[weeks.size()];
        tasks.stream().filter(task -> !task.done().isEmpty()).forEach(task -> add(counts, task.done(), task.minutes()));
        return counts;
    }

    private void add(int[] counts, String day, int what) {
        if (counts.length > 0 && Wording.isDay(day)) {
            counts[Weeks.index(weeks, day)] += what;
        }
    }

    private static int most(List<int[]> counts) {
        return counts.stream().flatMapToInt(java.util.Arrays::stream).max().orElse(0);
    }

    private static List<Cell> cells(int[] counts, Scale scale, Function<Integer, String> words) {
        List<Cell> cells = new ArrayList<>();
        for (int count : counts) {
            cells.add(new Cell(count == 0 ? "" : words.apply(count), scale.shade(count)));
        }
        return cells;
    }

    private List<Label> labels() {
        return weeks.stream()
                .map(week -> new Label(Wording.shortDay(week.monday())))
                .toList();
    }
}
