package org.seealso.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.seealso.matching.MatchRepository.Group;
import org.seealso.matching.MatchRepository.Origin;
import org.seealso.matching.fit.Candidate;
import org.seealso.matching.optimum.Optimum;
import org.seealso.matching.optimum.Shape;
import org.seealso.matching.optimum.Solution;
import org.springframework.stereotype.Component;

/** Answers "why not these two?" by a rule, or by trying it: what the whole cohort would lose (complaint 7). */
@Component
class WhyNots {
    private static final int CHANGES_NAMED = 3;

    WhyNot ask(Pool pool, List<Group> groups, UUID one, UUID other) {
        Map<UUID, Integer> places = pool.places();
        Integer a = places.get(one);
        Integer b = places.get(other);
        if (a == null || b == null) {
            throw new MatchesRefused("One of the two is no longer in the pool. Open the task once more.");
        }
        if (a.equals(b)) {
            throw new MatchesRefused("Choose two different people.");
        }
        Optional<String> never = pool.fit().never(a, b);
        if (never.isPresent()) {
            return new WhyNot(List.of(never.get(), "Nobody can overrule this here."), null);
        }
        List<Integer> pair = inOrder(pool, a, b);
        int best = pool.fit().best();
        int points = pool.fit().explain(pair).score();
        int percent = best == 0 ? 0 : (int) Math.round(100.0 * points / best);
        List<String> sentences = new ArrayList<>();
        pool.fit().cannot(a, b).ifPresent(why -> {
            sentences.add(why);
            sentences.add("If you know better, pair them by hand.");
        });
        if (together(groups, one, other)) {
            sentences.add("They are matched with each other in what you see.");
        } else if (pool.frame().shape() == Shape.GROUP) {
            sentences.add("Together they would fit at " + percent + " % of the best pair in this pool; in a group the"
                    + " others count as well.");
        } else {
            compare(pool, groups, pair, percent, sentences);
        }
        return new WhyNot(sentences, percent);
    }

    private static List<Integer> inOrder(Pool pool, int a, int b) {
        return pool.at(b).isMentor() ? List.of(b, a) : List.of(a, b);
    }

    private static boolean together(List<Group> groups, UUID one, UUID other) {
        return groups.stream()
                .anyMatch(g -> g.members().contains(one) && g.members().contains(other));
    }

    private static void compare(
            Pool pool, List<Group> groups, List<Integer> pair, int percent, List<String> sentences) {
        Map<UUID, Integer> places = pool.places();
        List<List<Integer>> kept = new ArrayList<>();
        for (Group group : groups) {
            List<Integer> members = group.members().stream()
                    .filter(places::containsKey)
                    .map(places::get)
                    .toList();
            boolean whole = members.size() == group.members().size();
            boolean touches = members.stream().anyMatch(pair::contains);
            if (whole && !touches && (group.origin() == Origin.LOCKED || group.origin() == Origin.BY_HAND)) {
                kept.add(members);
            }
        }
        Solution now = Optimum.of(pool.problem(kept, Set.of()));
        List<List<Integer>> withPair = new ArrayList<>(kept);
        withPair.add(pair);
        Solution then = Optimum.of(pool.problem(withPair, Set.of()));
        sentences.add("Together they would fit at " + percent + " % of the best pair in this pool.");
        int more = then.left().size() - now.left().size();
        if (more > 0) {
            sentences.add("But with them together, " + more + (more == 1 ? " person" : " people")
                    + " more would be left over.");
        } else if (now.total() > then.total()) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "But with them together, the whole cohort would lose %.1f %% of its total.",
                    Math.max(0.1, 100.0 * (now.total() - then.total()) / Math.max(1, now.total()))));
        } else {
            sentences.add("Matching them costs the whole cohort nothing: it is one of several equally good ways.");
        }
        changes(pool, now, then, pair).ifPresent(sentences::add);
    }

    /** Who else would meet somebody new, so that the two can be together. */
    private static Optional<String> changes(Pool pool, Solution now, Solution then, List<Integer> pair) {
        Set<Set<Integer>> before = new HashSet<>();
        now.groups().forEach(g -> before.add(Set.copyOf(g)));
        List<String> changes = new ArrayList<>(then.groups().stream()
                .filter(g -> !g.equals(pair) && !before.contains(Set.copyOf(g)))
                .limit(CHANGES_NAMED)
                .map(g ->
                        Names.and(g.stream().map(pool::at).map(Candidate::name).toList()) + " would meet")
                .toList());
        then.left().stream()
                .filter(i -> !now.left().contains(i))
                .limit(CHANGES_NAMED)
                .forEach(i -> changes.add(pool.at(i).name() + " would be left over"));
        return changes.isEmpty() ? Optional.empty() : Optional.of("Then " + String.join("; ", changes) + ".");
    }
}
