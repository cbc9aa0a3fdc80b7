package org.seealso.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.DueDates;
import org.seealso.people.Beginnings;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participant.State;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who waits in a rolling pool, how long, and when to look again (C7; complaints 1 to 3). */
@Component
@Transactional
class WaitingPeople {
    private final Cohorts cohorts;
    private final Participants participants;
    private final Mentorships mentorships;
    private final Beginnings beginnings;
    private final PoolProcess process;
    private final DueDates dates;

    WaitingPeople(
            Cohorts cohorts,
            Participants participants,
            Mentorships mentorships,
            Beginnings beginnings,
            PoolProcess process,
            DueDates dates) {
        this.cohorts = cohorts;
        this.participants = participants;
        this.mentorships = mentorships;
        this.beginnings = beginnings;
        this.process = process;
        this.dates = dates;
    }

    /**
     * When to look next: now if somebody came after the last look, else at the row's interval, counted from the day the
     * pool opened so that it keeps its weekday.
     */
    Instant nextLook(UUID cohortId, ProgramRow row, @Nullable Instant lastLook) {
        if (row.selfSelected()) {
            // People found each other: there is nobody to look for.
            return dates.morningOf(DueDates.NEVER, row.zone());
        }
        Cohort cohort = cohorts.cohort(cohortId);
        boolean somebodyCame = waiting(cohort).stream()
                .anyMatch(w -> lastLook == null || w.arrived().isAfter(lastLook));
        if (somebodyCame) {
            return dates.now();
        }
        return dates.morningOf(dates.next(cohort.opensOn(), row.matchEveryDays(), row.zone()), row.zone());
    }

    private List<Participants.Waiting> waiting(Cohort cohort) {
        return participants.waiting(cohort.id(), EnumSet.of(State.POOL), dates.today(cohort.zone()));
    }

    /** Whoever waits hears where they are, also those who never applied, or whose application is long over. */
    void keepInformed(UUID cohortId) {
        Cohort cohort = cohorts.cohort(cohortId);
        waiting(cohort).forEach(one -> process.waits(one.participant(), cohort, one.arrived()));
    }

    /** Whether somebody has waited longer than the row allows, and nobody was asked to help lately. */
    boolean starved(UUID cohortId, ProgramRow row, @Nullable Instant lastHelp) {
        Duration patience = Duration.ofDays(row.starvedAfterDays());
        if (patience.isZero() || (lastHelp != null && lastHelp.plus(patience).isAfter(dates.now()))) {
            return false;
        }
        Optional<Instant> longest = waiting(cohorts.cohort(cohortId)).stream()
                .map(Participants.Waiting::since)
                .min(Instant::compareTo);
        return longest.filter(since -> !since.plus(patience).isAfter(dates.now()))
                .isPresent();
    }

    /** Starts every mentorship that has come about; each once, however many rounds end at the same moment. */
    void begin(UUID cohortId, String program) {
        mentorships.in(cohortId, Mentorship.State.PLANNED).forEach(m -> beginnings.begin(m.id(), program));
    }

    /** The program takes nobody any more: whoever still waits is let go. Returns whom to tell. */
    List<Participant> release(UUID cohortId) {
        participants.release(cohortId).forEach(process::settle);
        cohorts.move(cohortId, Cohort.State.RUNNING);
        return participants.in(cohortId, State.UNMATCHED);
    }
}
