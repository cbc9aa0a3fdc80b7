package org.seealso.matching.fit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How people are called in a sentence: by first name, by full name where two of a group share a first name, and "you"
 * for the one who reads it.
 */
record Voice(List<Person> group, @Nullable Person reader) {
    Voice to(Person member) {
        return new Voice(group, member);
    }

    /** In the middle of a sentence. */
    String name(Person person) {
        if (person == reader) {
            return "you";
        }
        boolean alone = group.stream()
                        .filter(p -> p.who.firstName().equalsIgnoreCase(person.who.firstName()))
                        .count()
                == 1;
        return alone ? person.who.firstName() : person.who.name();
    }

    /** At the beginning of one. */
    String start(Person person) {
        return person == reader ? "You" : name(person);
    }

    /** "Ana wants", "you want". */
    String verb(Person person, String said, String toYou) {
        return person == reader ? toYou : said;
    }

    String pair(Person a, Person b) {
        return b == reader ? "You and " + name(a) : start(a) + " and " + name(b);
    }

    String both(Person a, Person b) {
        boolean alone = group.size() == 2 && (a == reader || b == reader);
        return alone ? "You both" : pair(a, b) + " both";
    }
}
