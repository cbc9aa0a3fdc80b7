package org.seealso.matching.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which answers of the application forms say what somebody seeks and what they offer, by value and then by field. */
final class Topics {
    private static final List<String> RANKED = List.of("topic1", "topic2", "topic3");
    private static final int MOST_RANKS = 5;

    private Topics() {}

    /** Topics somebody would like to learn, with the field each stands in. */
    static Map<String, String> wanted(Profile profile) {
        return byField(
                profile,
                Stream.concat(Stream.of("topicsSought", "wantToLearn"), RANKED.stream())
                        .toList());
    }

    /** Topics somebody can pass on, with the field each stands in. */
    static Map<String, String> offered(Profile profile) {
        return byField(profile, List.of("canShare", "topicsOffered"));
    }

    static List<String> wantedByBoth(Profile one, Profile other) {
        Set<String> others = wanted(other).keySet();
        return wanted(one).keySet().stream().filter(others::contains).toList();
    }

    /** The field each of these topics stands in. */
    static List<String> fields(List<String> topics, Map<String, String> byField) {
        return topics.stream().map(topic -> byField.getOrDefault(topic, "")).toList();
    }

    /** The topics somebody put in an order, the most wanted first; empty where the form asks for no order. */
    static List<String> ranked(Profile profile) {
        Set<String> ranked = new LinkedHashSet<>(profile.list("topicsSought"));
        RANKED.forEach(field -> ranked.addAll(profile.list(field)));
        return new ArrayList<>(ranked).subList(0, Math.min(MOST_RANKS, ranked.size()));
    }

    private static Map<String, String> byField(Profile profile, List<String> fields) {
        Map<String, String> byField = new LinkedHashMap<>();
        for (String field : fields) {
            profile.list(field).forEach(value -> byField.putIfAbsent(value, field));
        }
        return byField;
    }
}
