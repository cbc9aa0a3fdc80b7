package org.seealso.reply;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.seealso.Stage;
import org.seealso.TestServers;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Ana is asked a check-in by letter, and what she or anybody else writes back arrives over IMAP. */
@TestPropertySource(
        properties = {
            "seealso.mail.inbox.host=127.0.0.1",
            "seealso.mail.inbox.port=${seealso.test.imap-port}",
            "seealso.mail.inbox.user=" + Correspondence.PROGRAM,
            "seealso.mail.inbox.password=" + Correspondence.PROGRAM,
            "seealso.mail.inbox.address=" + Correspondence.PROGRAM,
            "seealso.mail.inbox.tls=false",
            "seealso.mail.inbox.authserv=mx.mentors.example",
            "seealso.mail.inbox.poll-every=2s",
            "seealso.mail.inbox.largest=300000"
        })
abstract class Correspondence {
    static final String PROGRAM = "program@mentors.example";
    static final String PROVEN = "mx.mentors.example; spf=pass smtp.mailfrom=library.example;"
            + " dkim=pass header.d=library.example; dmarc=pass (p=QUARANTINE) header.from=library.example";

    @Autowired
    Stage stage;

    @Autowired
    Answers answers;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    Participant ana;
    Participant ben;
    Mentorship mentorship;
    ProcessInstance asking;
    /** The letter as it reached Ana. */
    MimeMessage letter;

    @BeforeEach
    void anaIsAskedACheckIn() {
        stage.opensOn("2026-03-02");
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        mentorship = stage.underWay(cohort, ana, ben);
        asking = stage.ask(ana, mentorship, "check-in");
        letter = newestLetter("check-in");
    }

    /** Half of the corpus cannot be read back, and every other test reads the same mailboxes. */
    @AfterEach
    void theMailboxesAreEmptied() throws FolderException {
        TestServers.MAIL.purgeEmailFromAllMailboxes();
    }

    /** The newest letter with this name to Ana, once it has arrived. */
    MimeMessage newestLetter(String name) {
        String id = jdbc.sql("select message_id from letter where participant_id = ? and name = ?"
                        + " order by created_at desc limit 1")
                .params(ana.id(), name)
                .query(String.class)
                .single();
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> arrived(id), found -> !found.isEmpty())
                .get(0);
    }

    private static List<MimeMessage> arrived(String id) {
        return Arrays.stream(TestServers.MAIL.getReceivedMessages())
                .filter(message -> {
                    try {
                        return id.equals(message.getMessageID());
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    /** Puts a message into the program's mailbox, as a mail server does, and waits until it was dealt with. */
    UUID arrives(String message) {
        return arrives(message.getBytes(StandardCharsets.UTF_8));
    }

    UUID arrives(byte[] message) {
        List<UUID> before = mails();
        put(message);
        await().atMost(Duration.ofSeconds(20)).until(() -> mails().size() > before.size());
        stage.time.settle();
        return mails().stream().filter(id -> !before.contains(id)).findFirst().orElseThrow();
    }

    void put(byte[] message) {
        try {
            Properties properties = new Properties();
            TestServers.MAIL
                    .setUser(PROGRAM, PROGRAM, PROGRAM)
                    .deliver(new MimeMessage(Session.getInstance(properties), new ByteArrayInputStream(message)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<UUID> mails() {
        return jdbc.sql("select id from incoming_mail").query(UUID.class).list();
    }

    long dealtWith() {
        return jdbc.sql("select count(*) from incoming_mail").query(Long.class).single();
    }

    String outcome(UUID mail) {
        return jdbc.sql("select outcome from incoming_mail where id = ?")
                .param(mail)
                .query(String.class)
                .single();
    }

    /** A reply of Ana's in plain text, from her own address, as her mail server proves. */
    String reply(String text) throws MessagingException {
        return message(ana.person().email(), replyAddress(), text);
    }

    String message(String from, String to, String text) {
        return """
                Return-Path: <%s>
                Authentication-Results: %s
                From: Ana Silva <%s>
                To: %s
                Subject: Re: 30 seconds: how is it going?
                Message-ID: <%s@library.example>
                Date: Mon, 2 Mar 2026 12:00:00 -0600
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                %s
                """.formatted(from, PROVEN, from, to, UUID.randomUUID(), text).replace("\n", "\r\n");
    }

    String replyAddress() throws MessagingException {
        return letter.getReplyTo()[0].toString();
    }

    /** What Ana answered in the check-in: field → words. */
    Map<String, String> answered() {
        Map<String, String> all = new java.util.TreeMap<>();
        for (Answer answer : answers.ofParticipant(ana.id(), "check-in")) {
            all.put(answer.field(), answer.shown());
        }
        return all;
    }

    boolean waits() {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(asking.getId())
                        .count()
                > 0;
    }

    /** What stands beside a coordinator's task about a message: field → words. */
    Map<String, String> beside(UUID mail) {
        Map<String, String> all = new java.util.TreeMap<>();
        answers.ofSubmission(mail).forEach(answer -> all.put(answer.field(), answer.shown()));
        return all;
    }

    ProcessInstance reading(UUID mail) {
        return stage.running("reply", mail).get(0);
    }

    static String text(MimeMessage message) {
        try {
            return Stage.mail(message.getRecipients(Message.RecipientType.TO)[0].toString()).stream()
                    .reduce("", (first, last) -> last);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] file(String name) {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/mail", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
