package org.seealso.matching.fit;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.Language;

/**
 * How people are called in a sentence: by first name, by full name where two of a group share a first name, and "you"
 * for the one who reads it, in the reader's language. Nobody's voice is what coordinators read, in English.
 */
record Voice(List<Person> group, @Nullable Person reader, Labels labels) {
    private static final Labels NO_FORM = new Labels(new Person[0]);

    /** As coordinators read it, of what needs no form's words. */
    static Voice english(List<Person> group) {
        return new Voice(group, null, NO_FORM);
    }

    Voice to(Person member, Labels theirs) {
        return new Voice(group, member, theirs);
    }

    private Language language() {
        return labels.language();
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

    String pair(Person a, Person b) {
        if (a == reader || b == reader) {
            return language().say("pair.youAnd", name(a == reader ? b : a));
        }
        return language().say("pair", name(a), name(b));
    }

    String both(Person a, Person b) {
        boolean me = a == reader || b == reader;
        if (me && group.size() == 2) {
            return language().say("both.you");
        }
        return me
                ? language().say("both.youAnd", name(a == reader ? b : a))
                : language().say("both", name(a), name(b));
    }

    /** A sentence about what two people do together. */
    String together(String sentence, Person a, Person b, String... parts) {
        return say(sentence, both(a, b), parts);
    }

    /** A sentence of which one is the subject and the other the object, in the form that speaks to the reader. */
    String say(String sentence, Person a, Person b, String... parts) {
        String form = a == reader ? ".you" : b == reader ? ".toYou" : "";
        return language()
                .say(
                        sentence + form,
                        Stream.concat(Stream.of(name(a), name(b)), Stream.of(parts))
                                .toArray(String[]::new));
    }

    /** A sentence about a pair, whatever words stand for it. */
    String say(String sentence, String whom, String... parts) {
        return language()
                .say(sentence, Stream.concat(Stream.of(whom), Stream.of(parts)).toArray(String[]::new));
    }

    String moreYears(int years) {
        return years == 1
                ? language().say("years.one")
                : language().say("years.more", language().number(years));
    }

    String quoted(String words) {
        return language().say("quoted", words);
    }
}
