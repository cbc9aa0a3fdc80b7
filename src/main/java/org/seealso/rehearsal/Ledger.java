package org.seealso.rehearsal;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.seealso.rehearsal.Result.Conduct;
import org.seealso.rehearsal.Result.Done;
import org.seealso.rehearsal.Result.Finding;
import org.seealso.rehearsal.Result.Kind;
import org.seealso.rehearsal.Result.Moment;
import org.seealso.rehearsal.Result.Week;

/** Writes down what happens in a rehearsal while it happens. */
final class Ledger {
    private static final int MOST_NAMED = 20;

    private final Map<String, List<Moment>> stories = new TreeMap<>();
    private final Map<LocalDate, Sums> weeks = new TreeMap<>();
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final Map<String, Report> reports = new LinkedHashMap<>();
    private final Map<Noted, Who> findings = new TreeMap<>();
    private int letters;
    private int answers;

    private static final class Sums {
        private int letters;
        private int answers;
        private int tasks;
        private int minutes;
        private int open;
        private final List<String> happened = new ArrayList<>();
    }

    private record Task(
            String name,
            String process,
            String element,
            String about,
            LocalDate came,
            @Nullable LocalDate done,
            int minutes) {}

    private static final class Report {
        private final Instant reported;
        private @Nullable Instant acknowledged;
        private @Nullable Instant closed;

        Report(Instant reported) {
            this.reported = reported;
        }
    }

    private record Noted(Kind kind, String where, String what, String whatToDo) implements Comparable<Noted> {
        @Override
        public int compareTo(Noted other) {
            return java.util.Comparator.comparing(Noted::kind)
                    .thenComparing(Noted::where)
                    .thenComparing(Noted::what)
                    .thenComparing(Noted::whatToDo)
                    .compare(this, other);
        }
    }

    private static final class Who {
        private final TreeSet<String> persons = new TreeSet<>();
        private int times;
    }

    private Sums week(LocalDate day) {
        return weeks.computeIfAbsent(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), m -> new Sums());
    }

    void letter(Actor actor, LocalDate day, String name, String subject, String text) {
        letters++;
        week(day).letters++;
        moment(actor, day, "letter", name, subject, text);
    }

    void answer(Actor actor, LocalDate day, String form, String what) {
        answers++;
        week(day).answers++;
        moment(actor, day, "answer", form, what, "");
    }

    void deed(Actor actor, LocalDate day, String what) {
        moment(actor, day, "deed", "", what, "");
    }

    private void moment(Actor actor, LocalDate day, String kind, String name, String what, String text) {
        stories.computeIfAbsent(actor.name(), n -> new ArrayList<>())
                .add(new Moment(day.toString(), kind, name, what, text));
    }

    void happened(LocalDate day, String what) {
        week(day).happened.add(day + ": " + what);
    }

    void taskCame(String id, String name, String process, String element, String about, LocalDate day) {
        tasks.putIfAbsent(id, new Task(name, process, element, about, day, null, 0));
    }

    void taskDone(String id, LocalDate day, int minutes) {
        tasks.computeIfPresent(
                id,
                (key, task) ->
                        new Task(task.name(), task.process(), task.element(), task.about(), task.came(), day, minutes));
        week(day).tasks++;
        week(day).minutes += minutes;
    }

    int minutesInWeek(LocalDate day) {
        return week(day).minutes;
    }

    /** Tasks somebody else ended, as when a person left, are nobody's open work any more. */
    void openTasks(LocalDate day, TreeSet<String> open) {
        week(day).open = open.size();
        tasks.replaceAll((id, task) -> task.done() == null && !open.contains(id)
                ? new Task(task.name(), task.process(), task.element(), task.about(), task.came(), day, 0)
                : task);
    }

    void reported(Actor actor, Instant at) {
        reports.putIfAbsent(actor.name(), new Report(at));
    }

    void conductLetter(Actor actor, String letter, Instant at) {
        Report report = reports.get(actor.name());
        if (report != null && letter.equals("conduct-received") && report.acknowledged == null) {
            report.acknowledged = at;
        } else if (report != null && letter.equals("conduct-outcome")) {
            report.closed = at;
        }
    }

    void finding(Kind kind, String where, String what, String whatToDo, @Nullable Actor actor) {
        Who who = findings.computeIfAbsent(new Noted(kind, where, what, whatToDo), n -> new Who());
        who.times++;
        if (actor != null) {
            who.persons.add(actor.name());
            while (who.persons.size() > MOST_NAMED) {
                who.persons.pollLast();
            }
        }
    }

    List<Moment> story(Actor actor) {
        return List.copyOf(stories.getOrDefault(actor.name(), List.of()));
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        findings.forEach((noted, who) -> all.add(new Finding(
                noted.kind(), noted.where(), noted.what(), noted.whatToDo(), List.copyOf(who.persons), who.times)));
        return all;
    }

    List<Week> weeks() {
        List<Week> all = new ArrayList<>();
        weeks.forEach((monday, sums) -> all.add(new Week(
                monday.toString(),
                sums.letters,
                sums.answers,
                sums.tasks,
                sums.minutes,
                sums.open,
                sums.happened.stream().sorted().distinct().toList())));
        return all;
    }

    List<Done> tasks() {
        return tasks.values().stream()
                .map(task -> new Done(
                        task.name(),
                        task.process(),
                        task.element(),
                        task.about(),
                        task.came().toString(),
                        task.done() == null ? "" : task.done().toString(),
                        task.minutes()))
                .sorted(java.util.Comparator.comparing(Done::came)
                        .thenComparing(Done::process)
                        .thenComparing(Done::element)
                        .thenComparing(Done::about)
                        .thenComparing(Done::done))
                .toList();
    }

    List<Conduct> conduct() {
        List<Conduct> all = new ArrayList<>();
        reports.forEach((person, report) -> all.add(new Conduct(
                person,
                report.reported.truncatedTo(ChronoUnit.MINUTES).toString(),
                hours(report.reported, report.acknowledged),
                hours(report.reported, report.closed))));
        return all;
    }

    private static double hours(Instant from, @Nullable Instant to) {
        return to == null ? -1 : Math.round(Duration.between(from, to).toMinutes() / 6.0) / 10.0;
    }

    int letters() {
        return letters;
    }

    int answers() {
        return answers;
    }
}
