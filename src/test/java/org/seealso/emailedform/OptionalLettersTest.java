package org.seealso.emailedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.TestServers;
import org.seealso.Visitor;
import org.seealso.letter.OptionalLetters;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.people.Cohort;
import org.seealso.people.Participant;
import org.seealso.rules.PublishedRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@SeeAlsoTest
class OptionalLettersTest {
    @Autowired
    Stage stage;

    @Autowired
    ParticipantLetters letters;

    @Autowired
    OptionalLetters optional;

    @Autowired
    PublishedRules rules;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private Participant ana;

    @BeforeEach
    void anaTakesPart() {
        stage.opensOn("2025-12-01");
        ana = stage.participant(stage.cohort(Cohort.State.RUNNING), "Ana Silva", Participant.State.POOL);
    }

    private void write(String name, Map<String, ?> values) {
        transaction.executeWithoutResult(
                status -> letters.write(name, new Under(rules.current(), "mla-peer"), ana.id(), values));
    }

    private MimeMessage notes() {
        write("session-notes", Map.of("words", "Bring a pencil."));
        String address = ana.person().email();
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> to(address), found -> !found.isEmpty())
                .get(0);
    }

    private static List<MimeMessage> to(String address) {
        return Arrays.stream(TestServers.MAIL.getReceivedMessages())
                .filter(message -> {
                    try {
                        return message.getAllRecipients()[0].toString().equals(address);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private static String oneClick(MimeMessage letter) throws MessagingException {
        assertThat(letter.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        String header = letter.getHeader("List-Unsubscribe", null);
        assertThat(header).matches("<http.*/unsubscribe/[A-Za-z0-9_-]{43}>");
        return URI.create(header.substring(1, header.length() - 1)).getPath();
    }

    @Test
    void aMailProgramsButtonEndsThemAndOnlyThem() throws MessagingException {
        String path = oneClick(notes());
        Visitor program = new Visitor(port);
        // As a mail program posts it: no cookie, no page of ours before.
        assertThat(program.form(path, "", Map.of("List-Unsubscribe", "One-Click"))
                        .statusCode())
                .isEqualTo(200);
        write("session-notes", Map.of("words", "Once more."));
        write("accepted", Map.of());
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("session-notes", "accepted");
    }

    @Test
    void aVisitEndsNothingAndLeadsToTheFormThatAsks() throws MessagingException {
        String path = oneClick(notes());
        Visitor visitor = new Visitor(port);
        String link = visitor.get(path).headers().firstValue("Location").orElseThrow();
        String form = visitor.get(link).headers().firstValue("Location").orElseThrow();
        String page = visitor.get(form).body();
        assertThat(Jsoup.parse(page).select("h1").text()).isEqualTo("Fewer letters");
        assertThat(optional.wanted(ana.person().id(), "mla-peer")).isTrue();

        assertThat(visitor.form(form, page, Map.of("letters", "needed")).body()).contains("only letters you need");
        assertThat(optional.wanted(ana.person().id(), "mla-peer")).isFalse();
        assertThat(visitor.form(form, page, Map.of("letters", "all")).body()).contains("all our letters");
        assertThat(optional.wanted(ana.person().id(), "mla-peer")).isTrue();
    }

    @Test
    void anUnknownAddressIsAnsweredTheSame() {
        Visitor program = new Visitor(port);
        String path = "/unsubscribe/" + "a".repeat(43);
        assertThat(program.form(path, "", Map.of("List-Unsubscribe", "One-Click"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(program.get("/f/" + "a".repeat(43)).statusCode()).isEqualTo(404);
    }

    @Test
    void aLetterPeopleNeedHasNoSuchButton() throws MessagingException {
        write("accepted", Map.of());
        MimeMessage letter = await().atMost(Duration.ofSeconds(20))
                .until(() -> to(ana.person().email()), found -> !found.isEmpty())
                .get(0);
        assertThat(letter.getHeader("List-Unsubscribe")).isNull();
    }
}
