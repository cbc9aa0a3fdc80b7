package org.seealso.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** A mailbox as providers have them, over TLS and with a password; and what an admin reads if it can't be read. */
class MailboxTest {
    private static final String USER = "mentors@example.org";
    private static final String PASSWORD = "right";
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(Mailbox.class);

    private static GreenMail server;
    private static Path certificate;

    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    private final Heard heard = new Heard(log);

    /** The certificate is for “localhost”, signed by itself. */
    @BeforeAll
    static void aServerWithTls(@TempDir Path folder) throws IOException, InterruptedException {
        certificate = folder.resolve("localhost.p12");
        run(
                "keytool",
                "-genkeypair",
                "-alias",
                "mail",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-validity",
                "2",
                "-keystore",
                certificate.toString());
        System.setProperty("greenmail.tls.keystore.file", certificate.toString());
        try {
            server = new GreenMail(new ServerSetup[] {
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS)
            });
            server.start();
        } finally {
            System.clearProperty("greenmail.tls.keystore.file");
        }
        server.setUser(USER, USER, PASSWORD)
                .deliver(GreenMailUtil.createTextEmail(
                        USER,
                        "ana@example.com",
                        "Re: How is it going?",
                        "1) 3",
                        server.getImap().getServerSetup()));
    }

    @AfterAll
    static void over() {
        server.stop();
    }

    @BeforeEach
    void listen() {
        heard.start();
        LOG.addAppender(heard);
    }

    @AfterEach
    void enough() {
        LOG.detachAppender(heard);
    }

    @Test
    void whatArrivesIsReadOverTls() throws IOException, InterruptedException {
        assertThat(whoeverTrustsTheCertificateReads("localhost")).contains("Read: Re: How is it going?");
    }

    @Test
    void aCertificateForAnotherNameIsNotTrusted() throws IOException, InterruptedException {
        assertThat(whoeverTrustsTheCertificateReads("127.0.0.1"))
                .contains("Read: The mailbox can't be read: this machine does not trust", "for another name");
    }

    @Test
    void aCertificateNobodyVouchesForIsNotTrusted() throws InterruptedException {
        assertThat(troubleWith(settings("localhost", server.getImaps().getPort(), PASSWORD, true, "INBOX")))
                .contains("does not trust the certificate of localhost:", "IMAP_HOST", "trustStore");
    }

    @Test
    void aServerWithoutTlsIsNotReadUnlessSaidSo() throws InterruptedException {
        assertThat(troubleWith(settings("localhost", server.getImap().getPort(), PASSWORD, true, "INBOX")))
                .contains("does not speak TLS there", "IMAP_PORT is usually 993");
    }

    @Test
    void aWrongPasswordIsSaidAndNotRepeated() throws InterruptedException {
        assertThat(troubleWith(settings("localhost", server.getImap().getPort(), "wrong", false, "INBOX")))
                .contains("does not accept IMAP_USER with this IMAP_PASSWORD")
                .doesNotContain("wrong", USER);
    }

    @Test
    void aFolderThatIsMissingIsNamed() throws InterruptedException {
        assertThat(troubleWith(settings("localhost", server.getImap().getPort(), PASSWORD, false, "Replies")))
                .contains("no folder “Replies”", "IMAP_FOLDER");
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws InterruptedException {
        assertThat(troubleWith(settings("localhost", 1, PASSWORD, true, "INBOX")))
                .contains("nothing answers at localhost:1", "IMAP_HOST and IMAP_PORT");
        assertThat(troubleWith(settings("mail.invalid", 0, PASSWORD, true, "INBOX")))
                .contains("mail.invalid", "IMAP_HOST");
    }

    /** The first thing it says; nothing more may be said while nothing changes. */
    private String troubleWith(InboxSettings settings) throws InterruptedException {
        Mailbox mailbox = mailbox(settings, new Addressee() {
            @Override
            public void take(Incoming message) {
                throw new AssertionError("it was read");
            }

            @Override
            public void giveToAPerson(Incoming message) {
                throw new AssertionError("it was read");
            }
        });
        mailbox.start();
        try {
            String first = log.poll(30, TimeUnit.SECONDS);
            assertThat(log.poll(500, TimeUnit.MILLISECONDS)).isNull();
            return String.valueOf(first);
        } finally {
            mailbox.stop();
        }
    }

    /** Whom a Java trusts is settled when it starts, so this is one of its own. */
    private static String whoeverTrustsTheCertificateReads(String host) throws IOException, InterruptedException {
        return run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djavax.net.ssl.trustStore=" + certificate,
                "-Djavax.net.ssl.trustStorePassword=changeit",
                "-cp",
                System.getProperty("java.class.path"),
                Reads.class.getName(),
                host,
                String.valueOf(server.getImaps().getPort()));
    }

    private static InboxSettings settings(String host, int port, String password, boolean tls, String folder) {
        return new InboxSettings(
                host, port, USER, password, tls, folder, "", "", "", "", Duration.ofMillis(100), 5_000_000);
    }

    private static Mailbox mailbox(InboxSettings settings, Addressee addressee) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("addressee", addressee);
        return new Mailbox(settings, beans.getBeanProvider(Addressee.class), USER);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    /** What the log says of the mailbox. */
    private static final class Heard extends AppenderBase<ILoggingEvent> {
        private final BlockingQueue<String> lines;

        Heard(BlockingQueue<String> lines) {
            this.lines = lines;
        }

        @Override
        protected void append(ILoggingEvent line) {
            lines.add(line.getFormattedMessage());
        }
    }

    /** Says the subject of what it reads, or what the log says instead. */
    static final class Reads {
        private Reads() {}

        public static void main(String[] server) throws InterruptedException {
            BlockingQueue<String> read = new LinkedBlockingQueue<>();
            Heard heard = new Heard(read);
            heard.start();
            LOG.addAppender(heard);
            Mailbox mailbox =
                    mailbox(settings(server[0], Integer.parseInt(server[1]), PASSWORD, true, "INBOX"), new Addressee() {
                        @Override
                        public void take(Incoming message) {
                            read.add(message.subject());
                        }

                        @Override
                        public void giveToAPerson(Incoming message) {
                            read.add("given to a person");
                        }
                    });
            mailbox.start();
            System.out.println("Read: " + read.poll(30, TimeUnit.SECONDS));
            mailbox.stop();
        }
    }
}
