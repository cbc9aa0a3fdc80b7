package org.seealso.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.TestClock;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.seealso.letter.Links.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SeeAlsoTest
class LinksTest {
    @Autowired
    Links links;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    People.Reader reader;

    @BeforeEach
    void somebody() {
        clock.set(Instant.parse("2025-12-01T15:00:00Z"));
        reader = new People(jdbc).inMentorship("Ana Silva");
    }

    @Test
    void opensForItsHolderAndNobodyElse() {
        URI address = links.mint(link(Purpose.FORM, "p1"));
        assertThat(address.toString()).matches("http://localhost:8080/f/[A-Za-z0-9_-]{43}");
        assertThat(links.open(token(address))).hasValueSatisfying(link -> {
            assertThat(link.state()).isEqualTo(State.OPEN);
            assertThat(link.form()).isEqualTo("check-in");
        });
        assertThat(links.open("x".repeat(43))).isEmpty();
        assertThat(links.open("")).isEmpty();
    }

    @Test
    void theDatabaseDoesNotKnowTheToken() {
        URI address = links.mint(link(Purpose.FORM, "p1"));
        byte[] raw = token(address).getBytes(StandardCharsets.US_ASCII);
        assertThat(jdbc.sql("select link::text from link where person_id = ?")
                        .param(reader.personId())
                        .query(String.class)
                        .single())
                .doesNotContain(token(address))
                .doesNotContain(java.util.HexFormat.of().formatHex(raw));
    }

    @Test
    void expiresByTheClock() {
        Link link = link(Purpose.FORM, "p1");
        URI address = links.mint(link);
        clock.set(link.expiresAt());
        assertThat(links.open(token(address))).map(Link::state).hasValue(State.EXPIRED);
        assertThat(links.byPublicId(link.publicId())).map(Link::state).hasValue(State.EXPIRED);
    }

    @Test
    void closesWithItsForm() {
        String process = UUID.randomUUID().toString();
        URI answered = links.mint(link(Purpose.FORM, process));
        URI other = links.mint(link(Purpose.FORM, UUID.randomUUID().toString()));
        links.close(process, State.ANSWERED);
        links.close(process, State.WITHDRAWN);
        assertThat(links.open(token(answered))).map(Link::state).hasValue(State.ANSWERED);
        assertThat(links.open(token(other))).map(Link::state).hasValue(State.OPEN);
    }

    @Test
    void somebodyWhoLeftKeepsTheirVoice() {
        for (Purpose purpose : Purpose.values()) {
            URI address = links.mint(link(purpose, "p-" + purpose));
            links.withdrawAll(reader.participantId());
            boolean voice = Set.of(Purpose.HELP, Purpose.CONDUCT_REPORT, Purpose.OPTIONAL_LETTERS)
                    .contains(purpose);
            assertThat(links.open(token(address))).map(Link::state).hasValue(voice ? State.OPEN : State.WITHDRAWN);
        }
    }

    @Test
    void whoLeavesOneMentorshipKeepsTheLinksOfAnother() {
        URI address = links.mint(link(Purpose.PLANS, null));
        links.withdrawAll(reader.participantId(), UUID.randomUUID());
        assertThat(links.open(token(address))).map(Link::state).hasValue(State.OPEN);
        links.withdrawAll(reader.participantId(), reader.mentorshipId());
        assertThat(links.open(token(address))).map(Link::state).hasValue(State.WITHDRAWN);
    }

    @Test
    void aDraftWaitsUntilTheFormIsAnswered() {
        Link link = link(Purpose.FORM, UUID.randomUUID().toString());
        links.mint(link);
        assertThat(links.draft(link.publicId())).isEmpty();
        links.saveDraft(link.publicId(), "{\"note\": \"été\"}");
        assertThat(links.draft(link.publicId())).hasValue("{\"note\": \"été\"}");
        links.close(java.util.Objects.requireNonNull(link.processInstance()), State.ANSWERED);
        assertThat(links.draft(link.publicId())).isEmpty();
    }

    @Test
    void aConductReportHasNoDraft() {
        Link link = link(Purpose.CONDUCT_REPORT, null);
        links.mint(link);
        links.saveDraft(link.publicId(), "{\"what\": \"something\"}");
        assertThat(links.draft(link.publicId())).isEmpty();
    }

    private Link link(Purpose purpose, @Nullable String process) {
        return new Link(
                UUID.randomUUID(),
                purpose,
                State.OPEN,
                FolderRules.DEPLOYMENT,
                "mla-peer",
                reader.personId(),
                reader.participantId(),
                reader.mentorshipId(),
                process,
                purpose == Purpose.FORM ? "check-in" : null,
                clock.instant().plus(Duration.ofDays(10)));
    }

    private static String token(URI address) {
        return address.getPath().substring("/f/".length());
    }
}
