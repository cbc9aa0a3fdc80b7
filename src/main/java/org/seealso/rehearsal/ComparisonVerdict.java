package org.seealso.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What would change for whom, in a few plain sentences, and the counts beside each other. */
final class ComparisonVerdict {
    private final Result before;
    private final Result after;
    private final List<PersonChanges.Change> people;

    /** A count, before and after, and the difference in words. */
    record Row(String words, String before, String after, String change) {}

    ComparisonVerdict(Result before, Result after, List<PersonChanges.Change> people) {
        this.before = before;
        this.after = after;
        this.people = people;
    }

    List<String> sentences(int newFindings, int goneFindings) {
        List<String> said = new ArrayList<>();
        said.add(noticed());
        letters().forEach(said::add);
        long otherMatch = count(change -> !change.match().isEmpty());
        if (otherMatch > 0) {
            said.add(people(otherMatch) + " would be matched with somebody else, or with nobody.");
        }
        ends().forEach(said::add);
        said.add(work());
        said.add(
                newFindings + goneFindings == 0
                        ? "The findings would be the same."
                        : Wording.capital(Wording.count(newFindings, "finding", "findings"))
                                + (newFindings == 1 ? " is new, " : " are new, ")
                                + Wording.count(goneFindings, "is", "are").replaceFirst("^no are$", "none is")
                                + " gone.");
        return said;
    }

    private String noticed() {
        long touched = count(PersonChanges.Change::isAny);
        if (touched == 0) {
            return "Nobody would notice anything.";
        }
        long rest = people.size() - touched;
        return rest == 0
                ? "Something would change for all " + Wording.number(people.size()) + " people."
                : "Something would change for " + Wording.number((int) touched) + " of "
                        + Wording.number(people.size()) + " people; " + (rest == 1 ? "one" : Wording.number((int) rest))
                        + " would notice nothing.";
    }

    private List<String> letters() {
        List<String> said = new ArrayList<>();
        int more =
                people.stream().mapToInt(change -> Math.max(0, change.more())).sum();
        int fewer =
                people.stream().mapToInt(change -> Math.max(0, -change.more())).sum();
        if (more > 0) {
            said.add(people(count(change -> change.more() > 0)) + " would get more letters, " + Wording.number(more)
                    + " in all.");
        }
        if (fewer > 0) {
            said.add(people(count(change -> change.more() < 0)) + " would get fewer letters, " + Wording.number(fewer)
                    + " in all.");
        }
        long otherwise = count(change -> change.more() == 0 && !change.letters().isEmpty());
        if (otherwise > 0) {
            said.add(people(otherwise)
                    + " would get as many letters as before, but others, on other days or with other words.");
        }
        return said;
    }

    private List<String> ends() {
        Map<String, Integer> ways = new TreeMap<>();
        people.stream()
                .map(PersonChanges.Change::end)
                .filter(end -> !end.isEmpty())
                .forEach(end -> ways.merge(end, 1, Integer::sum));
        return ways.isEmpty()
                ? List.of()
                : List.of("It would end otherwise for "
                        + Wording.list(ways.entrySet().stream()
                                .map(way ->
                                        Wording.count(way.getValue(), "person", "people") + " (" + way.getKey() + ")")
                                .toList())
                        + ".");
    }

    private String work() {
        int minutes = after.counts().minutes() - before.counts().minutes();
        return minutes == 0
                ? "Coordinators would work as long as before."
                : "Coordinators would work " + Wording.minutes(Math.abs(minutes)) + (minutes > 0 ? " more" : " less")
                        + " over the season.";
    }

    List<Row> rows() {
        Result.Counts was = before.counts();
        Result.Counts will = after.counts();
        return List.of(
                row("People who applied", was.applied(), will.applied()),
                row("People matched", was.matched(), will.matched()),
                row("Mentorships", was.mentorships(), will.mentorships()),
                row("… closed as planned", was.closed(), will.closed()),
                row("… ended early", was.endedEarly(), will.endedEarly()),
                row("… stuck or never closed", was.stuck(), will.stuck()),
                row("People who left", was.left(), will.left()),
                row("Letters", was.letters(), will.letters()),
                row("Answers", was.answers(), will.answers()),
                row("Coordinators’ tasks", was.tasks(), will.tasks()),
                row("… still open on the last day", was.unfinished(), will.unfinished()),
                new Row(
                        "Coordinators’ time",
                        Wording.minutes(was.minutes()),
                        Wording.minutes(will.minutes()),
                        was.minutes() == will.minutes()
                                ? "as before"
                                : Wording.minutes(Math.abs(will.minutes() - was.minutes()))
                                        + (will.minutes() > was.minutes() ? " more" : " less")));
    }

    private static Row row(String words, int was, int will) {
        return new Row(
                words,
                Wording.number(was),
                Wording.number(will),
                was == will ? "as before" : Wording.number(Math.abs(will - was)) + (will > was ? " more" : " fewer"));
    }

    private long count(Predicate<PersonChanges.Change> which) {
        return people.stream().filter(which).count();
    }

    private static String people(long many) {
        return Wording.count((int) many, "person", "people");
    }
}
