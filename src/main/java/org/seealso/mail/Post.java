package org.seealso.mail;

import jakarta.annotation.PreDestroy;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.seealso.mail.Outcome.Refused;
import org.seealso.mail.Outcome.Sent;
import org.seealso.mail.Outcome.TryLater;
import org.seealso.mail.Outcome.Unknown;
import org.seealso.mail.Outcome.Unreachable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Hands letters to the mail server over connections that stay open. Says honestly what became of each: the difference
 * between "not taken" and "perhaps taken" decides whether a second copy is risked.
 */
@Component
@EnableConfigurationProperties(MailProperties.class)
public class Post {
    static {
        StreamProviders.remember();
    }

    private static final Pattern METHOD = Pattern.compile("(?m)^METHOD:(\\w+)");
    private static final long FRESH_NANOS = 5_000_000_000L;

    private final Session session;
    private final MailProperties settings;
    private final InternetAddress from;
    private final Clock clock;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    Post(MailProperties settings, @Value("${seealso.mail.from}") String from, Clock clock) throws AddressException {
        this.settings = settings;
        this.from = new InternetAddress(from, true);
        this.clock = clock;
        Properties properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", "10000");
        properties.put("mail.smtp.timeout", "30000");
        properties.put("mail.smtp.writetimeout", "30000");
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", Boolean.toString(hasText(settings.getUsername())));
        properties.putAll(settings.getProperties());
        this.session = Session.getInstance(properties);
    }

    /** The domain of our own address: Message-IDs end in it. */
    public String domain() {
        String address = from.getAddress();
        return address.substring(address.indexOf('@') + 1);
    }

    public String address() {
        return from.getAddress();
    }

    public Outcome send(Outgoing letter) {
        InternetAddress to;
        try {
            to = new InternetAddress(letter.to(), true);
        } catch (AddressException e) {
            return new Refused("not an email address");
        }
        Connection kept = idle.poll();
        if (kept != null) {
            Outcome outcome = send(letter, to, kept);
            // Servers close connections after a while or after so many letters: that says nothing about this letter.
            if (!(outcome instanceof Unreachable)) {
                return outcome;
            }
        }
        Connection fresh;
        try {
            fresh = new Connection(connect());
        } catch (MessagingException e) {
            return notConnected(e);
        }
        return send(letter, to, fresh);
    }

    /** Whether a mail server would take letters now. */
    public boolean reachable() {
        try {
            idle.push(new Connection(connect()));
            return true;
        } catch (MessagingException e) {
            return false;
        }
    }

    private Outcome send(Outgoing letter, InternetAddress to, Connection connection) {
        Envelope message = null;
        boolean reusable = false;
        try {
            if (!connection.alive()) {
                return new Unreachable("the connection was closed");
            }
            message = compose(letter, to);
            connection.transport.sendMessage(message, new InternetAddress[] {to});
            reusable = true;
            return new Sent();
        } catch (SMTPSendFailedException e) {
            Outcome outcome = judge(e.getReturnCode(), message);
            reusable = outcome instanceof Refused || outcome instanceof TryLater;
            return outcome;
        } catch (SMTPSenderFailedException e) {
            return new Unreachable("the mail server does not accept our sender address (" + e.getReturnCode() + ")");
        } catch (SendFailedException e) {
            Outcome outcome = judge(codeOf(e), message);
            reusable = outcome instanceof Refused || outcome instanceof TryLater;
            return outcome;
        } catch (MessagingException e) {
            return message != null && message.handedOver
                    ? new Unknown("the connection broke after the letter was handed over")
                    : new Unreachable("the connection broke");
        } finally {
            if (reusable) {
                connection.usedAt = System.nanoTime();
                idle.push(connection);
            } else {
                connection.close();
            }
        }
    }

    private static Outcome judge(int code, @Nullable Envelope message) {
        if (code == 421 || (code >= 530 && code < 540)) {
            return new Unreachable("the mail server answers " + code);
        }
        if (code >= 500) {
            return new Refused("the mail server answers " + code);
        }
        if (code >= 400) {
            return new TryLater("the mail server answers " + code);
        }
        return message != null && message.handedOver
                ? new Unknown("the connection broke after the letter was handed over")
                : new Unreachable("the connection broke");
    }

