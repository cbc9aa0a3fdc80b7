package org.seealso.matching.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one of two people can give the other: topics, strengths, and what they wrote in their own words. */
final class Gifts {
    private final FreeText texts;

    Gifts(FreeText texts) {
        this.texts = texts;
    }

    /** Topics one can share which the other wants to learn. */
    Optional<Reason> topics(Person sharer, Person learner) {
        Map<String, String> offered = Topics.offered(sharer.who.profile());
        Map<String, String> wanted = Topics.wanted(learner.who.profile());
        List<String> topics =
                wanted.keySet().stream().filter(offered::containsKey).toList();
        if (topics.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Reason.of(
                        sharer,
                        learner,
                        v -> v.say("reason.share", sharer, learner, v.labels().topics(topics, wanted)))
                .drawingOn(sharer, Topics.fields(topics, offered))
                .drawingOn(learner, Topics.fields(topics, wanted))
                .worth(topics.size()));
    }

    Optional<Reason> strengths(Person a, Person b) {
        Person strong = (b.competenciesWanted & a.competencies) != 0 ? a : b;
        Person learner = strong == a ? b : a;
        List<String> common = learner.who.profile().list("competenciesWanted").stream()
                .filter(strong.who.profile().list("competencies")::contains)
                .toList();
        return common.isEmpty()
                ? Optional.empty()
                : Optional.of(Reason.of(
                                strong,
                                learner,
                                v -> v.say(
                                        "reason.strong",
                                        strong,
                                        learner,
                                        v.labels()
                                                .some(common.stream()
                                                        .map(c -> v.labels().inside("competencies", c))
                                                        .toList())))
                        .drawingOn(strong, List.of("competencies"))
                        .drawingOn(learner, List.of("competenciesWanted")));
    }

    /** One sentence for coordinators and one for the members: each may read other answers. */
    List<Reason> wroteAbout(Person a, Person b) {
        List<Reason> reasons = new ArrayList<>();
        for (String reader : List.of(Reason.COORDINATORS, Reason.PARTNER)) {
            Set<String> shared = new LinkedHashSet<>();
            if (!b.mentor) {
                shared.addAll(shared(b, a, reader));
            }
            if (shared.isEmpty() && !a.mentor) {
                shared.addAll(shared(a, b, reader));
            }
            if (!shared.isEmpty()) {
                reasons.add(Reason.only(
                        reader,
                        a,
                        b,
                        v -> v.together(
                                "reason.wrote",
                                a,
                                b,
                                v.labels().listed(shared.stream().map(v::quoted).toList()))));
            }
        }
        return reasons;
    }

    private List<String> shared(Person seeking, Person offering, String reader) {
        return texts.shared(
                written(seeking, FreeText.SEEKING, reader),
                written(offering, FreeText.OFFERING, reader).values());
    }

    private static Map<String, String> written(Person person, List<String> fields, String reader) {
        Map<String, String> texts = new LinkedHashMap<>();
        Profile profile = person.who.profile();
        fields.stream()
                .filter(field -> profile.readersOf(field).contains(reader))
                .forEach(field -> texts.put(field, profile.text(field)));
        return texts;
    }
}
