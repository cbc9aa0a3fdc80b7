package org.seealso.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.runtime.Job;
import org.seealso.rehearsal.Result.Kind;
import org.seealso.rules.ProgramRow;
import org.springframework.core.NestedExceptionUtils;

/** One season of a program, as its people live it: from one thing that happens to the next. */
final class Season {
    /** At noon everything due at nine has happened, in every zone a program is likely to have members in. */
    private static final int NOON = 12;

    private static final int ROUNDS_A_DAY = 40;
    private static final int DAYS_TO_APPLY = 20;
    private static final int DAYS_TO_APPLY_ROLLING = 60;
    private static final int DAYS_TO_MATCH = 3;
    private static final int DAYS_TO_START = 30;
    private static final int MONTHS_OF_AN_OPEN_TERM = 9;
    private static final int MONTHS_AFTER = 15;
    private static final int LETTERS_BETWEEN_TIDYING = 40;

    /** What the timeline says of so many people or mentorships in a state. */
    private static final Map<String, String[]> WORDS = Map.of(
            "PROPOSED", new String[] {"match is being asked about", "matches are being asked about"},
            "ACTIVE", new String[] {"mentorship is under way", "mentorships are under way"},
            "CLOSED", new String[] {"mentorship is over", "mentorships are over"},
            "CALLED_OFF", new String[] {"match was called off", "matches were called off"},
            "MATCHED", new String[] {"person has a match", "people have a match"},
            "UNMATCHED", new String[] {"person has no match", "people have no match"},
            "WITHDRAWN", new String[] {"person has left", "people have left"});

    /** The days of the cohort. */
    record Days(
            LocalDate opens, LocalDate closes, LocalDate matches, LocalDate starts, LocalDate ends, LocalDate last) {
        static Days of(ProgramRow row, LocalDate from) {
            LocalDate opens = from.plusDays(2);
            LocalDate closes = opens.plusDays(row.rolling() ? DAYS_TO_APPLY_ROLLING : DAYS_TO_APPLY);
            LocalDate starts = row.rolling() ? closes : closes.plusDays(DAYS_TO_START);
            LocalDate term = row.term().open()
                    ? starts.plusMonths(MONTHS_OF_AN_OPEN_TERM)
                    : row.term().lastDay(starts);
            LocalDate ends = row.rolling() ? term.plusDays(DAYS_TO_APPLY_ROLLING) : term;
            return new Days(opens, closes, closes.plusDays(DAYS_TO_MATCH), starts, ends, ends.plusMonths(MONTHS_AFTER));
        }
    }

    private final Theatre theatre;
    private final ProgramRow row;
    private final Days days;
    private final LocalDate until;
    private final List<Actor> actors;
    private final Ledger ledger;
    private final Plans plans = new Plans();
    private final VirtualTime time;
    private final Crowd crowd;
    private final Staff staff;
    private final Worker coordinator;
    private final int daysPerSecond;
    private final Progress progress;
    private final Map<String, Integer> before = new TreeMap<>();
    private LocalDate today;
    private int tidiedAt;

    Season(
            Theatre theatre,
            ProgramRow row,
            Days days,
            LocalDate until,
            List<Actor> actors,
            CastFile cast,
            Ledger ledger,
            Worker coordinator,
            Worker handler,
            int daysPerSecond,
            Progress progress) {
        this.theatre = theatre;
        this.row = row;
        this.days = days;
        this.until = until;
        this.actors = actors;
        this.ledger = ledger;
        this.coordinator = coordinator;
        this.daysPerSecond = daysPerSecond;
        this.progress = progress;
        this.today = dayOf(theatre.clock().instant());
        this.time = new VirtualTime(theatre.management(), theatre.clock(), this::failed);
        this.crowd = new Crowd(theatre, ledger, plans, actors, today);
        this.staff = new Staff(theatre, cast, ledger, time, coordinator, handler);
    }

    /** Plays until nothing is to come, or until the last day; returns that day. */
    LocalDate play() {
        try {
            open();
            applyOneByOne();
            live();
            while (today.isBefore(until)) {
                Optional<LocalDate> next = next();
                if (next.isEmpty()) {
                    break;
                }
                LocalDate day = next.get().isAfter(until) ? until : next.get();
                watch(day);
                today = day;
                time.travelTo(noon(today));
                live();
            }
        } catch (VirtualTime.NeverEnds e) {
            ledger.finding(
                    Kind.NEVER_ENDS,
                    String.valueOf(e.getMessage()),
                    "The same steps are taken again and again, without any time passing.",
                    "Look for a loop in the diagram that waits for nothing.",
                    null);
        }
        return today;
    }

    /** Time passes no faster than somebody wants to watch it. */
    private void watch(LocalDate next) {
        if (daysPerSecond > 0) {
            long days = next.toEpochDay() - today.toEpochDay();
            LockSupport.parkNanos(days * 1_000_000_000L / daysPerSecond);
        }
    }

