package org.seealso.letter;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Primary;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the benchmark compares the outbox with: every letter leaves inside the job that writes it, over a connection of
 * its own, and no row is kept.
 */
@Primary
public class MailInTheJob extends Outbox {
    private final JavaMailSender mail;
    private final String from;

    MailInTheJob(
            LetterRepository letters,
            SchedulerClient scheduler,
            Clock clock,
            JavaMailSender mail,
            @Value("${seealso.mail.from}") String from) {
        super(letters, scheduler, clock);
        this.mail = mail;
        this.from = from;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    void put(LetterRow letter) {
        MimeMessage message = mail.createMimeMessage();
        try {
            MimeMessageHelper parts = new MimeMessageHelper(message, true, "UTF-8");
            parts.setFrom(from);
            parts.setReplyTo(letter.replyTo());
            parts.setTo(letter.address());
            parts.setSubject(letter.subject());
            parts.setText(letter.text(), letter.html());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        mail.send(message);
    }
}
