package org.seealso.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.seealso.matching.MatchRepository.Group;
import org.seealso.matching.fit.Candidate;
import org.seealso.matching.optimum.Shape;
import org.seealso.people.Cohort;
import org.seealso.people.Participants;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

/** What a coordinator's matches must keep to. Refuses with a sentence that says what to do; changes nothing. */
@Component
class Checks {
    private final Pools pools;
    private final Participants participants;
    private final PublishedRules rules;

    Checks(Pools pools, Participants participants, PublishedRules rules) {
        this.pools = pools;
        this.participants = participants;
        this.rules = rules;
    }

    /** Refuses when somebody of these groups has left the pool. */
    void nobodyGone(Cohort cohort, List<Group> groups) {
        Set<UUID> members = new LinkedHashSet<>();
        groups.forEach(g -> members.addAll(g.members()));
        nobodyGone(
                pools.people(cohort, rules.row(rules.current(), cohort.program())).stream()
                        .map(Candidate::participantId)
                        .collect(Collectors.toSet()),
                List.copyOf(members));
    }

    void nobodyGone(Pool pool, List<UUID> people) {
        nobodyGone(pool.places().keySet(), people);
    }

    private void nobodyGone(Set<UUID> now, List<UUID> people) {
        List<String> gone =
                people.stream().filter(id -> !now.contains(id)).map(this::name).toList();
        if (!gone.isEmpty()) {
            throw new MatchesRefused(Names.and(gone) + (gone.size() == 1 ? " is" : " are")
                    + " no longer in the pool. Nothing was sent; choose “Find again”.");
        }
    }

    static void nobodyNew(Pool pool, List<MatchRepository.Person> people) {
        Set<UUID> known =
                people.stream().map(MatchRepository.Person::participantId).collect(Collectors.toSet());
        List<String> come = pool.people().stream()
                .filter(c -> !known.contains(c.participantId()))
                .map(Candidate::name)
                .toList();
        if (!come.isEmpty()) {
            throw new MatchesRefused(Names.and(come) + " joined the pool after these matches were found."
                    + " Nothing was sent; choose “Find again”.");
        }
    }

    void nobodyMissing(List<MatchRepository.Person> people, List<List<UUID>> groups, List<UUID> left) {
        Set<UUID> placed = new HashSet<>(left);
        groups.forEach(placed::addAll);
        List<String> missing = people.stream()
                .map(MatchRepository.Person::participantId)
                .filter(id -> !placed.contains(id))
                .map(this::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new MatchesRefused(Names.and(missing) + (missing.size() == 1 ? " is" : " are")
                    + " missing. Put everybody in a match or leave them over.");
        }
    }

    /** Nobody unknown, nobody twice, no group of a wrong size, nobody with somebody they must not meet. */
    void allowed(Pool pool, List<List<UUID>> groups, List<UUID> left) {
        Map<UUID, Integer> places = pool.places();
        Map<UUID, Integer> times = new HashMap<>();
        left.forEach(id -> times.merge(id, 1, Integer::sum));
        for (List<UUID> group : groups) {
            group.forEach(id -> times.merge(id, 1, Integer::sum));
        }
        Map<UUID, Integer> most = new LinkedHashMap<>();
        times.forEach((id, n) -> {
            Integer place = places.get(id);
            if (place == null) {
                throw new MatchesRefused("Somebody in these matches is not in this pool. Open the task once more.");
            }
            most.put(id, left.contains(id) ? 1 : Math.max(1, pool.at(place).capacity()));
        });
        times.forEach((id, n) -> {
            int room = most.getOrDefault(id, 1);
            if (n > room) {
                throw new MatchesRefused(name(id)
                        + (room > 1
                                ? " can take " + room + " mentees, not " + n + ". Take one of these matches apart."
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
        String names = Names.and(group.stream().map(this::name).toList());
        if (pool.frame().shape() == Shape.PEER && size > Rounds.TRIO) {
            throw new MatchesRefused(names + " are " + size + " people in one match. A match is a pair or a trio.");
        }
        if (pool.frame().shape() == Shape.GROUP
                && (size < pool.row().groupSmallest() || size > pool.row().groupLargest())) {
            throw new MatchesRefused(names + " are " + size + " people. A group of this program has "
                    + pool.row().groupSmallest() + " to " + pool.row().groupLargest() + ".");
        }
        if (pool.frame().shape() == Shape.MENTOR) {
            List<Candidate> members =
                    group.stream().map(pool::of).flatMap(Optional::stream).toList();
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
                        throw new MatchesRefused(why + " Take them apart.");
                    });
                }
            }
        }
    }

    private String name(UUID participantId) {
        return participants.participant(participantId).person().name();
    }
}
