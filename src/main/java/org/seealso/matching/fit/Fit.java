package org.seealso.matching.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.seealso.engine.Language;
import org.seealso.matching.optimum.Scores;

/** How everybody of a pool suits everybody else, by place; immutable once made. */
public final class Fit implements Scores {
    private final Compiled compiled;
    private final Rules rules;
    private final Points points;
    private final Refusals refusals;
    private final Words words;
    private final Leftovers leftovers;
    /** Asked for only when percents are shown, so worked out then; two threads would find the same. */
    private volatile int best = Scores.FORBIDDEN;

    /** @param excluded pairs of person ids that must never be matched: forbidden, failed or declined before */
    public Fit(Criteria criteria, Frame frame, List<Candidate> pool, Set<Set<UUID>> excluded) {
        this(criteria, frame, pool, excluded, Map.of());
    }

    /** @param translations what the forms call a value in another language, by {@code field/value} */
    public Fit(
            Criteria criteria,
            Frame frame,
            List<Candidate> pool,
            Set<Set<UUID>> excluded,
            Map<Language, Map<String, String>> translations) {
        this.compiled = new Compiled(frame, pool, excluded);
        this.rules = new Rules(compiled);
        this.points = new Points(criteria, compiled);
        Labels labels = new Labels(compiled.people);
        Map<Language, Labels> inEach = new EnumMap<>(Language.class);
        inEach.put(Language.ENGLISH, labels);
        translations.forEach((language, words) -> inEach.put(language, new Labels(labels, language, words)));
        this.refusals = new Refusals(frame, rules);
        this.words = new Words(compiled, rules, points, inEach, refusals);
        this.leftovers = new Leftovers(compiled, rules, labels);
    }

    @Override
    public int of(int a, int b) {
        Person one = compiled.people[a];
        Person other = compiled.people[b];
        return rules.forbidden(one, other) ? FORBIDDEN : points.of(one, other);
    }

    /** The highest score any two of the pool who may be matched have; 0 if none may. */
    public int best() {
        if (best == Scores.FORBIDDEN) {
            best = IntStream.range(0, compiled.people.length)
                    .parallel()
                    .map(a -> IntStream.range(0, a).map(b -> of(a, b)).max().orElse(0))
                    .max()
                    .orElse(0);
            best = Math.max(0, best);
        }
        return best;
    }

    /** Why two people must never be matched, which nobody may overrule, as a sentence for coordinators. */
    public Optional<String> never(int a, int b) {
        return refusals.never(compiled.people[a], compiled.people[b]);
    }

    /** Why two people have no way to meet or to go together, as a sentence; a coordinator who knows better may pair them. */
    public Optional<String> cannot(int a, int b) {
        return refusals.cannot(compiled.people[a], compiled.people[b]);
    }

    /** Why somebody can be in no match at all, such as too few years for a mentor, as a sentence. */
    public Optional<String> unfit(int person) {
        return rules.unfit(compiled.people[person]);
    }

    /** Groups who chose one another in their applications (D1, D14), where nothing forbids it. */
    public List<List<Integer>> chosen() {
        List<List<Integer>> chosen = new ArrayList<>();
        int[] places = Arrays.stream(compiled.people).mapToInt(this::places).toArray();
        for (Person first : compiled.people) {
            List<Integer> group = new ArrayList<>(List.of(first.place));
            for (int next : first.asksFor) {
                if (places[first.place] > 0
                        && places[next] > 0
                        && group.size() < largest()
                        && group.stream().allMatch(member -> choseEachOther(member, next))) {
                    group.add(next);
                }
            }
            if (group.size() > 1) {
                group.forEach(member -> places[member]--);
                if (compiled.people[group.get(1)].mentor) {
                    group = List.of(group.get(1), group.get(0));
                }
                chosen.add(List.copyOf(group));
            }
        }
        return chosen;
    }

    private int places(Person person) {
        return person.mentor ? person.who.capacity() : 1;
    }

    private int largest() {
        return switch (compiled.frame.shape()) {
            case MENTOR -> 2;
            case PEER -> 3;
            case GROUP -> Integer.MAX_VALUE;
        };
    }

    private boolean choseEachOther(int a, int b) {
        return Compiled.contains(compiled.people[a].asksFor, b)
                && Compiled.contains(compiled.people[b].asksFor, a)
                && of(a, b) != FORBIDDEN;
    }

    /** A group in words; for mentors, the mentor stands first. */
    public Explained explain(List<Integer> group) {
        return words.explain(group.stream().map(place -> compiled.people[place]).toList());
    }

    /** Why somebody is in no group, as a sentence or two. */
    public String whyLeft(int person) {
        return leftovers.whyLeft(compiled.people[person]);
    }

    /** What would help those left over, such as "Three more mentors who know public libraries." */
    public List<String> wouldHelp(List<Integer> left) {
        return leftovers.wouldHelp(
                left.stream().map(place -> compiled.people[place]).toList());
    }
}
