package org.seealso.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.seealso.matching.MatchRepository.Group;
import org.seealso.matching.MatchRepository.Run;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participant.State;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of confirmed matches: mentorships, people asked first, people told that there is no match. */
@Component
@Transactional
class Settlements {
    /**
     * How a run went: {@code unmatched} people are left over; with {@code later}, another round is theirs, so that a
     * coordinator has nothing to decide about too few.
     */
    record Outcome(int people, int matches, int unmatched, boolean decide, boolean later) {}

    /** The mentorships made of a run; whether their members are asked first. */
    record Recorded(List<UUID> mentorships, boolean consent) {}

    /** How the pool stands after a round. */
    record Rest(int matches, int unmatched, boolean again) {}

    private final Rounds rounds;
    private final MatchRepository repository;
    private final Checks checks;
    private final Cohorts cohorts;
    private final Participants participants;
    private final Mentorships mentorships;
    private final PublishedRules rules;
    private final MatchingProcess process;
    private final Clock clock;

    Settlements(
            Rounds rounds,
            MatchRepository repository,
            Checks checks,
            Cohorts cohorts,
            Participants participants,
            Mentorships mentorships,
            PublishedRules rules,
            MatchingProcess process,
            Clock clock) {
        this.rounds = rounds;
        this.repository = repository;
        this.checks = checks;
        this.cohorts = cohorts;
        this.participants = participants;
        this.mentorships = mentorships;
        this.rules = rules;
        this.process = process;
        this.clock = clock;
    }

    /**
     * Finds matches for a process. While a coordinator still has another round of this cohort to decide, whoever arrives
     * does not make a second task: the open one tells of the news (C7).
     */
    Outcome find(UUID cohortId, String instance) {
        // Two people who arrive at the same moment start two rounds: the second must see what the first has found.
        Cohort cohort = cohorts.hold(cohortId);
        boolean othersOpen = repository
                .newest(cohortId)
                .filter(Run::isOpen)
                .filter(run -> !instance.equals(run.instance()))
                .filter(run -> run.instance() != null && process.runs(run.instance()))
                .isPresent();
        if (othersOpen) {
            return new Outcome(0, 0, 0, false, true);
        }
        Run run = rounds.find(cohort, instance, Wish.NONE, null, null);
        int groups = repository.groups(run.id()).size();
        int left = (int) repository.people(run.id()).stream()
                .filter(p -> p.reason() != null)
                .count();
        return new Outcome(
                run.people(), groups, left, groups > 0 || !run.trouble().isEmpty(), rolling(cohort));
    }

    private boolean rolling(Cohort cohort) {
        return row(cohort).rolling();
    }

    private ProgramRow row(Cohort cohort) {
        return rules.row(rules.current(), cohort.program());
    }

    /**
     * Makes mentorships of the confirmed matches. Once only: again, it returns the same. Refuses, before changing
     * anything, when somebody matched has withdrawn since.
     *
     * @param deployment the running process's own: whether people are asked first is asked by its forms and letters
     */
    @Transactional(noRollbackFor = MatchesRefused.class)
    Recorded record(UUID cohortId, String instance, String deployment) {
        Run run = repository
                .newestHeld(instance)
                .orElseThrow(() -> new MatchesRefused("No matches have been found for this cohort yet."));
        if (run.confirmedBy() == null) {
            throw new MatchesRefused("Nobody has confirmed the matches of this cohort yet.");
        }
        Cohort cohort = cohorts.cohort(cohortId);
        ProgramRow row = rules.row(deployment, cohort.program());
        boolean consent = row.consentDays() > 0;
        if (!run.recorded()) {
            List<Group> groups = repository.groups(run.id()).stream()
                    .filter(Group::confirmed)
                    .toList();
            checks.nobodyGone(cohort, groups);
            groups.forEach(group -> record(cohort, row, group, consent));
            repository.recordRun(run.id(), clock.instant());
        }
        return new Recorded(repository.mentorships(run.id()), consent);
    }

    private void record(Cohort cohort, ProgramRow row, Group group, boolean consent) {
        List<Mentorships.Placed> members = new ArrayList<>();
        for (int i = 0; i < group.members().size(); i++) {
            members.add(new Mentorships.Placed(
                    group.members().get(i), group.explained().told().get(i)));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), cohort.zone());
        UUID id = mentorships.add(
                cohort.id(),
                consent ? Mentorship.State.PROPOSED : Mentorship.State.PLANNED,
                row.rolling() ? today : cohort.startsOn(),
                row.rolling() ? row.term().lastDay(today) : cohort.endsOn(),
                members);
        repository.recordGroup(group.id(), id);
        for (UUID member : group.members()) {
            if (consent) {
                participants.move(member, EnumSet.of(State.POOL), State.ASKED);
            } else {
                participants.move(member, EnumSet.of(State.POOL, State.ASKED), State.MATCHED);
                process.settle(List.of(member));
            }
        }
    }

    /** The mentorships of these that came about. */
    List<Mentorship> planned(List<UUID> ids) {
        return ids.stream()
                .map(mentorships::mentorship)
                .filter(m -> m.state() == Mentorship.State.PLANNED)
                .toList();
    }

    /**
     * What is left to do after a round of a process: whoever declined or was declined, was held back, or has come since,
     * is matched again before anybody is told that there is no match.
     */
    Rest rest(UUID cohortId, String instance) {
        Cohort cohort = cohorts.cohort(cohortId);
        Map<UUID, Integer> load = mentorships.load(cohortId);
        List<UUID> waiting = participants.in(cohortId, State.POOL).stream()
                .map(Participant::id)
                .filter(id -> load.getOrDefault(id, 0) == 0)
                .toList();
        UUID run = repository
                .newestHeld(instance)
                .map(Run::id)
                .orElseThrow(() -> new IllegalStateException("no matches were found by " + instance));
        boolean fellThrough = repository.mentorships(run).stream()
                .map(mentorships::mentorship)
                .anyMatch(m -> m.state() == Mentorship.State.CALLED_OFF);
        List<MatchRepository.Person> people = repository.people(run);
        boolean held = people.stream().anyMatch(MatchRepository.Person::held);
        List<UUID> known =
                people.stream().map(MatchRepository.Person::participantId).toList();
        boolean somebodyCame = !known.containsAll(waiting);
        boolean rolling = rolling(cohort);
        int without = participants.count(cohortId, State.ACCEPTED);
        return new Rest(
                mentorships.count(cohortId),
                rolling ? 0 : waiting.size() + without,
                (fellThrough || held || somebodyCame) && !rolling && waiting.size() > 1);
    }

    /** Tells the pool that there will be no match for it; a mentor who has a mentee simply gets no second one. */
    Rest release(UUID cohortId) {
        process.settle(participants.release(cohortId));
        return new Rest(mentorships.count(cohortId), unmatched(cohortId).size(), false);
    }

    /** Everybody nobody was found for. */
    List<Participant> unmatched(UUID cohortId) {
        return participants.in(cohortId, State.UNMATCHED);
    }
}
