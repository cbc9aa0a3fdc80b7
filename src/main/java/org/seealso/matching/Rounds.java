package org.seealso.matching;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.Ids;
import org.seealso.matching.MatchRepository.Group;
import org.seealso.matching.MatchRepository.Origin;
import org.seealso.matching.MatchRepository.Run;
import org.seealso.matching.fit.Candidate;
import org.seealso.matching.fit.Explained;
import org.seealso.matching.fit.WeightsRefused;
import org.seealso.matching.optimum.Optimum;
import org.seealso.matching.optimum.Shape;
import org.seealso.matching.optimum.Solution;
import org.seealso.people.Cohort;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

/** Searches the best matches of a pool around what is fixed, and keeps every search. */
@Component
class Rounds {
    /** The most people a match of peers has (A3). */
    static final int TRIO = 3;

    private final Pools pools;
    private final MatchRepository repository;
    private final PublishedRules rules;
    private final Clock clock;

    Rounds(Pools pools, MatchRepository repository, PublishedRules rules, Clock clock) {
        this.pools = pools;
        this.repository = repository;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Finds the best matches of everybody in the pool and keeps the run.
     *
     * @param instance the process that waits for it
     * @param before the run a coordinator looked at; its groups tell what was found and what put together by hand
     */
    Run find(Cohort cohort, @Nullable String instance, Wish wish, @Nullable UUID before, @Nullable String by) {
        Pool pool;
        try {
            pool = pools.of(cohort);
        } catch (WeightsRefused refused) {
            return keepTrouble(cohort, instance, wish, by, String.valueOf(refused.getMessage()));
        }
        Map<UUID, Integer> places = pool.places();
        List<List<Integer>> locked = wish.locked().stream()
                .map(group -> group.stream().map(places::get).toList())
                .toList();
        Set<Integer> held = new LinkedHashSet<>();
        wish.held().stream().map(places::get).forEach(held::add);
        List<List<Integer>> chosen = chosen(pool, locked, held);
        List<List<Integer>> fixed = new ArrayList<>(locked);
        fixed.addAll(chosen);

        Solution solution = Optimum.of(pool.problem(fixed, held));
        boolean free = locked.isEmpty() && held.isEmpty();
        Solution unbound = free ? solution : Optimum.of(pool.problem(chosen(pool, List.of(), Set.of()), Set.of()));
        List<Integer> alone = inNoGroup(solution, pool.people().size());
        Run run = new Run(
                Ids.next(),
                cohort.id(),
                instance,
                pool.frame().shape(),
                pool.weights(),
                clock.instant(),
                pool.people().size(),
                solution.total(),
                solution.bound(),
                unbound.total(),
                inNoGroup(unbound, pool.people().size()).size(),
                solution.start(),
                pool.fit().best(),
                solution.effort(),
                pool.fingerprint(fixed, held),
                "",
                pool.fit().wouldHelp(without(alone, held)),
                by,
                wish.why(),
                0,
                null,
                false);
        repository.add(run);
        for (int i = 0; i < pool.people().size(); i++) {
            boolean left = alone.contains(i);
            repository.addPerson(
                    run.id(),
                    i,
                    new MatchRepository.Person(
                            pool.at(i).participantId(),
                            left && !held.contains(i) ? pool.fit().whyLeft(i) : null,
                            held.contains(i)));
        }
        Set<Set<UUID>> foundBefore = before == null ? Set.of() : found(before);
        int position = 0;
        for (List<Integer> group : solution.groups()) {
            Group kept = group(pool, group, origin(group, pool, locked, chosen, foundBefore));
            repository.addGroup(run.id(), position++, kept);
        }
        return run;
    }

    /** Everybody who would meet nobody: mentors without a mentee, too. */
    private static List<Integer> inNoGroup(Solution solution, int people) {
        Set<Integer> matched = new HashSet<>();
        solution.groups().forEach(matched::addAll);
        return IntStream.range(0, people)
                .filter(i -> !matched.contains(i))
                .boxed()
                .toList();
    }

    private static List<Integer> without(List<Integer> left, Set<Integer> held) {
        return left.stream().filter(i -> !held.contains(i)).toList();
    }

    /** Groups who chose one another and may be one, unless a coordinator has decided otherwise about one of them. */
    private static List<List<Integer>> chosen(Pool pool, List<List<Integer>> locked, Set<Integer> held) {
        Set<Integer> decided = new HashSet<>(held);
        locked.forEach(decided::addAll);
        return pool.fit().chosen().stream()
                .filter(group -> group.stream().noneMatch(decided::contains))
                .filter(group -> isOfASize(pool, group.size()))
                .toList();
    }

    private static boolean isOfASize(Pool pool, int size) {
        return switch (pool.frame().shape()) {
            case PEER -> size <= TRIO;
            case MENTOR -> size == 2;
            case GROUP ->
                size >= pool.row().groupSmallest() && size <= pool.row().groupLargest();
        };
    }

    /** The groups of a run that were not put together by hand. */
    private Set<Set<UUID>> found(UUID runId) {
        Set<Set<UUID>> found = new HashSet<>();
        repository.groups(runId).stream()
                .filter(g -> g.origin() != Origin.BY_HAND)
                .forEach(g -> found.add(Set.copyOf(g.members())));
        return found;
    }

    private static Origin origin(
            List<Integer> group,
            Pool pool,
            List<List<Integer>> locked,
            List<List<Integer>> chosen,
            Set<Set<UUID>> foundBefore) {
        if (chosen.contains(group)) {
            return Origin.CHOSEN;
        }
        if (!locked.contains(group)) {
            return Origin.FOUND;
        }
        Set<UUID> members = new HashSet<>();
        group.forEach(i -> members.add(pool.at(i).participantId()));
        return foundBefore.contains(members) ? Origin.LOCKED : Origin.BY_HAND;
    }

    static Group group(Pool pool, List<Integer> members, Origin origin) {
        return new Group(
                Ids.next(),
                origin,
                false,
                pool.fit().explain(members),
                members.stream().map(pool::at).map(Candidate::participantId).toList());
    }

    /** Nothing could be found: the pool is kept, and the sentence that says what to do. */
    private Run keepTrouble(Cohort cohort, @Nullable String instance, Wish wish, @Nullable String by, String trouble) {
        var row = rules.row(rules.current(), cohort.program());
        List<Candidate> people = pools.people(cohort, row);
        Run run = new Run(
                Ids.next(),
                cohort.id(),
                instance,
                Shape.valueOf(row.format().toUpperCase(Locale.ROOT)),
                rules.current(),
                clock.instant(),
                people.size(),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                "",
                trouble,
                List.of(),
                by,
                wish.why(),
                0,
                null,
                false);
        repository.add(run);
        for (int i = 0; i < people.size(); i++) {
            repository.addPerson(
                    run.id(), i, new MatchRepository.Person(people.get(i).participantId(), "", false));
        }
        return run;
    }

    /** A percentage as people read it: the score of a group against the best pair thinkable. */
    static int percent(Explained explained, int members, int bestPair) {
        int pairs = members * (members - 1) / 2;
        return bestPair == 0 || pairs == 0 ? 0 : (int) Math.round(100.0 * explained.score() / pairs / bestPair);
    }
}
