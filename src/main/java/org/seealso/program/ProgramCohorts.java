package org.seealso.program;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.engine.DueDates;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.people.Beginnings;
import org.seealso.people.Cohort;
import org.seealso.people.CohortPlan;
import org.seealso.people.Cohorts;
import org.seealso.people.InformationSession;
import org.seealso.people.InformationSessions;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participant.State;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The life of a cohort: planned, open, closed, running, ended, counted. */
@Component
@Transactional
class ProgramCohorts {
    /** Such as 2026-01-31, without a time. */
    private static final int A_DAY = 10;

    private static final Set<State> MENTORS = EnumSet.of(State.POOL, State.ASKED, State.MATCHED, State.DONE);
    /** Where unmatched people are asked otherwise whether they come along, asking twice would be a nuisance. */
    private static final Set<State> MENTORS_AND_UNMATCHED =
            EnumSet.of(State.POOL, State.ASKED, State.MATCHED, State.DONE, State.UNMATCHED);

    private final Cohorts cohorts;
    private final InformationSessions sessions;
    private final Participants participants;
    private final Mentorships mentorships;
    private final Answers answers;
    private final Beginnings beginnings;
    private final ProgramProcess process;
    private final DueDates dates;

    ProgramCohorts(
            Cohorts cohorts,
            InformationSessions sessions,
            Participants participants,
            Mentorships mentorships,
            Answers answers,
            Beginnings beginnings,
            ProgramProcess process,
            DueDates dates) {
        this.dates = dates;
        this.cohorts = cohorts;
        this.sessions = sessions;
        this.participants = participants;
        this.mentorships = mentorships;
        this.answers = answers;
        this.beginnings = beginnings;
        this.process = process;
    }

    void plan(Cohort cohort, Optional<InformationSession> session) {
        cohorts.add(cohort);
        session.ifPresent(meeting -> {
            sessions.plan(cohort.id(), meeting);
            process.sessionPlanned(cohort, meeting.endsAt());
        });
    }

    Cohort cohort(UUID id) {
        return cohorts.cohort(id);
    }

    /** Opens applications, and asks whom the row says: the interest list, and mentors of earlier cohorts. */
    void open(UUID cohortId, ProgramRow row) {
        cohorts.move(cohortId, Cohort.State.OPEN);
        Cohort cohort = cohorts.cohort(cohortId);
        process.opened(cohort);
        if (row.reconfirmDays() == 0) {
            return;
        }
        Instant answerBy = dates.morningIn(row.reconfirmDays(), row.zone());
        Set<State> known = row.carryOverMonths() > 0 ? MENTORS : MENTORS_AND_UNMATCHED;
        for (Participant earlier : participants.earlierMentors(row.program(), cohortId, known)) {
            participants
                    .interested(cohortId, earlier.person())
                    .filter(asked -> participants.move(asked.id(), EnumSet.of(State.APPLIED), State.INTERESTED))
                    .ifPresent(asked -> process.askAgain(asked, earlier, cohort, row.mentorForm(), answerBy));
        }
    }

    /**
     * Takes applications once more, until the end of this day. Matching comes as long after it as before, and the
     * mentorships start later only if they must, and then last as long.
     */
    Cohort reopen(UUID cohortId, String until, ProgramRow row) {
        Cohort cohort = cohorts.hold(cohortId);
        LocalDate today = dates.today(cohort.zone());
        LocalDate wanted = LocalDate.parse(until.substring(0, A_DAY));
        LocalDate closes = wanted.isBefore(today) ? today : wanted;
        LocalDate matches = closes.plusDays(ChronoUnit.DAYS.between(cohort.closesOn(), cohort.matchOn()));
        long later = matches.isAfter(cohort.startsOn()) ? ChronoUnit.DAYS.between(cohort.closesOn(), closes) : 0;
        cohorts.reschedule(
                cohortId,
                new CohortPlan(
                        cohort.opensOn(),
                        closes,
                        matches,
                        cohort.startsOn().plusDays(later),
                        cohort.endsOn().plusDays(later),
                        row.checkIns()));
        cohorts.move(cohortId, Cohort.State.OPEN);
        return cohorts.cohort(cohortId);
    }

    List<Participant> waiting(UUID cohortId) {
        return participants.in(cohortId, State.POOL);
    }

    void move(UUID cohortId, Cohort.State state) {
        cohorts.move(cohortId, state);
    }

    int openReviews(UUID cohortId) {
        return participants.count(cohortId, State.IN_REVIEW);
    }

    void startMentorships(UUID cohortId, String program) {
        List<Mentorship> planned = mentorships.in(cohortId, Mentorship.State.PLANNED);
        planned.forEach(mentorship -> beginnings.begin(mentorship.id(), program));
        cohorts.move(cohortId, Cohort.State.RUNNING);
    }

    /** Ends whatever is still under way, but for what its members made longer (C6). */
    void endMentorships(UUID cohortId, LocalDate today) {
        mentorships.in(cohortId, Mentorship.State.ACTIVE).stream()
                .filter(m -> !mentorships.goesOn(m.id(), today))
                .forEach(m -> process.endMentorship(m.id()));
    }

    void close(UUID cohortId) {
        mentorships
                .in(cohortId, Mentorship.State.PROPOSED)
                .forEach(m -> mentorships.move(m.id(), Mentorship.State.CALLED_OFF));
        for (State waiting : List.of(State.APPLIED, State.IN_REVIEW, State.ACCEPTED, State.POOL, State.ASKED)) {
            for (Participant left : participants.in(cohortId, waiting)) {
                participants.move(left.id(), State.UNMATCHED);
                process.settle(left.id());
            }
        }
        cohorts.move(cohortId, Cohort.State.ENDED);
    }

    /** Stores what became of the cohort as the evaluation task's table. */
    void keepResults(UUID cohortId, List<CohortResults.Result> results) {
        answers.store(
                cohortId,
                "SeeAlso",
                "evaluation",
                new Subject(null, null, null, cohortId, null),
                results.stream()
                        .map(line -> new FieldAnswer(
                                line.what(), line.what(), line.result(), line.result(), Set.of("coordinators")))
                        .toList());
    }
}
