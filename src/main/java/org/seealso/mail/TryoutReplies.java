package org.seealso.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.stereotype.Component;

/** Sends what somebody who tries SeeAlso out replies to a letter, over SMTP like anybody's mail program. */
@Component
@ConditionalOnProperty("seealso.inbox")
public class TryoutReplies {
    private final MailProperties settings;

    TryoutReplies(MailProperties settings) {
        this.settings = settings;
    }

    /** @param answered the letter's Message-ID */
    public void send(String from, String to, String subject, String answered, String text) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", settings.getHost());
        properties.put("mail.smtp.port", String.valueOf(settings.getPort()));
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(properties));
            message.setFrom(new InternetAddress(from));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            message.setSubject("Re: " + subject, "UTF-8");
            message.setHeader("In-Reply-To", answered);
            message.setText(text, "UTF-8");
            Transport.send(message);
        } catch (MessagingException e) {
            throw new IllegalStateException("the reply could not be sent", e);
        }
    }
}
