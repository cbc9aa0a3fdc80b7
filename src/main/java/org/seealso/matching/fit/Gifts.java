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
    private final Labels labels;

    Gifts(FreeText texts, Labels labels) {
        this.texts = texts;
        this.labels = labels;
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
        String list = labels.topics(topics, wanted);
        return Optional.of(Reason.of(
                        sharer,
                        learner,
                        v -> v.start(sharer) + " can share " + list + ", which " + v.name(learner) + " "
                                + v.verb(learner, "wants", "want") + " to learn.")
                .drawingOn(sharer, Topics.fields(topics, offered))
                .drawingOn(learner, Topics.fields(topics, wanted))
                .worth(topics.size()));
    }

    Optional<Reason> strengths(Person a, Person b) {
        Person strong = (b.competenciesWanted & a.competencies) != 0 ? a : b;
        Person learner = strong == a ? b : a;
        List<String> common = learner.who.profile().list("competenciesWanted").stream()
                .filter(strong.who.profile().list("competencies")::contains)
                .map(c -> labels.inside("competencies", c))
                .toList();
        return common.isEmpty()
                ? Optional.empty()
                : Optional.of(Reason.of(
                                strong,
                                learner,
                                v -> v.start(strong) + " " + v.verb(strong, "is", "are") + " strong in "
                                        + Labels.some(common) + ", where " + v.name(learner)
                                        + " would like to grow.")
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
                String about = Labels.joined(
                        shared.stream().map(phrase -> "“" + phrase + "”").toList(), "and");
                reasons.add(Reason.only(reader, a, b, v -> v.both(a, b) + " wrote about " + about + "."));
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
