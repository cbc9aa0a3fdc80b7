package org.seealso.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;

/** A mail server inside the quick start and rehearsals: takes every letter, keeps it in memory, sends none on. */
public class EmbeddedMailServer implements AutoCloseable {
    static {
        StreamProviders.remember();
    }

    private final PromptGreenMail server;

    private EmbeddedMailServer(PromptGreenMail server) {
        this.server = server;
    }

    /** Starts SMTP and IMAP on this machine only; port 0 takes any free port. */
    public static EmbeddedMailServer start(int smtpPort, int imapPort) {
        PromptGreenMail server = new PromptGreenMail(smtpPort, imapPort);
        server.withConfiguration(GreenMailConfiguration.aConfig()
                .withDisabledAuthentication()
                // Letters to seealso+anything are seealso's, as on a real mail server.
                .withSieveIgnoreDetail());
        server.start();
        return new EmbeddedMailServer(server);
    }

    /** What makes SeeAlso send its letters here. */
    public Map<String, String> outgoing() {
        return Map.of(
                "spring.mail.host", "127.0.0.1",
                "spring.mail.port", Integer.toString(smtpPort()),
                "spring.mail.username", "",
                "spring.mail.password", "",
                "spring.mail.properties.mail.smtp.starttls.enable", "false",
                "spring.mail.properties.mail.smtp.starttls.required", "false");
    }

    /**
     * What makes SeeAlso read replies here.
     *
     * @param address whose mailbox it is, and where letters come from
     * @param pollEvery how often it looks, such as {@code 5s}
     */
    public Map<String, String> incoming(String address, String pollEvery) {
        return Map.of(
                "seealso.mail.from", address,
                "seealso.mail.inbox.host", "127.0.0.1",
                "seealso.mail.inbox.port", Integer.toString(imapPort()),
                "seealso.mail.inbox.user", address,
                "seealso.mail.inbox.password", address,
                "seealso.mail.inbox.address", address,
                "seealso.mail.inbox.tls", "false",
                "seealso.mail.inbox.authserv", "",
                "seealso.mail.inbox.poll-every", pollEvery);
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    public int imapPort() {
        return server.imapPort();
    }

    /** What lies in this mailbox, the oldest first, without the first so many. */
    public List<Delivered> mailbox(String address, int without) {
        try {
            GreenMailUser user = server.getUserManager().getUserByEmail(address);
            if (user == null) {
                return List.of();
            }
            List<StoredMessage> all =
                    server.getManagers().getImapHostManager().getInbox(user).getMessages();
            List<Delivered> letters = new ArrayList<>();
            for (StoredMessage message : all.subList(Math.min(without, all.size()), all.size())) {
                letters.add(new Delivered(message.getMimeMessage()));
            }
            return letters;
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends what a reader replies to a letter, as their mail program does. */
    public void reply(Delivered letter, String from, String text) {
        try {
            MimeMessage reply = (MimeMessage) letter.message().reply(false);
            reply.setFrom(new InternetAddress(from));
            reply.setText(text, "UTF-8");
            reply.saveChanges();
            send(reply);
        } catch (MessagingException e) {
            throw new IllegalStateException("the reply could not be sent", e);
        }
    }

    /** Brings a letter back, as a mail server does that knows no such address. */
    public void bounce(Delivered letter, String address) {
        try {
            MimeMessage back = new MimeMessage(session());
            back.setFrom(new InternetAddress("mailer-daemon@mail.example"));
            back.setRecipient(Message.RecipientType.TO, new InternetAddress(sender(letter)));
            back.setSubject("Undelivered Mail Returned to Sender");
            InternetHeaders recipient = new InternetHeaders();
            recipient.setHeader("Final-Recipient", "rfc822; " + address);
            recipient.setHeader("Action", "failed");
            recipient.setHeader("Status", "5.1.1");
            DeliveryStatus status = new DeliveryStatus();
            status.addRecipientDSN(recipient);
            MimeMessage returned = new MimeMessage(session());
            returned.setSubject(letter.subject(), "UTF-8");
            returned.setHeader("Message-ID", letter.messageId());
            returned.setText("");
            back.setContent(new MultipartReport("This letter could not be delivered.", status, returned));
            back.saveChanges();
            send(back);
        } catch (MessagingException e) {
            throw new IllegalStateException("the bounce could not be sent", e);
        }
    }

    private static String sender(Delivered letter) throws MessagingException {
        String path = letter.header("Return-Path").replaceAll("[<>]", "").strip();
        return path.isEmpty() ? ((InternetAddress) letter.message().getFrom()[0]).getAddress() : path;
    }

    private void send(MimeMessage message) throws MessagingException {
        try {
            // A copy: a stored letter's own session knows no server.
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            Transport.send(new MimeMessage(session(), new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Session session() {
        Properties smtp = new Properties();
        smtp.put("mail.smtp.host", "127.0.0.1");
        smtp.put("mail.smtp.port", String.valueOf(smtpPort()));
        return Session.getInstance(smtp);
    }

    @Override
    public void close() {
        server.stop();
    }
}
