package org.seealso.rehearsal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.seealso.rehearsal.Result.Conduct;
import org.seealso.rehearsal.Result.Kind;
import org.seealso.rehearsal.Result.Meeting;
import org.seealso.rehearsal.Result.Moment;
import org.seealso.rehearsal.Result.Person;
import org.seealso.rules.ProgramRow;

/** Looks at a finished rehearsal for what no check could see. */
final class Critic {
    private static final int FEWEST_QUIET_DAYS = 45;
    private static final double QUIET_PERIODS = 1.6;
    private static final double HOURS_TO_HEAR_OF_A_REPORT = 72;
    private static final int DAYS_UNTIL_A_HUMAN = 30;

    private final Theatre theatre;
    private final Ledger ledger;
    private final ProgramRow row;
    private final Map<String, Actor> actors = new HashMap<>();

    Critic(Theatre theatre, Ledger ledger, ProgramRow row, List<Actor> actors) {
        this.theatre = theatre;
        this.ledger = ledger;
        this.row = row;
        actors.forEach(actor -> this.actors.put(actor.name(), actor));
    }

    /** @param over whether the season was played to its end; otherwise much is rightly open */
    void look(List<Meeting> meetings, List<Person> persons, List<Conduct> reports, LocalDate last, boolean over) {
        undelivered();
        if (over) {
            meetings.forEach(this::stuck);
            running();
        }
        persons.forEach(this::silence);
        persons.forEach(this::moments);
        reports.forEach(this::unheard);
        problems(persons);
    }

    private @Nullable Actor actor(String name) {
        return actors.get(name);
    }

    private void undelivered() {
        theatre.jdbc()
                .sql("select name, state from letter where state <> 'SENT' order by name, state")
                .query((letter, n) -> letter.getString(1))
                .list()
                .forEach(letter -> ledger.finding(
                        Kind.NO_RECIPIENT,
                        "letters/" + letter + ".md",
                        "A letter reached nobody.",
                        "Look whom the letter is for: a role nobody has, or an address in the program's row.",
                        null));
    }

    private void stuck(Meeting meeting) {
        if (!meeting.end().equals("open") || row.selfSelected()) {
            return;
        }
        for (String member : meeting.members()) {
            ledger.finding(
                    Kind.STUCK,
                    "mentorship.bpmn",
                    "A mentorship never came to its end.",
                    "Look in the diagrams which path its members were on, and where they wait.",
                    actor(member));
        }
    }

    /** What still runs when nothing is to come any more waits for ever. */
    private void running() {
        if (row.selfSelected()) {
            return;
        }
        for (ProcessInstance instance :
                theatre.runtime().createProcessInstanceQuery().list()) {
            String process = instance.getProcessDefinitionId().split(":", 2)[0];
            List<String> waits = theatre.runtime().getActiveActivityIds(instance.getId()).stream()
                    .filter(id -> !id.equals(instance.getProcessDefinitionId()))
                    .distinct()
                    .sorted()
                    .toList();
            ledger.finding(
                    Kind.DEAD_END,
                    process + ".bpmn, " + String.join(" ", waits),
                    "Something waits here for ever.",
                    "Give it a way on: a timer, an answer, or an end.",
                    null);
        }
    }

    private void silence(Person person) {
        if (row.checkIns().never() || row.selfSelected()) {
            return;
        }
        int quiet = FEWEST_QUIET_DAYS;
        double perYear = row.checkIns().weeks() > 0
                ? 52.0 / row.checkIns().weeks()
                : 12.0 * row.checkIns().times() / Math.max(1, row.checkIns().months());
        quiet = Math.max(quiet, (int) (QUIET_PERIODS * 365 / perYear));
        Actor actor = actor(person.name());
        boolean busy = actor != null && (actor.does("busy") || actor.does("unhappy") || actor.does("bounces"));
        if (person.quietDays() > quiet && !busy) {
            ledger.finding(
                    Kind.SILENCE,
                    "",
                    "Somebody in a mentorship heard nothing for more than " + quiet + " days.",
                    "Look at checkIns in the program's row, and in their story at what was to come.",
                    actor);
        }
    }

    private void moments(Person person) {
        Set<String> got = new HashSet<>();
        for (Moment moment : person.story()) {
            if (!moment.kind().equals("letter")) {
                continue;
            }
            if (moment.what().startsWith("Reminder: ") && !got.contains(moment.name())) {
                ledger.finding(
                        Kind.WRONG_MOMENT,
                        "letters/" + moment.name() + ".md",
                        "A reminder came before the letter it reminds of.",
                        "Look at the dates of the emailed form.",
                        actor(person.name()));
            }
            got.add(moment.name());
        }
    }

    private void unheard(Conduct report) {
        if (report.hoursToAcknowledge() < 0
                || report.hoursToClose() < 0
                || report.hoursToClose() > HOURS_TO_HEAR_OF_A_REPORT * 4) {
            ledger.finding(
                    Kind.UNHEARD,
                    "conduct-report.bpmn",
                    report.hoursToAcknowledge() < 0
                            ? "A conduct report was not acknowledged."
                            : "A conduct report had no outcome within twelve days.",
                    "Look at conduct-report.bpmn: a handler must get the task, and the reporter the letter.",
                    actor(report.person()));
        }
    }

    /** Somebody who says that it isn't working must hear from somebody. */
    private void problems(List<Person> persons) {
        for (Person person : persons) {
            LocalDate said = null;
            boolean heard = false;
            for (Moment moment : person.story()) {
                LocalDate day = LocalDate.parse(moment.day());
                if (moment.kind().equals("deed") && moment.what().equals("Says that something is not working")) {
                    said = day;
                } else if (said != null
                        && moment.kind().equals("letter")
                        && !day.isAfter(said.plusDays(DAYS_UNTIL_A_HUMAN))
                        && !moment.name().equals("check-in")) {
                    heard = true;
                }
            }
            if (said != null && !heard) {
                ledger.finding(
                        Kind.UNHEARD,
                        "fit-problem.bpmn",
                        "Somebody said that it is not working, and heard nothing for " + DAYS_UNTIL_A_HUMAN + " days.",
                        "Look at fit-problem.bpmn and problem-routing.dmn: every way must reach a person or a letter.",
                        actor(person.name()));
            }
        }
    }
}
