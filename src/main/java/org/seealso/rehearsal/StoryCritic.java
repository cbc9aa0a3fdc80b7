package org.seealso.rehearsal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.seealso.rehearsal.Result.Done;
import org.seealso.rehearsal.Result.Kind;
import org.seealso.rehearsal.Result.Meeting;
import org.seealso.rehearsal.Result.Moment;
import org.seealso.rehearsal.Result.Person;
import org.seealso.rules.ProgramRow;

/** Reads everybody's story for what should not happen to anybody. */
final class StoryCritic {
    private static final String LETTER = "letter";
    private static final String CHECK_IN = "check-in";
    private static final String KICKOFF = "kickoff";
    private static final String UNHAPPY = "Says that something is not working";
    private static final String ACCEPTS = "accept-";
    /** Ways in which somebody who is unhappy gets more than a receipt. */
    private static final Set<String> HELP = Set.of(
            "fit-problem-partner",
            "fit-problem-better",
            "fit-problem-continue",
            "fit-problem-recorded",
            "is-it-better",
            "first-talk",
            "three-way-talk",
            "ended-early",
            "new-partner",
            "paused",
            "conduct-received");

    private static final int FEWEST_QUIET_DAYS = 45;
    private static final double QUIET_PERIODS = 1.6;
    private static final int LONGEST_WAIT = 45;
    private static final int DAYS_UNTIL_HELP = 30;
    private static final int SILENCES = 3;
    private static final int MONTH = 28;
    private static final int MOST_ALIKE_IN_A_MONTH = 6;

    private final Ledger ledger;
    private final ProgramRow row;
    private final Map<String, Actor> actors = new HashMap<>();
    private final Map<String, List<String>> partners = new HashMap<>();
    private final Set<String> metTwice = new HashSet<>();

    StoryCritic(Ledger ledger, ProgramRow row, List<Actor> actors, List<Meeting> meetings) {
        this.ledger = ledger;
        this.row = row;
        actors.forEach(actor -> this.actors.put(actor.name(), actor));
        for (Meeting meeting : meetings) {
            for (String member : meeting.members()) {
                if (partners.put(member, meeting.members()) != null) {
                    metTwice.add(member);
                }
            }
        }
    }

    void look(List<Person> persons, List<Done> tasks) {
        Map<String, Person> byName = new HashMap<>();
        persons.forEach(person -> byName.put(person.name(), person));
        for (Person person : persons) {
            silence(person);
            wait(person);
            reminders(person);
            ownWords(person);
            survey(person);
            tooMuch(person);
            unhappy(person, tasks);
            unnoticed(person, byName, tasks);
        }
    }

    private @Nullable Actor actor(Person person) {
        return actors.get(person.name());
    }

    private void found(Kind kind, String where, String what, String whatToDo, Person person) {
        ledger.finding(kind, where, what, whatToDo, actor(person));
    }

    private static LocalDate day(Moment moment) {
        return LocalDate.parse(moment.day());
    }

    private static List<Moment> letters(Person person) {
        return person.story().stream()
                .filter(moment -> moment.kind().equals(LETTER))
                .toList();
    }

    private void silence(Person person) {
        if (row.checkIns().never() || row.selfSelected() || !partners.containsKey(person.name())) {
            return;
        }
        double perYear = row.checkIns().weeks() > 0
                ? 52.0 / row.checkIns().weeks()
                : 12.0 * row.checkIns().times() / Math.max(1, row.checkIns().months());
        int quiet = Math.max(FEWEST_QUIET_DAYS, (int) (QUIET_PERIODS * 365 / perYear));
        Actor actor = actor(person);
        boolean asked = actor != null && (actor.does("busy") || actor.does("unhappy") || actor.does("bounces"));
        boolean partnerAsked = partners.getOrDefault(person.name(), List.of()).stream()
                .map(actors::get)
                .anyMatch(other -> other != null && (other.does("busy") || other.does("unhappy")));
        if (person.quietDays() > quiet && !asked && !partnerAsked) {
            found(
                    Kind.SILENCE,
                    "",
                    "Somebody in a mentorship heard nothing for more than " + quiet + " days.",
                    "Look at checkIns in the program's row, and in their story at what was to come.",
                    person);
        }
    }

    /** Before anybody is matched, nothing happens to them unless the rules say so. */
    private void wait(Person person) {
        LocalDate before = null;
        for (Moment moment : letters(person)) {
            LocalDate now = day(moment);
            if (before != null && ChronoUnit.DAYS.between(before, now) > LONGEST_WAIT) {
                found(
                        Kind.SILENCE,
                        "program-rules.dmn",
                        "Somebody who waits for a match heard nothing for more than " + LONGEST_WAIT + " days.",
                        "Look at newsEveryDays and starvedAfterDays in the program's row.",
                        person);
                return;
            }
            if (moment.name().equals(KICKOFF)) {
                return;
            }
            before = now;
        }
    }

    private void reminders(Person person) {
        Actor actor = actor(person);
        if (actor != null && actor.does("bounces")) {
            return;
        }
        Set<String> got = new HashSet<>();
        for (Moment moment : letters(person)) {
            if (moment.what().startsWith("Reminder: ") && !got.contains(moment.name())) {
                found(
                        Kind.WRONG_MOMENT,
                        "letters/" + moment.name() + ".md",
                        "A reminder came before the letter it reminds of.",
                        "Look at the dates of the emailed form.",
                        person);
            }
            got.add(moment.name());
        }
    }

