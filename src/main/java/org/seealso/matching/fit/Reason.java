package org.seealso.matching.fit;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** One sentence about two people, who may read the answers it gives away, and how many points it carries. */
record Reason(Person a, Person b, Function<Voice, String> sentence, Set<String> readers, double points) {
    static final String COORDINATORS = "coordinators";
    static final String PARTNER = "partner";
    static final Comparator<Reason> WEIGHTIEST =
            Comparator.comparingDouble(Reason::points).reversed();

    /** Readable for whoever may read these answers of both, as far as they were given. */
    static Reason of(Person a, Person b, Function<Voice, String> sentence, String... fields) {
        Reason reason = new Reason(a, b, sentence, Set.of(COORDINATORS, PARTNER), 0);
        return reason.drawingOn(a, given(a, fields)).drawingOn(b, given(b, fields));
    }

    private static List<String> given(Person person, String... fields) {
        return List.of(fields).stream()
                .filter(person.who.profile().fields()::containsKey)
                .toList();
    }

    static Reason only(String reader, Person a, Person b, Function<Voice, String> sentence) {
        return new Reason(a, b, sentence, Set.of(reader), 0);
    }

    /** About topics both want to learn. */
    static Reason wanted(Person a, Person b, List<String> topics, Function<Voice, String> sentence) {
        return of(a, b, sentence)
                .drawingOn(a, Topics.fields(topics, Topics.wanted(a.who.profile())))
                .drawingOn(b, Topics.fields(topics, Topics.wanted(b.who.profile())));
    }

    /** Readable only for those who may also read these answers of one of the two; for nobody where one is missing. */
    Reason drawingOn(Person person, Collection<String> fields) {
        Set<String> fewer = new HashSet<>(readers);
        fields.forEach(field -> fewer.retainAll(person.who.profile().readersOf(field)));
        return new Reason(a, b, sentence, fewer, points);
    }

    Reason worth(double worth) {
        return new Reason(a, b, sentence, readers, worth);
    }

    boolean isAbout(Person person) {
        return a == person || b == person;
    }

    boolean mayRead(String reader) {
        return readers.contains(reader);
    }
}
