package org.seealso.mypage;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.Ids;
import org.seealso.engine.Language;
import org.seealso.letter.LetterOrder;
import org.seealso.letter.Letters;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.seealso.people.Participants;
import org.seealso.people.People;
import org.seealso.people.Person;
import org.seealso.rules.PublishedRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Another address: it counts from the moment both the old and the new one have said yes. Which of the two somebody
 * answers from is in the link, so neither letter can answer for the other.
 */
@Component
@Transactional
class NewAddresses {
    private static final Duration PATIENCE = Duration.ofDays(7);
    /** What a link to NEW_ADDRESS carries as its form: from which mailbox it speaks, and of which change. */
    private static final String OLD = "old ";

    private static final String NEW = "new ";

    private final JdbcClient jdbc;
    private final People people;
    private final Participants participants;
    private final Links links;
    private final Letters letters;
    private final PublishedRules rules;
    private final Clock clock;

    NewAddresses(
            JdbcClient jdbc,
            People people,
            Participants participants,
            Links links,
            Letters letters,
            PublishedRules rules,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.participants = participants;
        this.links = links;
        this.letters = letters;
        this.rules = rules;
        this.clock = clock;
    }

    /** An address somebody would like, and who has said yes to it. */
    record Wish(UUID id, UUID personId, String address, Instant expiresAt, boolean oldSaysYes, boolean newSaysYes) {}

    /** WAITS for the other mailbox; TAKEN if another person has that address; KEPT if somebody said no. */
    enum Outcome {
        WAITS,
        DONE,
        KEPT,
        TAKEN
    }

    /** Asks both mailboxes; an earlier wish is forgotten. */
    void ask(Link page, String address) {
        Person person = people.person(page.personId());
        jdbc.sql("delete from address_change where person_id = ?")
                .param(person.id())
                .update();
        UUID id = Ids.next();
        Instant now = clock.instant();
        Instant until = now.plus(PATIENCE);
        jdbc.sql("insert into address_change (id, person_id, address, asked_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(id, person.id(), address, Timestamp.from(now), Timestamp.from(until))
                .update();
        URI fromOld = mint(page, OLD + id, until);
        URI fromNew = mint(page, NEW + id, until);
        letters.write(new LetterOrder(
                "new-address-old",
                rules.current(),
                page.program(),
                person.id(),
                newestPart(person.id()),
                null,
                Map.of("newAddress", address),
                fromOld,
                List.of()));
        letters.writeTo(
                "new-address-new",
                rules.current(),
                page.program(),
                address,
                Language.of(person.language()),
                Map.of("link", fromNew.toString()));
    }

    private @Nullable UUID newestPart(UUID personId) {
        return participants.of(personId).stream().map(p -> p.id()).findFirst().orElse(null);
    }

    private URI mint(Link page, String mailbox, Instant until) {
        return links.mint(new Link(
                Ids.next(),
                Purpose.NEW_ADDRESS,
                Links.State.OPEN,
                rules.current(),
                page.program(),
                page.personId(),
                null,
                null,
                null,
                mailbox,
                until));
    }

    /** What a link is about, unless that is over. */
    Optional<Wish> of(Link link) {
        String mailbox = String.valueOf(link.form());
        return jdbc.sql("select * from address_change where id = ? and expires_at > ?")
                .params(UUID.fromString(mailbox.substring(mailbox.indexOf(' ') + 1)), Timestamp.from(clock.instant()))
                .query(NewAddresses::read)
                .optional();
    }

    /** The wish of a person that still waits for an answer. */
    Optional<Wish> waiting(UUID personId) {
        return jdbc.sql("select * from address_change where person_id = ? and expires_at > ?")
                .params(personId, Timestamp.from(clock.instant()))
                .query(NewAddresses::read)
                .optional();
    }

    Outcome answer(Link link, Wish wish, boolean yes) {
        if (!yes) {
            forget(wish);
            return Outcome.KEPT;
        }
        boolean fromOld = String.valueOf(link.form()).startsWith(OLD);
        jdbc.sql(
                        "update address_change set old_says_yes = old_says_yes or ?, new_says_yes = new_says_yes or ? where id = ?")
                .params(fromOld, !fromOld, wish.id())
                .update();
        Wish now = of(link).orElseThrow();
        if (!now.oldSaysYes() || !now.newSaysYes()) {
            return Outcome.WAITS;
        }
        forget(wish);
        return people.changeAddress(wish.personId(), wish.address()) ? Outcome.DONE : Outcome.TAKEN;
    }

    private void forget(Wish wish) {
        jdbc.sql("delete from address_change where id = ?").param(wish.id()).update();
    }

    private static Wish read(ResultSet row, int n) throws SQLException {
        return new Wish(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("address"),
                row.getTimestamp("expires_at").toInstant(),
                row.getBoolean("old_says_yes"),
                row.getBoolean("new_says_yes"));
    }
}
