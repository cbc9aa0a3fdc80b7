package org.seealso.matching.fit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seealso.matching.optimum.Shape;

/** Why somebody is in no group, and what would help those who are in none. */
final class Leftovers {
    private final Pool pool;
    private final Rules rules;

    Leftovers(Pool pool, Rules rules) {
        this.pool = pool;
        this.rules = rules;
    }

    String whyLeft(Person left) {
        String first = left.who.firstName();
        String unfit = rules.unfit(left).orElse("");
        if (!unfit.isEmpty()) {
            return unfit;
        }
        if (pool.people.length == 1) {
            return "Nobody else is in the pool.";
        }
        boolean mentors = pool.frame.shape() == Shape.MENTOR;
        List<Person> others = Stream.of(pool.people)
                .filter(p -> p != left && !(mentors && p.mentor == left.mentor))
                .toList();
        if (others.isEmpty()) {
            return left.mentor ? "There is no mentee in the pool." : "There is no mentor in the pool.";
        }
        long possible = others.stream().filter(p -> !rules.forbidden(left, p)).count();
        if (possible > 0) {
            return "Everybody " + first + " could be matched with is needed by somebody else: "
                    + people(possible, mentors, !left.mentor) + ".";
        }
        Map<String, Long> reasons = others.stream()
                .collect(Collectors.groupingBy(p -> reason(left, p), LinkedHashMap::new, Collectors.counting()));
        return first + " can't be matched with " + (others.size() == 1 ? "" : "any of ")
                + (mentors
                        ? (left.mentor
                                ? "the " + count(others.size(), "mentee")
                                : "the " + count(others.size(), "mentor"))
                        : others.size() == 1 ? "the one other person" : "the " + others.size() + " others")
                + ": "
                + reasons.entrySet().stream()
                        .map(e -> "with " + e.getValue() + ", " + e.getKey())
                        .collect(Collectors.joining("; "))
                + ".";
    }

    private static String count(int number, String noun) {
        return number == 1 ? "one " + noun : number + " " + noun + "s";
    }

    private static String people(long number, boolean mentors, boolean wantsMentor) {
        String noun = mentors ? (wantsMentor ? "mentor" : "mentee") : "person";
        if (number == 1) {
            return "1 " + noun;
        }
        return number + (mentors ? " " + noun + "s" : " people");
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

    List<String> wouldHelp(List<Person> left) {
        return List.of();
    }
}
