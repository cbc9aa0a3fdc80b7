package org.seealso.reschedule;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.seealso.emailedform.EmailedForms;
import org.seealso.engine.DueDates;
import org.seealso.people.Cohort;
import org.seealso.people.CohortPlan;
import org.seealso.people.CohortWish;
import org.seealso.people.Cohorts;
import org.seealso.people.InformationSession;
import org.seealso.people.InformationSessions;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participant.State;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which days of a cohort may still be moved, what follows, and who has been told another day (A1, A2). */
@Component
@Transactional
public class NewDates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.CANADA);
    private static final Set<Cohort.State> AHEAD = Set.of(Cohort.State.PLANNED, Cohort.State.OPEN, Cohort.State.CLOSED);
    private static final List<State> TOLD_THE_TERM = List.of(State.POOL, State.ASKED, State.MATCHED);

    /** Words of {@code moved}; the engine keeps only these. */
    private static final String TERM = "term";

    private static final String MATCHING = "matching";
    private static final String SESSION = "session";
    private static final String OPENING = "opening";

    /** Asks whether somebody comes to the session, until it begins. */
    private static final String INVITATION = "rsvp";

    private final Cohorts cohorts;
    private final InformationSessions sessions;
    private final Participants participants;
    private final Mentorships mentorships;
    private final EmailedForms forms;
    private final RescheduleProcess process;
    private final PublishedRules rules;
    private final DueDates dates;

    NewDates(
            Cohorts cohorts,
            InformationSessions sessions,
            Participants participants,
            Mentorships mentorships,
            EmailedForms forms,
            RescheduleProcess process,
            PublishedRules rules,
            DueDates dates) {
        this.cohorts = cohorts;
        this.sessions = sessions;
        this.participants = participants;
        this.mentorships = mentorships;
        this.forms = forms;
        this.process = process;
        this.rules = rules;
        this.dates = dates;
    }

    /** The cohorts of which a day may still be moved, newest first. */
    public List<Cohort> ahead() {
        return cohorts.all().stream()
                .filter(cohort -> AHEAD.contains(cohort.state()))
                .toList();
    }

    public Optional<InformationSession> session(Cohort cohort) {
        return sessions.of(cohort.id());
    }

    public ProgramRow row(Cohort cohort) {
        return rules.row(rules.current(), cohort.program());
    }

    public Optional<Cohort> cohort(String id) {
        return cohorts.all().stream()
                .filter(cohort -> cohort.id().toString().equals(id))
                .findFirst();
    }

    /** What stands in the way of these days, as a sentence that says what to do; empty if nothing does. */
    public Optional<String> fault(Optional<Cohort> found, CohortWish wish) {
        if (found.isEmpty()) {
            return Optional.of("Choose the cohort whose dates are to change.");
        }
        Cohort cohort = found.get();
        ProgramRow row = row(cohort);
        if (!AHEAD.contains(cohort.state())) {
            return Optional.of(
                    cohort.state() == Cohort.State.ENDED
                            ? "This cohort is over. Choose another one."
                            : "Its mentorships have started already. Change them one by one, with “Change a"
                                    + " mentorship”.");
        }
        return wish.missing(row.rolling())
                .or(() -> came(cohort, row, wish.plan(row.rolling(), row.checkIns())))
                .or(() -> session(cohort, wish));
    }

    /** A day that has come stays; one that is moved must be ahead. */
    private Optional<String> came(Cohort cohort, ProgramRow row, CohortPlan wanted) {
        LocalDate today = dates.today(cohort.zone());
        if (cohort.state() != Cohort.State.PLANNED && !wanted.opensOn().equals(cohort.opensOn())) {
            return Optional.of(
                    "Applications have been open since " + DAY.format(cohort.opensOn()) + ". Leave that day as it is.");
        }
        boolean deadlineStays = wanted.closesOn().equals(cohort.closesOn());
        if (cohort.state() == Cohort.State.CLOSED && !deadlineStays) {
            return Optional.of("Applications are closed since the end of " + DAY.format(cohort.closesOn())
                    + ". Leave that day as it is; if too few people came, the task about it lets you open them again.");
        }
        boolean matchingHasCome = cohort.state() == Cohort.State.CLOSED
                && !dates.morningOf(cohort.matchOn(), cohort.zone()).isAfter(dates.now());
        if (!wanted.matchOn().equals(cohort.matchOn())) {
            if (matchingHasCome) {
                return Optional.of("The matching day has come already. Leave it as it is.");
            }
            if (wanted.matchOn().isBefore(today)) {
                return Optional.of("This matching day has passed. Give a day from today on.");
            }
        }
        if (!wanted.startsOn().equals(cohort.startsOn()) && wanted.startsOn().isBefore(today)) {
            return Optional.of("This first day has passed. Give a day from today on.");
        }
        return wanted.fault(deadlineStays && cohort.closesOn().isBefore(today) ? cohort.closesOn() : today);
    }

    private Optional<String> session(Cohort cohort, CohortWish wish) {
        if (!sessionIsAhead(cohort.id())) {
            // It has been held; what the page sends of it is what the page was told.
            return Optional.empty();
        }
        Optional<InformationSession> planned = sessions.of(cohort.id());
        if (planned.isPresent() && wish.session(cohort.zone()).isEmpty()) {
            return Optional.of("People are invited to the information session already. Give it another day instead of"
                    + " leaving it out.");
        }
        return wish.sessionFault(cohort.zone(), dates.now());
    }

    private boolean sessionIsAhead(UUID cohortId) {
        return sessions.of(cohortId)
                .map(session -> session.startsAt().isAfter(dates.now()))
                .orElse(true);
    }

    /** Moves the days, and returns what else has become different, in words the engine may keep. */
    String change(UUID cohortId, CohortWish wish) {
        Cohort before = cohorts.hold(cohortId);
        ProgramRow row = row(before);
        CohortPlan plan = wish.plan(row.rolling(), row.checkIns());
        cohorts.reschedule(cohortId, plan);
        List<String> moved = new ArrayList<>();
        boolean first = sessions.of(cohortId).isEmpty();
        if (sessionIsAhead(cohortId)
                && wish.session(before.zone())
                        .filter(session -> sessions.plan(cohortId, session))
                        .isPresent()) {
            moved.add(SESSION);
            sessions.of(cohortId).ifPresent(session -> {
                if (first) {
                    process.sessionPlanned(before, session);
                } else {
                    participants
                            .in(cohortId, State.INTERESTED)
                            .forEach(invited -> forms.moveEnd(invited.id(), INVITATION, session.startsAt()));
                }
            });
        }
        if (!plan.opensOn().equals(before.opensOn())) {
            moved.add(OPENING);
        }
        if (!row.rolling()) {
            List<Mentorship> notBegun = new ArrayList<>(mentorships.in(cohortId, Mentorship.State.PLANNED));
            notBegun.addAll(mentorships.in(cohortId, Mentorship.State.PROPOSED));
            notBegun.forEach(m -> mentorships.reschedule(m.id(), plan.startsOn(), plan.endsOn()));
        }
        if (!row.rolling() && !plan.matchOn().equals(before.matchOn())) {
            moved.add(MATCHING);
        }
        boolean term =
                !plan.startsOn().equals(before.startsOn()) || !plan.endsOn().equals(before.endsOn());
        if (!row.rolling() && term) {
            moved.add(TERM);
        }
        process.changed(cohortId);
        return String.join(" ", moved);
    }

    /** Whoever was told a day that is another now. Letters name no matching day to those who are matched already. */
    List<Participant> told(UUID cohortId, String moved) {
        List<State> states =
                moved.contains(TERM) ? TOLD_THE_TERM : moved.contains(MATCHING) ? List.of(State.POOL) : List.of();
        return states.stream()
                .flatMap(state -> participants.in(cohortId, state).stream())
                .toList();
    }

    /** Whoever is on the interest list and was told another opening or another session. */
    List<Participant> toldOnTheList(UUID cohortId, String moved) {
        return moved.contains(SESSION) || moved.contains(OPENING)
                ? participants.in(cohortId, State.INTERESTED)
                : List.of();
    }

    /** The day of the next step, for whoever still waits for it. */
    Map<String, Object> days(Participant participant) {
        return participant.state() == State.POOL
                ? Map.of("nextOn", cohorts.cohort(participant.cohortId()).matchOn())
                : Map.of();
    }
}
