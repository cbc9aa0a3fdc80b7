package org.seealso.matching.fit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.seealso.engine.Language;

/** Puts into words what speaks for a group and what to watch, each only for those who may read the answers behind it. */
final class Words {
    private static final int REASONS = 3;
    /** A letter to one of a large group still fits on a page. */
    private static final int TOLD = 6;

    /** Up to so many people every pair is spoken of; in a larger group what concerns all of it. */
    private static final int LAST_SMALL = 3;
    /** So that what two have in common stands in a letter beside what they give each other. */
    private static final int GIFTS_TOLD = 4;

    private final Rules rules;
    private final Points points;
    private final Gifts gifts;
    private final Reasons reasons;
    private final Watch watch;
    private final Labels english;
    private final Map<Language, Labels> labels;

    /** @param labels the words of the forms in each language the people of the pool read, English at least */
    Words(Compiled compiled, Rules rules, Points points, Map<Language, Labels> labels, Refusals refusals) {
        Labels english = Objects.requireNonNull(labels.get(Language.ENGLISH));
        this.english = english;
        this.labels = labels;
        this.rules = rules;
        this.points = points;
        this.gifts = new Gifts(compiled.texts);
        this.reasons = new Reasons(compiled, points, gifts);
        this.watch = new Watch(compiled.frame, points, english, refusals);
    }

    Explained explain(List<Person> group) {
        Voice voice = new Voice(group, null, english);
        boolean large = group.size() > LAST_SMALL;
        int score = 0;
        List<Reason> gives = new ArrayList<>();
        List<List<Reason>> others = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            for (int j = i + 1; j < group.size(); j++) {
                Person a = group.get(i);
                Person b = group.get(j);
                score += rules.forbidden(a, b) ? 0 : points.of(a, b);
                gifts.topics(a, b).ifPresent(gives::add);
                gifts.topics(b, a).ifPresent(gives::add);
                others.add(reasons.of(a, b));
            }
        }
        List<Reason> watched = watch.of(group, large);
        return new Explained(
                score,
                said(large ? bestOfEach(gives) : gives, Reason.COORDINATORS, voice, gives.size()),
                said(bestFirst(others, Reason.COORDINATORS), Reason.COORDINATORS, voice, REASONS),
                said(watched, Reason.COORDINATORS, voice, watched.size()),
                group.stream().map(member -> told(member, gives, others, voice)).toList(),
                bars(group));
    }

    private static List<String> said(List<Reason> reasons, String reader, Voice voice, int most) {
        return reasons.stream()
                .filter(r -> r.mayRead(reader))
                .map(r -> r.sentence().apply(voice))
                .distinct()
                .limit(most)
                .toList();
    }

    /** In a large group the best gift of each of its people. */
    private static List<Reason> bestOfEach(List<Reason> gives) {
        Set<Person> givers = new HashSet<>();
        return gives.stream()
                .sorted(Reason.WEIGHTIEST)
                .filter(gift -> gift.mayRead(Reason.COORDINATORS) && givers.add(gift.a()))
                .toList();
    }

    /** In a trio or group first the best of each of its pairs. */
    private static List<Reason> bestFirst(List<List<Reason>> byPair, String reader) {
        List<List<Reason>> readable = byPair.stream()
                .map(reasons -> reasons.stream().filter(r -> r.mayRead(reader)).toList())
                .toList();
        return Stream.concat(
                        readable.stream().flatMap(r -> r.stream().limit(1)).sorted(Reason.WEIGHTIEST),
                        readable.stream().flatMap(r -> r.stream().skip(1)).sorted(Reason.WEIGHTIEST))
                .toList();
    }

    private List<String> told(Person member, List<Reason> gives, List<List<Reason>> others, Voice voice) {
        List<Reason> mine = gives.stream().filter(r -> r.isAbout(member)).toList();
        List<Reason> best = bestFirst(
                others.stream()
                        .map(reasons ->
                                reasons.stream().filter(r -> r.isAbout(member)).toList())
                        .toList(),
                Reason.PARTNER);
        Voice toMember = voice.to(member, labels.getOrDefault(member.who.language(), english));
        List<Reason> gifts = mine.size() > GIFTS_TOLD
                ? mine.stream().sorted(Reason.WEIGHTIEST).toList()
                : mine;
        return Stream.concat(
                        said(gifts, Reason.PARTNER, toMember, GIFTS_TOLD).stream(),
                        said(best, Reason.PARTNER, toMember, REASONS).stream())
                .limit(TOLD)
                .toList();
    }

    private List<Explained.Bar> bars(List<Person> group) {
        List<Explained.Bar> bars = new ArrayList<>();
        for (Criterion criterion : points.counted()) {
            if (!criterion.caution && isShown(criterion, group)) {
                double sum = 0;
                int pairs = 0;
                for (int i = 0; i < group.size(); i++) {
                    for (int j = i + 1; j < group.size(); j++) {
                        sum += points.share(criterion, group.get(i), group.get(j));
                        pairs++;
                    }
                }
                int percent = (int) Math.round(100 * sum / Math.max(1, pairs));
                // What nobody was asked, such as waiting, is worth a bar only where it counted.
                if (percent > 0 || !criterion.fields.isEmpty()) {
                    bars.add(new Explained.Bar(criterion.words, percent));
                }
            }
        }
        return bars;
    }

    /** Only what somebody answered, and coordinators may read of everybody who did. */
    private static boolean isShown(Criterion criterion, List<Person> group) {
        List<Profile.Written> written = group.stream()
                .flatMap(p -> criterion.fields.stream().map(p.who.profile().fields()::get))
                .filter(w -> w != null)
                .toList();
        return (criterion.fields.isEmpty() || !written.isEmpty())
                && written.stream().allMatch(w -> w.readers().contains(Reason.COORDINATORS));
    }
}