    /** A form that accepts another's words is for the others. */
    private void ownWords(Person person) {
        String wrote = "";
        for (Moment moment : person.story()) {
            if (moment.kind().equals("answer")) {
                wrote = moment.name();
            } else if (moment.kind().equals(LETTER)
                    && moment.name().startsWith(ACCEPTS)
                    && moment.name().substring(ACCEPTS.length()).equals(wrote)) {
                found(
                        Kind.WRONG_MOMENT,
                        "letters/" + moment.name() + ".md",
                        "Somebody is asked to accept what they wrote themselves.",
                        "Look in the diagram whom this letter is for: it must be the other one.",
                        person);
            }
        }
    }

    private void survey(Person person) {
        if (metTwice.contains(person.name())) {
            // The thanks of one mentorship and the survey of the next are no contradiction.
            return;
        }
        boolean thanked = false;
        boolean asked = false;
        for (Moment moment : letters(person)) {
            if (moment.name().equals("closing-survey")) {
                if (thanked && !asked) {
                    found(
                            Kind.WRONG_MOMENT,
                            "closing.bpmn",
                            "The survey comes after the end: somebody is thanked, and asked afterwards.",
                            "Look at closing.bpmn: the survey is asked before the last day.",
                            person);
                }
                asked = true;
            }
            thanked |= moment.name().equals("thanks");
        }
    }

    private void tooMuch(Person person) {
        Map<String, List<LocalDate>> byName = new TreeMap<>();
        for (Moment letter : letters(person)) {
            if (!letter.what().startsWith("Reminder: ")) {
                byName.computeIfAbsent(letter.name(), n -> new ArrayList<>()).add(day(letter));
            }
        }
        byName.forEach((name, days) -> {
            boolean many = false;
            for (int i = 0; i + MOST_ALIKE_IN_A_MONTH < days.size(); i++) {
                many |= ChronoUnit.DAYS.between(days.get(i), days.get(i + MOST_ALIKE_IN_A_MONTH)) < MONTH;
            }
            if (many && !name.startsWith("reply-")) {
                found(
                        Kind.TOO_MUCH,
                        "letters/" + name + ".md",
                        "Somebody got the same letter more than " + MOST_ALIKE_IN_A_MONTH + " times in four weeks.",
                        "Look at checkIns in the program's row, and in their story at what comes so often.",
                        person);
            }
        });
    }

    /** Whoever says that it isn't working gets help, or a coordinator has them before them. */
    private void unhappy(Person person, List<Done> tasks) {
        for (Moment said : person.story()) {
            if (!said.kind().equals("deed") || !said.what().equals(UNHAPPY)) {
                continue;
            }
            LocalDate last = day(said).plusDays(DAYS_UNTIL_HELP);
            boolean task = tasks.stream()
                    .anyMatch(each -> each.process().equals("fit-problem")
                            && each.about().contains(person.name())
                            && !LocalDate.parse(each.came()).isBefore(day(said))
                            && !LocalDate.parse(each.came()).isAfter(last));
            boolean helped = letters(person).stream()
                    .anyMatch(letter -> HELP.contains(letter.name())
                            && !day(letter).isBefore(day(said))
                            && !day(letter).isAfter(last));
            boolean conduct =
                    letters(person).stream().anyMatch(letter -> letter.name().equals("conduct-received"));
            boolean over = letters(person).stream()
                    .anyMatch(letter ->
                            letter.name().equals("ended-early") && day(letter).equals(day(said)));
            if (!task && !conduct && !over && (!row.partnerFirst() || !helped)) {
                found(
                        Kind.UNHEARD,
                        "fit-problem.bpmn",
                        "Somebody said that it is not working, and no coordinator heard of it.",
                        "Look at fit-problem.bpmn and problem-routing.dmn: every way must reach a person.",
                        person);
            }
        }
    }

    /** Whoever falls silent is noticed: by their partner, who is asked, or by a coordinator. */
    private void unnoticed(Person person, Map<String, Person> all, List<Done> tasks) {
        int silent = 0;
        for (Moment moment : person.story()) {
            if (moment.kind().equals("answer")) {
                silent = 0;
            } else if (moment.name().equals(CHECK_IN) && !moment.what().startsWith("Reminder: ")) {
                silent++;
            }
            if (silent < SILENCES) {
                continue;
            }
            List<String> members = partners.getOrDefault(person.name(), List.of(person.name()));
            boolean task = tasks.stream()
                    .anyMatch(each ->
                            members.stream().anyMatch(member -> each.about().contains(member))
                                    && (each.process().equals(CHECK_IN)
                                            || each.process().equals("fit-problem")));
            boolean partner = members.stream()
                    .map(all::get)
                    .anyMatch(member -> member != null
                            && letters(member).stream()
                                    .anyMatch(letter -> letter.name().equals("in-touch")));
            if (!task && !partner) {
                found(
                        Kind.UNHEARD,
                        "check-in-signal.dmn",
                        "Somebody answered " + SILENCES + " check-ins in a row with silence, and it reached nobody.",
                        "Look at check-in-signal.dmn: silence must reach the partner or a coordinator.",
                        person);
            }
            return;
        }
    }
}