    private void open() {
        coordinator
                .start(
                        "program",
                        Map.of(
                                "program", row.program(),
                                "cohortName", "Rehearsal",
                                "opensOn", days.opens().toString(),
                                "closesOn", days.closes().toString(),
                                "matchOn", days.matches().toString(),
                                "startsOn", days.starts().toString(),
                                "endsOn", days.ends().toString()))
                .ifPresent(why -> {
                    throw new RehearsalRefused(
                            "No cohort of " + row.program() + " can be started: " + why
                                    + " Correct the row in program-rules.dmn, or choose another --from.",
                            null);
                });
        ledger.happened(days.opens(), "Applications open");
        ledger.happened(days.starts(), "First day");
        ledger.happened(days.ends(), "Last day");
    }

    private void applyOneByOne() {
        if (row.selfSelected()) {
            registerInCircles();
            return;
        }
        long span = Math.max(1, ChronoUnit.DAYS.between(days.opens(), days.closes()) - 4);
        for (Actor actor : actors) {
            Member member = crowd.member(actor);
            String path = "/apply/" + row.program() + (row.roles().size() > 1 ? "?as=" + actor.role() : "");
            LocalDate day = days.opens().plusDays(1 + actor.number() * span / actors.size());
            plans.on(day, actor, () -> {
                if (crowd.apply(member, path, Map.of())) {
                    ledger.deed(actor, today, "Applies");
                }
            });
        }
    }

    /** Those who found each other: two, three or four together, by one of them. */
    private void registerInCircles() {
        int circle = 0;
        for (int i = 0; i < actors.size(); circle++) {
            int size = Math.min(2 + circle % 3, actors.size() - i);
            List<Actor> together = actors.subList(i, i + size);
            i += size;
            if (size < 2) {
                continue;
            }
            Actor first = together.get(0);
            Map<String, List<String>> own = new LinkedHashMap<>();
            for (int n = 1; n < size; n++) {
                own.put("name" + n, List.of(together.get(n).name()));
                own.put("email" + n, List.of(together.get(n).address()));
            }
            for (int n = size; n <= 7; n++) {
                own.put("name" + n, List.of());
                own.put("email" + n, List.of());
            }
            Member member = crowd.member(first);
            plans.on(days.opens().plusDays(1 + 2L * circle), first, () -> {
                if (crowd.apply(member, "/register/" + row.program(), own)) {
                    ledger.deed(first, today, "Registers with " + (size - 1) + " more");
                }
            });
        }
    }

    private Optional<LocalDate> next() {
        List<LocalDate> days = new ArrayList<>();
        time.nextTimer().map(this::dayOf).ifPresent(days::add);
        plans.next().ifPresent(days::add);
        if (staff.isBehind()) {
            days.add(today.plusDays(1));
        }
        return days.stream().min(LocalDate::compareTo).map(day -> day.isAfter(today) ? day : today.plusDays(1));
    }

    /** The first day by whose noon this moment has passed. */
    private LocalDate dayOf(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, row.zone());
        return moment.isAfter(noon(day).minusSeconds(60)) ? day.plusDays(1) : day;
    }

    private Instant noon(LocalDate day) {
        return day.atTime(NOON, 0).atZone(row.zone()).toInstant();
    }

    /** A day: everybody reads and answers, coordinators work, until nothing new comes of it. */
    private void live() {
        crowd.today(today);
        plans.carryOut(today);
        boolean something = true;
        for (int i = 0; something && i < ROUNDS_A_DAY; i++) {
            time.settle();
            Patience.until(() -> theatre.outbox().waiting() == 0);
            something = crowd.read() | plans.carryOut(today) | staff.work(today);
        }
        if (something) {
            ledger.finding(
                    Kind.NEVER_ENDS,
                    "",
                    "On one day, letters and answers never came to an end.",
                    "Look in the story of the people what comes again and again.",
                    null);
        }
        staff.evening(today);
        note();
        tidy();
        progress.at(today, days.opens(), until.isBefore(days.ends()) ? until : days.ends(), ledger.letters());
    }

    /**
     * PostgreSQL's own tidying up happens whenever it likes; ours at moments that are the same in every rehearsal.
     * Without any, the engine's busy tables would be read through thousands of dead rows.
     */
    private void tidy() {
        if (ledger.letters() >= tidiedAt + LETTERS_BETWEEN_TIDYING) {
            tidiedAt = ledger.letters();
            theatre.jdbc().sql("vacuum analyze").update();
        }
    }

    /** What has changed since the last day, for the timeline. */
    private void note() {
        Map<String, Integer> now = new TreeMap<>();
        theatre.jdbc()
                .sql(
                        "select state, count(*)::int n from mentorship group by state"
                                + " union all select state, count(*)::int from participant where state not in ('CLOSED') group by state")
                .query((counted, n) -> now.put(counted.getString(1), counted.getInt(2)))
                .list();
        now.forEach((state, count) -> {
            String[] words = WORDS.get(state);
            if (words != null && !count.equals(before.get(state)) && count > 0) {
                ledger.happened(today, count + " " + (count == 1 ? words[0] : words[1]));
            }
        });
        before.clear();
        before.putAll(now);
    }

    private void failed(Job job, RuntimeException why) {
        ledger.finding(
                Kind.FAILED,
                VirtualTime.process(job) + ".bpmn, " + time.element(job),
                "A step fails: "
                        + Wording.firstLine(String.valueOf(
                                NestedExceptionUtils.getMostSpecificCause(why).getMessage())),
                "Look at the element in the Modeler: until it works, whoever is there waits.",
                null);
    }
}