    private static int codeOf(MessagingException failure) {
        for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
            if (e instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (e instanceof SMTPSendFailedException send) {
                return send.getReturnCode();
            }
        }
        return -1;
    }

    private static Unreachable notConnected(MessagingException e) {
        return new Unreachable(
                e instanceof AuthenticationFailedException
                        ? "the mail server does not accept our account"
                        : "the mail server can't be reached");
    }

    private Transport connect() throws MessagingException {
        Transport transport = session.getTransport("smtp");
        Integer port = settings.getPort();
        transport.connect(
                settings.getHost(),
                port == null ? -1 : port,
                hasText(settings.getUsername()) ? settings.getUsername() : null,
                hasText(settings.getPassword()) ? settings.getPassword() : null);
        return transport;
    }

    private Envelope compose(Outgoing letter, InternetAddress to) throws MessagingException {
        Envelope message = new Envelope(session, letter.messageId());
        try {
            message.setFrom(new InternetAddress(from.getAddress(), oneLine(letter.senderName()), "UTF-8"));
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        message.setReplyTo(InternetAddress.parse(letter.replyTo(), true));
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(oneLine(letter.subject()), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        message.setHeader("List-Id", "<" + letter.list() + "." + domain() + ">");
        if (letter.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        if (letter.returnPath() != null) {
            message.setEnvelopeFrom(letter.returnPath());
        }
        if (letter.inReplyTo() != null) {
            message.setHeader("In-Reply-To", letter.inReplyTo());
            message.setHeader("References", letter.inReplyTo());
        }
        MimeMultipart readings = new MimeMultipart("alternative");
        readings.addBodyPart(part(letter.text(), "text/plain; charset=UTF-8"));
        readings.addBodyPart(part(letter.html(), "text/html; charset=UTF-8"));
        if (letter.calendar() == null && letter.attachment() == null) {
            message.setContent(readings);
        } else {
            MimeMultipart all = new MimeMultipart("mixed");
            MimeBodyPart body = new MimeBodyPart();
            body.setContent(readings);
            all.addBodyPart(body);
            if (letter.calendar() != null) {
                MimeBodyPart invite = part(
                        letter.calendar(),
                        "text/calendar; charset=UTF-8; method=" + method(letter.calendar()) + "; name=invite.ics");
                invite.setFileName("invite.ics");
                invite.setDisposition(MimeBodyPart.ATTACHMENT);
                all.addBodyPart(invite);
            }
            if (letter.attachment() != null) {
                all.addBodyPart(file(letter.attachment()));
            }
            message.setContent(all);
        }
        message.saveChanges();
        return message;
    }

    /** What the file itself says: mail programs take no notice of one that says otherwise than its part (RFC 6047). */
    private static String method(String calendar) {
        Matcher method = METHOD.matcher(calendar);
        return method.find() ? method.group(1) : "PUBLISH";
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new jakarta.activation.DataHandler(
                new jakarta.mail.util.ByteArrayDataSource(content.getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        return part;
    }

    private static MimeBodyPart file(Attachment attachment) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new jakarta.activation.DataHandler(
                new jakarta.mail.util.ByteArrayDataSource(attachment.content(), attachment.type())));
        part.setFileName(oneLine(attachment.name()));
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        return part;
    }

    private static String oneLine(String value) {
        return value.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static boolean hasText(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    @PreDestroy
    void close() {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.close();
        }
    }

    private static final class Connection {
        final Transport transport;
        long usedAt = System.nanoTime();

        Connection(Transport transport) {
            this.transport = transport;
        }

        /** Asks the server only after a pause: a question before every letter would halve the speed. */
        boolean alive() {
            return System.nanoTime() - usedAt < FRESH_NANOS || transport.isConnected();
        }

        void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                // Closing a broken connection is what we came for.
            }
        }
    }

    /** Keeps its Message-ID, and remembers whether the body went out whole. */
    private static final class Envelope extends SMTPMessage {
        private final String messageId;
        private boolean handedOver;

        Envelope(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }

        @Override
        public void writeTo(OutputStream out, String[] ignoreList) throws IOException, MessagingException {
            super.writeTo(out, ignoreList);
            handedOver = true;
        }
    }
}
