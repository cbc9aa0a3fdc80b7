package org.seealso.matching.fit;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.seealso.matching.optimum.Shape;

/** What forbids a match: for good ({@link #ban}) or as long as nobody knows better ({@link #obstacle}). */
final class Rules {
    /** Nobody may overrule these. */
    enum Ban {
        NONE,
        SAME_PERSON,
        SAME_ROLE,
        NO_PLACE_LEFT,
        NAMED,
        EXCLUDED,
        SAME_EMPLOYER
    }

    /** Why two people have no way to meet: as what they do, and as what is the matter between them. */
    enum Obstacle {
        NONE("", ""),
        LANGUAGE("named no language in common", "no language in common"),
        MODE("named no way of meeting in common", "no way of meeting in common"),
        REGION("can only meet in person, but live in different regions", "only in person, but from another region"),
        CLOCK("can only talk live, but their clocks are too far apart", "clocks too far apart to talk live");

        final String verb;
        final String noun;

        Obstacle(String verb, String noun) {
            this.verb = verb;
            this.noun = noun;
        }
    }

    private final Compiled compiled;
    private final boolean mentors;
    private final boolean employersApart;
    private final int mostMinutesApart;

    Rules(Compiled compiled) {
        this.compiled = compiled;
        this.mentors = compiled.frame.shape() == Shape.MENTOR;
        this.employersApart = compiled.frame.sameEmployer().equals("never");
        this.mostMinutesApart = compiled.frame.maxHoursApart() * 60;
        for (Person person : compiled.people) {
            person.unfit = unfit(person).isPresent();
        }
    }

    boolean forbidden(Person a, Person b) {
        return a.unfit || b.unfit || ban(a, b) != Ban.NONE || obstacle(a, b) != Obstacle.NONE;
    }

    Ban ban(Person a, Person b) {
        if (a.self == b.self) {
            return Ban.SAME_PERSON;
        }
        if (mentors && a.mentor == b.mentor) {
            return Ban.SAME_ROLE;
        }
        if (mentors && (full(a) || full(b))) {
            return Ban.NO_PLACE_LEFT;
        }
        if (Compiled.contains(a.never, b.place)) {
            return excluded(a.who.personId(), b.who.personId()) ? Ban.EXCLUDED : Ban.NAMED;
        }
        return employersApart && sameEmployer(a, b) ? Ban.SAME_EMPLOYER : Ban.NONE;
    }

    private boolean excluded(UUID a, UUID b) {
        return !a.equals(b) && compiled.excluded.contains(Set.of(a, b));
    }

    private static boolean full(Person person) {
        return person.mentor && person.who.capacity() < 1;
    }

    static boolean sameEmployer(Person a, Person b) {
        if (a.employer != Codes.UNKNOWN && b.employer != Codes.UNKNOWN) {
            return a.employer == b.employer;
        }
        return Codes.agree(a.domain, b.domain);
    }

    Obstacle obstacle(Person a, Person b) {
        if (a.languages != 0 && b.languages != 0 && (a.languages & b.languages) == 0) {
            return Obstacle.LANGUAGE;
        }
        if (a.modes == 0 || b.modes == 0) {
            return Obstacle.NONE;
        }
        long modes = a.modes & b.modes;
        if (modes == 0) {
            return Obstacle.MODE;
        }
        boolean near = (modes & compiled.inPerson) != 0 && !Codes.differ(a.region, b.region);
        if (near || (modes & compiled.written) != 0) {
            return Obstacle.NONE;
        }
        if ((modes & ~compiled.inPerson) == 0) {
            return Obstacle.REGION;
        }
        return minutesApart(a, b) > mostMinutesApart ? Obstacle.CLOCK : Obstacle.NONE;
    }

    /** How far two clocks are apart, the shorter way round; 0 where a time zone is not known. */
    static int minutesApart(Person a, Person b) {
        if (a.clock == Person.NO_CLOCK || b.clock == Person.NO_CLOCK) {
            return 0;
        }
        int apart = Math.abs(a.clock - b.clock);
        return Math.min(apart, 24 * 60 - apart);
    }

    Optional<String> unfit(Person person) {
        if (!mentors || !person.mentor) {
            return Optional.empty();
        }
        String first = person.who.firstName();
        int wanted = compiled.frame.mentorMinYears();
        if (person.years != Person.NO_YEARS && person.years < wanted) {
            return Optional.of(first + " has " + years(person.years) + " of library work; mentors in this program need "
                    + wanted + ".");
        }
        return full(person) ? Optional.of(first + " has no place free for another mentee.") : Optional.empty();
    }

    static String years(int years) {
        return years == 1 ? "1 year" : years + " years";
    }
}
