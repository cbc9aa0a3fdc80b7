package org.seealso.matching;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.seealso.matching.MatchRepository.Group;
import org.seealso.matching.MatchRepository.Origin;
import org.seealso.matching.MatchRepository.Run;
import org.seealso.matching.fit.WeightsRefused;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Exclusions;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator's door to the matches of a cohort: look, ask why not, fix some and find the rest again, confirm. A
 * refusal changes nothing, and its sentence says what to do.
 */
@Component
@Transactional
public class Matches {
    private final Rounds rounds;
    private final Pools pools;
    private final MatchRepository repository;
    private final ProposalView view;
    private final WhyNots whyNots;
    private final Checks checks;
    private final Cohorts cohorts;
    private final Participants participants;
    private final Exclusions exclusions;
    private final Clock clock;

    Matches(
            Rounds rounds,
            Pools pools,
            MatchRepository repository,
            ProposalView view,
            WhyNots whyNots,
            Checks checks,
            Cohorts cohorts,
            Participants participants,
            Exclusions exclusions,
            Clock clock) {
        this.rounds = rounds;
        this.pools = pools;
        this.repository = repository;
        this.view = view;
        this.whyNots = whyNots;
        this.checks = checks;
        this.cohorts = cohorts;
        this.participants = participants;
        this.exclusions = exclusions;
        this.clock = clock;
    }

    /** The newest matches of a cohort, as found or as confirmed; empty before the first run. */
    public Optional<Proposal> proposal(UUID cohortId) {
        Cohort cohort = cohorts.cohort(cohortId);
        return repository.newest(cohortId).map(run -> view.of(cohort, run, List.of()));
    }

    /** Why two people of the pool are not matched, or what matching them would cost. */
    public WhyNot whyNot(UUID cohortId, UUID a, UUID b) {
        Cohort cohort = cohorts.cohort(cohortId);
        List<Group> groups = repository
                .newest(cohortId)
                .map(run -> repository.groups(run.id()))
                .orElse(List.of());
        return whyNots.ask(pool(cohort), groups, a, b);
    }

    /**
     * Keeps what is locked, leaves out who is held, and finds the best matches for the rest under the newest weights.
     * Locked groups whose people have left the pool meanwhile are taken apart; the proposal says so.
     */
    public Proposal again(UUID cohortId, UUID runId, int edition, Wish wish, String by) {
        Cohort cohort = cohorts.cohort(cohortId);
        Run run = held(cohortId, runId, edition);
        List<String> partings = new ArrayList<>();
        forbid(cohortId, wish, by);
        Wish possible = possible(cohort, wish, partings);
        Run found = rounds.find(cohort, run.instance(), possible, run.id(), by);
        return view.of(cohort, found, partings);
    }

    private Run held(UUID cohortId, UUID runId, int edition) {
        Run run = repository
                .newestHeld(cohortId)
                .orElseThrow(() -> new MatchesRefused("No matches have been found for this cohort yet."));
        if (run.recorded()) {
            throw new MatchesRefused(run.confirmedBy()
                    + " has already confirmed these matches, and the letters are on their way. Nothing was changed.");
        }
        if (!run.id().equals(runId)) {
            throw new MatchesRefused((run.madeBy() == null ? "The matches were" : run.madeBy() + " had the matches")
                    + " found again in the meantime. Choose “Show the newest”; nothing was changed.");
        }
        if (run.edition() != edition) {
            throw new MatchesRefused((run.confirmedBy() == null ? "Somebody" : run.confirmedBy())
                    + " has changed these matches in the meantime. Choose “Show the newest”; nothing was changed.");
        }
        return run;
    }

    private void forbid(UUID cohortId, Wish wish, String by) {
        for (int i = 0; i < wish.forbid().size(); i++) {
            List<UUID> pair = wish.forbid().get(i);
            String why = i < wish.forbidWhy().size() ? wish.forbidWhy().get(i) : "";
            exclusions.add(person(cohortId, pair, 0), person(cohortId, pair, 1), Exclusions.Kind.FORBIDDEN, by, why);
        }
        for (List<UUID> pair : wish.allow()) {
            exclusions.allow(person(cohortId, pair, 0), person(cohortId, pair, 1));
        }
    }

