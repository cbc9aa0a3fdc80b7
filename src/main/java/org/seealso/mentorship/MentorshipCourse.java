package org.seealso.mentorship;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.seealso.emailedform.EmailedForms;
import org.seealso.engine.DueDates;
import org.seealso.engine.Rhythm;
import org.seealso.people.Cohorts;
import org.seealso.people.Exclusions;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The course of a mentorship: begins, changes, loses a member, ends (A4, A12, B9, C6, D18). */
@Component
@Transactional
class MentorshipCourse {
    private static final int A_WEEK = 7;

    private final Mentorships mentorships;
    private final Participants participants;
    private final Cohorts cohorts;
    private final Exclusions exclusions;
    private final EmailedForms forms;
    private final MentorshipProcess process;
    private final DueDates dates;

    MentorshipCourse(
            Mentorships mentorships,
            Participants participants,
            Cohorts cohorts,
            Exclusions exclusions,
            EmailedForms forms,
            MentorshipProcess process,
            DueDates dates) {
        this.mentorships = mentorships;
        this.participants = participants;
        this.cohorts = cohorts;
        this.exclusions = exclusions;
        this.forms = forms;
        this.process = process;
        this.dates = dates;
    }

    /** Begins; whoever was matched long after a cohort's first day has their days counted from today. */
    Mentorship begin(UUID id, ProgramRow row) {
        mentorships.move(id, Mentorship.State.ACTIVE);
        Mentorship mentorship = mentorships.mentorship(id);
        LocalDate today = dates.today(row.zone());
        if (mentorship.startsOn().isBefore(today.minusDays(A_WEEK))) {
            mentorships.reschedule(id, today, mentorship.endsOn());
        }
        return mentorships.mentorship(id);
    }

    Mentorship mentorship(UUID id) {
        return mentorships.mentorship(id);
    }

    List<UUID> members(UUID id) {
        return mentorships.mentorship(id).members().stream()
                .map(Participant::id)
                .toList();
    }

    /**
     * What comes next.
     *
     * @param period the check-in's number, or the last one's if it is time to close
     */
    record Next(int period, Instant at, boolean closing) {}

    /**
     * The next check-in, counted from the first day, or the closing survey if that comes first. Check-ins that fall into
     * a quiet time wait for its end, and several of them become one; so do those missed while nothing could be asked.
     */
    Next next(UUID id, ProgramRow row, int lastPeriod) {
        Mentorship mentorship = mentorships.mentorship(id);
        LocalDate survey =
                mentorship.open() ? DueDates.NEVER : mentorship.endsOn().minusDays(row.surveyBeforeDays());
        Next closing = new Next(lastPeriod, dates.morningOf(survey, row.zone()), true);
        LocalDate today = dates.today(row.zone());
        Optional<LocalDate> quiet = mentorships.quietUntil(id, today);
        Rhythm rhythm = mentorships.checkIns(id).orElse(row.checkIns());
        if (rhythm.never() || mentorship.stopped()) {
            return closing;
        }
        int period = reached(mentorship, rhythm, lastPeriod + 1, quiet.orElse(today));
        LocalDate due = rhythm.day(mentorship.startsOn(), period);
        LocalDate day = quiet.filter(due::isBefore).orElse(due);
        // A check-in on the day of the closing survey would ask the same twice.
        return day.isBefore(survey) ? new Next(period, dates.morningOf(day, row.zone()), false) : closing;
    }

    /** The period to ask about when its time comes: after an outage the check-ins missed meanwhile become one. */
    int reached(UUID id, ProgramRow row, int planned) {
        Rhythm rhythm = mentorships.checkIns(id).orElse(row.checkIns());
        return reached(mentorships.mentorship(id), rhythm, planned, dates.today(row.zone()));
    }

    private static int reached(Mentorship mentorship, Rhythm rhythm, int planned, LocalDate day) {
        int period = planned;
        while (!rhythm.day(mentorship.startsOn(), period + 1).isAfter(day)) {
            period++;
        }
        return period;
    }

    /** Takes a member out at once and calls off whatever they were asked. */
    void leave(UUID id, UUID leaver) {
        mentorships.leave(id, leaver);
        forms.withdrawAll(leaver, id);
        process.over(id, leaver);
        if (mentorships.current(leaver).isEmpty()) {
            participants.move(leaver, Participant.State.WITHDRAWN);
        }
    }

    boolean enough(UUID id, ProgramRow row) {
        return members(id).size() >= row.fewestMembers();
    }

    void pause(UUID id, LocalDate until) {
        mentorships.pause(id, until);
    }

    void stop(UUID id) {
        mentorships.stop(id);
    }

    void resume(UUID id) {
        mentorships.resume(id);
    }

    void extend(UUID id, LocalDate endsOn) {
        mentorships.extend(id, endsOn);
    }

    void join(UUID id, UUID newcomer) {
        mentorships.join(id, newcomer);
        participants.move(newcomer, Participant.State.MATCHED);
        process.settled(newcomer);
    }

    /**
     * Ends before the term. Those who are still in it were not right for each other and are never matched again, unless
     * they were merely too few to go on: they may well meet in a new group.
     */
    List<UUID> endEarly(UUID id, boolean tooFew) {
        mentorships.noteEnd(id, "early");
        mentorships.move(id, Mentorship.State.ENDING);
        process.over(id);
        List<Participant> left = mentorships.mentorship(id).members();
        if (!tooFew) {
            exclusions.addAll(
                    left.stream().map(member -> member.person().id()).toList(),
                    Exclusions.Kind.FAILED,
                    "SeeAlso",
                    "Their mentorship ended before its term.");
        }
        return left.stream().map(Participant::id).toList();
    }

    /** Brings members to the front of the pool, once their mentorship is over (D18): one round looks for them all. */
    void toPool(UUID id, List<UUID> members, String program) {
        UUID cohort = mentorships.mentorship(id).cohortId();
        Set<Participant.State> done = EnumSet.of(Participant.State.MATCHED, Participant.State.POOL);
        List<UUID> back = members.stream()
                .filter(member -> participants.move(member, done, Participant.State.POOL))
                .toList();
        back.forEach(participants::toFront);
        if (!back.isEmpty()) {
            process.backInPool(cohort, program, cohorts.cohort(cohort).name());
        }
    }

    /** What comes next is counted anew from the tables. */
    void planAnew(UUID id) {
        process.planAnew(id);
    }

    void over(UUID id) {
        process.over(id);
    }
}
