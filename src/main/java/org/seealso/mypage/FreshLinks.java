package org.seealso.mypage;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.seealso.engine.Ids;
import org.seealso.letter.LetterOrder;
import org.seealso.letter.Letters;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.seealso.letter.Links.State;
import org.seealso.people.Cohorts;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.people.People;
import org.seealso.people.Person;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the letter with the link to My page, to the address we know and to no other. */
@Component
@Transactional
class FreshLinks {
    static final Duration LIFE = Duration.ofMinutes(30);
    private static final int MOST_AN_HOUR = 5;

    private final People people;
    private final Participants participants;
    private final Cohorts cohorts;
    private final Links links;
    private final Letters letters;
    private final PublishedRules rules;
    private final Clock clock;

    FreshLinks(
            People people,
            Participants participants,
            Cohorts cohorts,
            Links links,
            Letters letters,
            PublishedRules rules,
            Clock clock) {
        this.people = people;
        this.participants = participants;
        this.cohorts = cohorts;
        this.links = links;
        this.letters = letters;
        this.rules = rules;
        this.clock = clock;
    }

    /** Nothing for an address nobody has, and nothing more for somebody who had several in the last hour. */
    void send(String email) {
        people.find(email)
                .ifPresent(person -> participants.of(person.id()).stream()
                        .findFirst()
                        .filter(newest -> few(person))
                        .ifPresent(newest -> write(person, newest)));
    }

    private boolean few(Person person) {
        return links.mintedSince(person.id(), Purpose.MY_PAGE, clock.instant().minus(Duration.ofHours(1)))
                < MOST_AN_HOUR;
    }

    private void write(Person person, Participant newest) {
        String program = cohorts.cohort(newest.cohortId()).program();
        URI link = mint(Purpose.MY_PAGE, program, person.id(), clock.instant().plus(LIFE));
        letters.write(new LetterOrder(
                "my-page", rules.current(), program, person.id(), newest.id(), null, Map.of(), link, List.of()));
    }

    /** A link that stands for a person as a whole, in none of their parts. */
    URI mint(Purpose purpose, String program, UUID personId, Instant until) {
        return links.mint(new Link(
                Ids.next(), purpose, State.OPEN, rules.current(), program, personId, null, null, null, null, until));
    }
}
