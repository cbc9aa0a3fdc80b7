package org.seealso.matching;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import org.seealso.matching.fit.Candidate;
import org.seealso.matching.fit.WeightsRefused;
import org.seealso.matching.optimum.Shape;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Exclusions;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.rules.PublishedRules;
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
    private final Cohorts cohorts;
    private final Participants participants;
    private final Exclusions exclusions;
    private final PublishedRules rules;
    private final Clock clock;

    Matches(
            Rounds rounds,
            Pools pools,
            MatchRepository repository,
            ProposalView view,
            WhyNots whyNots,
            Cohorts cohorts,
            Participants participants,
            Exclusions exclusions,
            PublishedRules rules,
            Clock clock) {
        this.rounds = rounds;
        this.pools = pools;
        this.repository = repository;
        this.view = view;
        this.whyNots = whyNots;
        this.cohorts = cohorts;
        this.participants = participants;
        this.exclusions = exclusions;
        this.rules = rules;
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
        try {
            return whyNots.ask(pools.of(cohort), groups, a, b);
        } catch (WeightsRefused refused) {
            throw new MatchesRefused(String.valueOf(refused.getMessage()));
        }
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
        for (List<UUID> pair : wish.forbid()) {
            exclusions.add(person(cohortId, pair, 0), person(cohortId, pair, 1), Exclusions.Kind.FORBIDDEN, by, wish.why());
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
        Pool pool;
        try {
            pool = pools.of(cohort);
        } catch (WeightsRefused refused) {
            // The run will tell; what was fixed by hand comes back with the page.
            return new Wish(null, null, null, null, wish.why());
        }
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
                partings.add(Words.and(gone) + (gone.size() == 1 ? " is" : " are")
                        + " no longer in the pool, so a match you had fixed was taken apart.");
            }
        }
        List<UUID> held = wish.held().stream().filter(places::containsKey).toList();
        check(pool, locked, held);
        return new Wish(locked, held, null, null, wish.why());
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
        Pool pool;
        try {
            pool = pools.of(cohort);
        } catch (WeightsRefused refused) {
            throw new MatchesRefused(String.valueOf(refused.getMessage()));
        }
        List<MatchRepository.Person> people = repository.people(runId);
        checkNobodyGone(pool, people.stream().map(MatchRepository.Person::participantId).toList());
        if (!pool.row().rolling()) {
            checkNobodyNew(pool, people);
        }
        List<List<UUID>> groups =
                edit.groups().stream().filter(g -> !g.isEmpty()).toList();
        checkNobodyMissing(people, groups, edit.left());
        check(pool, groups, edit.left());

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
                Group byHand = Rounds.group(
                        pool, members.stream().map(places::get).toList(), Origin.BY_HAND);
                repository.addGroup(
                        runId,
                        position++,
                        new Group(byHand.id(), byHand.origin(), true, byHand.explained(), byHand.members()));
            }
        }
        repository.confirmRun(runId, run.edition() + 1, by, edit.why(), clock.instant());
        return run.edition() + 1;
    }

    /** Refuses when somebody of these groups has left the pool. */
    void checkNobodyGone(Cohort cohort, List<Group> groups) {
        Set<UUID> members = new LinkedHashSet<>();
        groups.forEach(g -> members.addAll(g.members()));
        checkNobodyGone(
                pools.people(cohort, rules.row(rules.current(), cohort.program())).stream()
                        .map(Candidate::participantId)
                        .collect(Collectors.toSet()),
                List.copyOf(members));
    }

    private void checkNobodyGone(Pool pool, List<UUID> people) {
        checkNobodyGone(pool.places().keySet(), people);
    }

    private void checkNobodyGone(Set<UUID> now, List<UUID> people) {
        List<String> gone =
                people.stream().filter(id -> !now.contains(id)).map(this::name).toList();
        if (!gone.isEmpty()) {
            throw new MatchesRefused(Words.and(gone) + (gone.size() == 1 ? " is" : " are")
                    + " no longer in the pool. Nothing was sent; choose “Find again”.");
        }
    }

    private static void checkNobodyNew(Pool pool, List<MatchRepository.Person> people) {
        Set<UUID> known =
                people.stream().map(MatchRepository.Person::participantId).collect(Collectors.toSet());
        List<String> come = pool.people().stream()
                .filter(c -> !known.contains(c.participantId()))
                .map(Candidate::name)
                .toList();
        if (!come.isEmpty()) {
            throw new MatchesRefused(Words.and(come) + " joined the pool after these matches were found."
                    + " Nothing was sent; choose “Find again”.");
        }
    }

    private void checkNobodyMissing(
            List<MatchRepository.Person> people, List<List<UUID>> groups, List<UUID> left) {
        Set<UUID> placed = new HashSet<>(left);
        groups.forEach(placed::addAll);
        List<String> missing = people.stream()
                .map(MatchRepository.Person::participantId)
                .filter(id -> !placed.contains(id))
                .map(this::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new MatchesRefused(Words.and(missing) + (missing.size() == 1 ? " is" : " are")
                    + " missing. Put everybody in a match or leave them over.");
        }
    }

    /** Nobody unknown, nobody twice, no group of a wrong size, nobody with somebody they must not meet. */
    private void check(Pool pool, List<List<UUID>> groups, List<UUID> left) {
        Map<UUID, Integer> places = pool.places();
        Map<UUID, Integer> times = new HashMap<>();
        left.forEach(id -> times.merge(id, 1, Integer::sum));
        for (List<UUID> group : groups) {
            group.forEach(id -> times.merge(id, 1, Integer::sum));
        }
        Map<UUID, Integer> allowed = new LinkedHashMap<>();
        times.forEach((id, n) -> {
            Integer place = places.get(id);
            if (place == null) {
                throw new MatchesRefused("Somebody in these matches is not in this pool. Open the task once more.");
            }
            allowed.put(id, left.contains(id) ? 1 : Math.max(1, pool.at(place).capacity()));
        });
        times.forEach((id, n) -> {
            int most = allowed.getOrDefault(id, 1);
            if (n > most) {
                throw new MatchesRefused(name(id)
                        + (most > 1
                                ? " can take " + most + " mentees, not " + n + ". Take one of these matches apart."
                                : " is in two places. Put each person in one match only."));
            }
        });
        for (List<UUID> group : groups) {
            checkSize(pool, group);
            checkAllowed(pool, group.stream().map(places::get).toList());
        }
    }

    private void checkSize(Pool pool, List<UUID> group) {
        int size = group.size();
        if (size == 1) {
            throw new MatchesRefused(name(group.get(0)) + " is alone. Give them a partner or leave them over.");
        }
        String names = Words.and(group.stream().map(this::name).toList());
        if (pool.frame().shape() == Shape.PEER && size > 3) {
            throw new MatchesRefused(names + " are " + size + " people in one match. A match is a pair or a trio.");
        }
        if (pool.frame().shape() == Shape.GROUP
                && (size < pool.row().groupSmallest() || size > pool.row().groupLargest())) {
            throw new MatchesRefused(names + " are " + size + " people. A group of this program has "
                    + pool.row().groupSmallest() + " to " + pool.row().groupLargest() + ".");
        }
        if (pool.frame().shape() == Shape.MENTOR) {
            List<Candidate> members = group.stream()
                    .map(pool::of)
                    .flatMap(Optional::stream)
                    .toList();
            if (size > 2 || !members.get(0).isMentor() || members.get(1).isMentor()) {
                throw new MatchesRefused(
                        "A match is one mentor and one mentee. Please change the one of " + names + ".");
            }
        }
    }

    private static void checkAllowed(Pool pool, List<Integer> group) {
        for (int a : group) {
            for (int b : group) {
                if (a < b) {
                    pool.fit().never(a, b).ifPresent(why -> {
                        throw new MatchesRefused(why + " They can't be matched; take them apart.");
                    });
                }
            }
        }
    }

    private String name(UUID participantId) {
        return participants.participant(participantId).person().name();
    }
}
