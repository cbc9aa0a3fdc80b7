package org.seealso.matching.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seealso.matching.optimum.Shape;

/** Why somebody is in no group, and what would help those who are in none. */
final class Leftovers {
    private static final int TOPICS_NAMED = 2;

    private final Compiled compiled;
    private final Rules rules;
    private final Labels labels;

    Leftovers(Compiled compiled, Rules rules, Labels labels) {
        this.compiled = compiled;
        this.rules = rules;
        this.labels = labels;
    }

    String whyLeft(Person left) {
        String first = left.who.firstName();
        String unfit = rules.unfit(left).orElse("");
        if (!unfit.isEmpty()) {
            return unfit;
        }
        if (compiled.people.length == 1) {
            return "Nobody else is in the pool.";
        }
        boolean mentors = compiled.frame.shape() == Shape.MENTOR;
        List<Person> others = Stream.of(compiled.people)
                .filter(p -> p != left && !(mentors && p.mentor == left.mentor))
                .toList();
        if (others.isEmpty()) {
            return left.mentor ? "There is no mentee in the pool." : "There is no mentor in the pool.";
        }
        String noun = !mentors ? "person" : left.mentor ? "mentee" : "mentor";
        long possible = others.stream().filter(p -> !rules.forbidden(left, p)).count();
        if (possible > 0) {
            return possible == 1
                    ? "The only one " + first + " could be matched with is needed by somebody else."
                    : "Everybody " + first + " could be matched with (" + count(possible, noun)
                            + ") is needed by somebody else.";
        }
        Map<String, Long> reasons = others.stream()
                .collect(Collectors.groupingBy(p -> reason(left, p), LinkedHashMap::new, Collectors.counting()));
        String among = reasons.entrySet().stream()
                .map(e -> reasons.size() == 1 ? e.getKey() : "with " + e.getValue() + ", " + e.getKey())
                .collect(Collectors.joining("; "));
        return first + " can't be matched with "
                + (others.size() == 1
                        ? mentors ? "the only " + noun : "the only other person"
                        : "any of the " + count(others.size(), noun))
                + ": "
                + among + ".";
    }

    private static String count(long number, String noun) {
        return number + " " + (number == 1 ? noun : noun.equals("person") ? "people" : noun + "s");
    }

    private String reason(Person left, Person other) {
        if (other.unfit) {
            return "who can be in no match now";
        }
        return switch (rules.ban(left, other)) {
            case NAMED -> "one of them asked not to be matched with the other or works for them";
            case EXCLUDED -> "an earlier match, a decline or a coordinator rules it out";
            case SAME_EMPLOYER -> "the same employer";
            case SAME_PERSON -> "it is the same person";
            case NO_PLACE_LEFT -> "no place free for another mentee";
            case SAME_ROLE, NONE -> rules.obstacle(left, other).noun;
        };
    }

    /** The people who would help most, by what those left over look for; nothing only the matching may read. */
    List<String> wouldHelp(List<Person> left) {
        List<Person> waiting = left.stream()
                .filter(p -> !p.unfit && (compiled.frame.shape() != Shape.MENTOR || !p.mentor))
                .toList();
        if (waiting.isEmpty()) {
            return mentorsWithPlaces(left);
        }
        return switch (compiled.frame.shape()) {
            case MENTOR -> List.of(sentence(mentorsNeeded(waiting.size()), "mentor", waiting));
            case PEER -> List.of(sentence(waiting.size() % 2 == 0 ? 2 : 1, "person", waiting));
            case GROUP -> List.of(sentence(waiting.size() == 1 ? 2 : 1, "person", waiting));
        };
    }

    private List<String> mentorsWithPlaces(List<Person> left) {
        long idle = left.stream().filter(p -> p.mentor && !p.unfit).count();
        return idle == 0
                ? List.of()
                : List.of(
                        idle == 1
                                ? "One mentor still has a place free: one more mentee could be helped."
                                : Labels.start(idle)
                                        + " mentors still have places free: more mentees could be helped.");
    }

    /** As many as the mentors of this pool usually take would need. */
    private int mentorsNeeded(int mentees) {
        int[] places = Stream.of(compiled.people)
                .filter(p -> p.mentor && !p.unfit)
                .mapToInt(p -> p.who.capacity())
                .sorted()
                .toArray();
        int usual = places.length == 0 ? 1 : places[places.length / 2];
        return (mentees + usual - 1) / usual;
    }

    private String sentence(int number, String noun, List<Person> left) {
        String more = number == 1
                ? "One more " + noun
                : Labels.start(number) + " more " + (noun.equals("person") ? "people" : noun + "s");
        String who = who(left, number == 1);
        return more + " would help most" + (who.isEmpty() ? "" : ", who " + who) + ".";
    }

    private String who(List<Person> left, boolean one) {
        List<String> can = new ArrayList<>();
        List<String> topics = mostOften(left, p -> Topics.wanted(p.who.profile()), TOPICS_NAMED);
        if (!topics.isEmpty()) {
            can.add("can " + (compiled.frame.shape() == Shape.MENTOR ? "offer " : "share ")
                    + Labels.joined(topics, "or"));
        }
        List<String> kinds = mostOften(left, p -> wantsTheirKind(p) ? field(p, "libraryType") : Map.of(), 1);
        if (!kinds.isEmpty()) {
            can.add((one ? "knows" : "know") + " the kind of library they asked for: " + kinds.get(0));
        }
        List<Person> unheard = left.stream().filter(this::isBarredByLanguage).toList();
        List<String> languages = mostOften(unheard, p -> fields(p, "languages"), 1);
        String speak = languages.isEmpty() ? "" : (one ? "speaks " : "speak ") + languages.get(0);
        return Stream.of(speak, can.isEmpty() ? "" : Labels.joined(can, "or"))
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" and "));
    }

    private static boolean wantsTheirKind(Person person) {
        return person.libraryTypeWish == Person.Wish.ALIKE
                && person.libraryType >= 0
                && person.who.profile().readersOf("libraryTypeWish").contains(Reason.COORDINATORS);
    }

    private boolean isBarredByLanguage(Person person) {
        return Stream.of(compiled.people)
                .filter(other -> other != person && rules.ban(person, other) == Rules.Ban.NONE)
                .allMatch(other -> rules.obstacle(person, other) == Rules.Obstacle.LANGUAGE);
    }

    private static Map<String, String> field(Person person, String field) {
        return Map.of(person.who.profile().text(field), field);
    }

    private static Map<String, String> fields(Person person, String field) {
        return person.who.profile().list(field).stream().distinct().collect(Collectors.toMap(v -> v, v -> field));
    }

    /** The words of the values most of these people gave; of equally frequent ones the first in the alphabet. */
    private List<String> mostOften(List<Person> people, Function<Person, Map<String, String>> values, int most) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Person person : people) {
            values.apply(person).forEach((value, field) -> {
                if (person.who.profile().readersOf(field).contains(Reason.COORDINATORS)) {
                    counts.merge(labels.inside(field, value), 1, Integer::sum);
                }
            });
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