    private UUID person(UUID cohortId, List<UUID> pair, int which) {
        if (pair.size() != 2 || pair.get(0).equals(pair.get(1))) {
            throw new MatchesRefused("Forbidding and allowing takes two people. Choose them and try again.");
        }
        Participant participant = participants.participant(pair.get(which));
        if (!participant.cohortId().equals(cohortId)) {
            throw new MatchesRefused("One of the two is not in this cohort. Open the task once more.");
        }
        return participant.person().id();
    }

    /** What of a wish can still be had: people who left the pool are let go, anything else that is wrong is refused. */
    private Wish possible(Cohort cohort, Wish wish, List<String> partings) {
        Pool pool = pool(cohort);
        Map<UUID, Integer> places = pool.places();
        List<List<UUID>> locked = new ArrayList<>();
        for (List<UUID> group : wish.locked()) {
            List<String> gone = group.stream()
                    .filter(id -> !places.containsKey(id))
                    .map(this::name)
                    .toList();
            if (gone.isEmpty()) {
                locked.add(group);
            } else {
                partings.add(Names.and(gone) + (gone.size() == 1 ? " is" : " are")
                        + " no longer in the pool, so a match you had fixed was taken apart.");
            }
        }
        List<UUID> held = wish.held().stream().filter(places::containsKey).toList();
        checks.allowed(pool, locked, held);
        return new Wish(locked, held, null, null, null, wish.why());
    }

    /**
     * Keeps the matches as a coordinator left them, for the letters. Returns the new edition; refuses, changing nothing,
     * when the pool, the run or somebody else's decision has moved on, or when a person is missing or twice.
     */
    public int confirm(UUID cohortId, UUID runId, Edit edit, String by) {
        Run run = held(cohortId, runId, edit.edition());
        if (!run.trouble().isEmpty()) {
            throw new MatchesRefused(run.trouble());
        }
        Cohort cohort = cohorts.cohort(cohortId);
        Pool pool = pool(cohort);
        List<MatchRepository.Person> people = repository.people(runId);
        checks.nobodyGone(
                pool, people.stream().map(MatchRepository.Person::participantId).toList());
        if (!pool.row().rolling()) {
            Checks.nobodyNew(pool, people);
        }
        List<List<UUID>> groups =
                edit.groups().stream().filter(g -> !g.isEmpty()).toList();
        checks.nobodyMissing(people, groups, edit.left());
        checks.allowed(pool, groups, edit.left());

        Map<Set<UUID>, Group> found = repository.groups(runId).stream()
                .collect(Collectors.toMap(g -> Set.copyOf(g.members()), Function.identity(), (one, other) -> one));
        repository.reopen(runId);
        Map<UUID, Integer> places = pool.places();
        int position = 0;
        for (List<UUID> members : groups) {
            Group same = found.get(Set.copyOf(members));
            if (same != null && same.origin() != Origin.BY_HAND) {
                repository.confirmGroup(same.id(), position++);
            } else {
                Group byHand =
                        Rounds.group(pool, members.stream().map(places::get).toList(), Origin.BY_HAND);
                repository.addGroup(
                        runId,
                        position++,
                        new Group(byHand.id(), byHand.origin(), true, byHand.explained(), byHand.members()));
            }
        }
        repository.hold(runId, edit.held());
        repository.confirmRun(runId, run.edition() + 1, by, edit.why(), clock.instant());
        return run.edition() + 1;
    }

    private Pool pool(Cohort cohort) {
        try {
            return pools.of(cohort);
        } catch (WeightsRefused refused) {
            throw new MatchesRefused(String.valueOf(refused.getMessage()));
        }
    }

    private String name(UUID participantId) {
        return participants.participant(participantId).person().name();
    }
}
