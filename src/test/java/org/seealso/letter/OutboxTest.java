package org.seealso.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.mail.Postbox;
import org.seealso.mail.SmtpSink;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of letters when the mail server is gone, unwilling or unclear. Minutes are played as milliseconds. */
@SpringBootTest(
        classes = LetterRooms.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "db-scheduler.polling-interval=50ms",
            "seealso.outbox.retry-delays=100ms, 200ms, 300ms",
            "seealso.outbox.give-up-after=2s",
            "seealso.outbox.probe-every=200ms",
            "seealso.outbox.tell-after=600ms"
        })
@DirtiesContext
class OutboxTest {
    private static int port;

    @Autowired
    Letters letters;

    @Autowired
    Outbox outbox;

    @Autowired
    LetterRepository repository;

    @Autowired
    LetterRooms.Undeliverable undeliverable;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        port = quietPort();
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> port);
    }

    /** Below the range from which the system takes ports for connections: ours must stay free between two servers. */
    private static int quietPort() {
        return new Random()
                .ints(20_000, 30_000)
                .filter(candidate -> {
                    try (ServerSocket free = new ServerSocket(candidate)) {
                        return free.isBound();
                    } catch (IOException e) {
                        return false;
                    }
                })
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void nobodyToldYet() {
        undeliverable.events.clear();
    }

    @Test
    void anOutageLosesNothingAndIsToldOnce() {
        List<People.Reader> readers = IntStream.range(0, 5)
                .mapToObj(i -> new People(jdbc).inMentorship("Reader " + i))
                .toList();
        readers.forEach(this::write);

        await().until(() -> !undeliverable.events.isEmpty());
        assertThat(outbox.waiting()).isEqualTo(5);

        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        try {
            await().until(() -> outbox.waiting() == 0);
            assertThat(readers)
                    .allSatisfy(reader -> assertThat(new Postbox(server).lettersTo(reader.email()))
                            .hasSize(1));
        } finally {
            server.stop();
        }
        assertThat(undeliverable.events).singleElement().satisfies(event -> {
            assertThat(event.everyLetter()).isTrue();
            assertThat(event.reason()).isEqualTo("mail server can't be reached");
        });
    }

    @Test
    void aRefusedAddressNeedsAPersonAndTheOthersGetTheirLetters() {
        People.Reader moved = new People(jdbc).inMentorship("Ana Silva");
        People.Reader reachable = new People(jdbc).inMentorship("Ben Okoro");
        try (SmtpSink server = new SmtpSink(port)
                .answering(to -> to.equals(moved.email()) ? "550 5.1.1 <" + to + "> unknown" : "250 OK")) {
            UUID refused = write(moved);
            write(reachable);
            await().until(() -> outbox.waiting() == 0);

            assertThat(server.received()).isOne();
            assertThat(undeliverable.events).singleElement().satisfies(event -> {
                assertThat(event.letterId()).isEqualTo(refused);
                assertThat(event.personId()).isEqualTo(moved.personId());
                assertThat(event.label()).isEqualTo("Ana Silva");
                assertThat(event.reason()).contains("550").doesNotContain("@");
            });
            assertThat(value(refused, "last_error")).doesNotContain("@");

            letters.resend(refused, "ana.silva@new.example");
            await().until(() -> server.received() == 2);
            await().until(() -> "SENT".equals(value(refused, "state")));
        }
    }

    @Test
    void anAddressThatIsNoneIsRefusedWithoutAskingTheServer() {
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        jdbc.sql("update person set email = ? where id = ?")
                .params("ana silva at home", reader.personId())
                .update();
        UUID letter = write(reader);
        await().until(() -> "REFUSED".equals(value(letter, "state")));
        assertThat(undeliverable.events).hasSize(1);
    }

    @Test
    void aServerThatPutsUsOffIsAskedAgain() {
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        int[] asked = {0};
        try (SmtpSink server = new SmtpSink(port).answering(to -> asked[0]++ < 2 ? "450 4.2.0 greylisted" : "250 OK")) {
            write(reader);
            await().until(() -> outbox.waiting() == 0);
            assertThat(server.received()).isOne();
        }
        assertThat(undeliverable.events).isEmpty();
    }

    @Test
    void aServerThatPutsUsOffForeverIsToldInTheEnd() {
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        try (SmtpSink server = new SmtpSink(port).answering(to -> "452 mailbox full")) {
            UUID letter = write(reader);
            await().until(() -> "REFUSED".equals(value(letter, "state")));
            assertThat(server.received()).isZero();
        }
        assertThat(undeliverable.events).hasSize(1);
    }

    @Test
    void aCutAfterTheLetterGivesAtMostTwoCopiesThatAreRecognisedAsOne() {
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        try (SmtpSink server = new SmtpSink(port).cuttingAfterData(100)) {
            UUID letter = write(reader);
            await().until(() -> "UNKNOWN".equals(value(letter, "state")));
            assertThat(server.messageIds()).hasSize(2).containsOnly("<" + letter + "@localhost>");
        }
        assertThat(undeliverable.events)
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEqualTo("nobody knows whether it arrived"));
    }

    @Test
    void aSingleCutIsHealedByASecondCopy() {
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        try (SmtpSink server = new SmtpSink(port).cuttingAfterData(1)) {
            UUID letter = write(reader);
            await().until(() -> "SENT".equals(value(letter, "state")));
            assertThat(server.messageIds()).hasSize(2).containsOnly("<" + letter + "@localhost>");
        }
        assertThat(undeliverable.events).isEmpty();
    }

    @Test
    void aLetterInTheHandsOfASenderThatDiedIsSentOnceMore() {
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        try (SmtpSink server = new SmtpSink(port)) {
            UUID letter = new TransactionTemplate(transactions).execute(status -> {
                UUID id = write(reader);
                repository.claim(id);
                return id;
            });
            await().until(() -> "SENT".equals(value(letter, "state")));
            assertThat(server.received()).isOne();
            assertThat(value(letter, "doubts")).isEqualTo("1");
        }
    }

    private UUID write(People.Reader reader) {
        return letters.write(new LetterOrder(
                "thanks",
                FolderRules.DEPLOYMENT,
                "mla-peer",
                reader.personId(),
                reader.participantId(),
                reader.mentorshipId(),
                Map.of(),
                null,
                List.of()));
    }

    private String value(UUID letter, String column) {
        return jdbc.sql("select coalesce(" + column + "::text, '') from letter where id = ?")
                .param(letter)
                .query(String.class)
                .single();
    }
}
