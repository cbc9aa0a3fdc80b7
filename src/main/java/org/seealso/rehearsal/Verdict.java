package org.seealso.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A season in a few plain sentences, for somebody who will read no further. */
final class Verdict {
    private final Result result;
    private final Result.Counts counts;

    /** A number and what it counts. */
    record Figure(String value, String words) {}

    Verdict(Result result) {
        this.result = result;
        this.counts = result.counts();
    }

    List<String> sentences() {
        List<String> said = new ArrayList<>();
        said.add(course());
        said.add(stuck() + " " + findings());
        said.add(letters());
        said.add(work());
        conduct().ifPresent(said::add);
        return said;
    }

    private String course() {
        List<String> ends = new ArrayList<>();
        if (counts.closed() > 0) {
            ends.add(Wording.number(counts.closed()) + " closed as planned");
        }
        if (counts.endedEarly() > 0) {
            ends.add(Wording.number(counts.endedEarly()) + " ended early");
        }
        return Wording.number(result.people()) + " people, " + Wording.span(result.from(), result.until()) + ": "
                + Wording.number(counts.applied()) + " applied, " + Wording.number(counts.matched())
                + (counts.matched() == 1 ? " was" : " were") + " matched in "
                + Wording.count(counts.mentorships(), "mentorship", "mentorships") + "."
                + (ends.isEmpty() ? "" : " Of the mentorships, " + Wording.list(ends) + ".")
                + (counts.left() == 0 ? "" : " " + Wording.count(counts.left(), "person", "people") + " left.");
    }

    private String stuck() {
        return counts.stuck() == 0
                ? "Nothing got stuck."
                : Wording.count(counts.stuck(), "mentorship", "mentorships") + " got stuck or never closed.";
    }

    private String findings() {
        return Wording.capital(Wording.count(result.findings().size(), "finding", "findings")) + ".";
    }

    private String letters() {
        int each = result.people() == 0 ? 0 : Math.round(counts.letters() / (float) result.people());
        return Wording.capital(Wording.count(counts.letters(), "letter", "letters")) + " went out, about "
                + Wording.number(each) + " to each person; " + Wording.count(counts.answers(), "answer", "answers")
                + " came back.";
    }

    private String work() {
        String sum = "Coordinators had " + Wording.count(counts.tasks(), "task", "tasks") + ", "
                + Wording.minutes(counts.minutes()) + " of work.";
        Optional<Result.Week> busiest = result.weeks().stream()
                .max(Comparator.comparingInt(Result.Week::minutes))
                .filter(week -> week.minutes() > 0);
        String week = busiest.map(most -> " The busiest week began on " + Wording.day(most.monday()) + ": "
                        + Wording.minutes(most.minutes())
                        + (result.weeklyMinutes() > 0
                                ? "; they have " + Wording.minutes(result.weeklyMinutes()) + " a week."
                                : "."))
                .orElse("");
        String open = counts.unfinished() == 0
                ? " No task was left over."
                : " " + Wording.capital(Wording.count(counts.unfinished(), "task was", "tasks were"))
                        + " still open on the last day.";
        return sum + week + open;
    }

    private Optional<String> conduct() {
        List<Result.Conduct> all = result.conduct();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        double slowest = all.stream()
                .mapToDouble(Result.Conduct::hoursToAcknowledge)
                .max()
                .orElse(0);
        boolean unheard = all.stream().anyMatch(report -> report.hoursToAcknowledge() < 0);
        long open = all.stream().filter(report -> report.hoursToClose() < 0).count();
        return Optional.of(Wording.capital(Wording.count(all.size(), "conduct report", "conduct reports"))
                + (unheard
                        ? ", not all acknowledged;"
                        : ", " + (all.size() == 1 ? "" : "each ") + "acknowledged "
                                + (slowest < 1 ? "" : "within ")
                                + (slowest < 1 ? "in under an hour" : Wording.hours(slowest)) + ";")
                + (open == 0 ? " all were closed." : " " + Wording.number((int) open) + " never closed."));
    }

    List<Figure> figures() {
        return List.of(
                new Figure(Wording.number(counts.applied()), "applied"),
                new Figure(Wording.number(counts.matched()), "matched"),
                new Figure(Wording.number(counts.mentorships()), "mentorships"),
                new Figure(Wording.number(counts.closed()), "closed as planned"),
                new Figure(Wording.number(counts.endedEarly()), "ended early"),
                new Figure(Wording.number(counts.stuck()), "stuck or never closed"),
                new Figure(Wording.number(counts.left()), "people left"),
                new Figure(Wording.number(counts.letters()), "letters"),
                new Figure(Wording.number(counts.answers()), "answers"),
                new Figure(Wording.minutes(counts.minutes()), "coordinators’ work"));
    }
}
