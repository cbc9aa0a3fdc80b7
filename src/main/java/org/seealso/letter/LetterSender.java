package org.seealso.letter;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.letter.LetterRow.State;
import org.seealso.mail.Attachment;
import org.seealso.mail.Outcome;
import org.seealso.mail.Outgoing;
import org.seealso.mail.Post;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends one letter of the outbox and writes down what became of it. No transaction is open while SMTP is spoken. */
@Service
class LetterSender {
    private static final Logger LOG = LoggerFactory.getLogger(LetterSender.class);
    /** A reader may get a letter twice if that saves it from being lost, but never three times. */
    private static final int MOST_DOUBTS = 2;

    static final String NO_SERVER = "mail server can't be reached";

    /** What the schedule does with the letter now. */
    sealed interface Next {
        record Done() implements Next {}

        record Again(Duration delay, boolean outage) implements Next {}
    }

    private final LetterRepository letters;
    private final Post post;
    private final OutboxSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final boolean keepSent;

    LetterSender(
            LetterRepository letters,
            Post post,
            OutboxSettings settings,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            @Value("${seealso.inbox}") boolean keepSent) {
        this.letters = letters;
        this.post = post;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.keepSent = keepSent;
    }

    Next send(UUID id) {
        Optional<LetterRow> claimed = letters.claim(id);
        if (claimed.isEmpty()) {
            return new Next.Done();
        }
        LetterRow letter = claimed.get();
        if (letter.doubts() >= MOST_DOUBTS) {
            return giveUp(letter, State.UNKNOWN, "nobody knows whether it arrived", letter.doubts());
        }
        Outcome outcome = post.send(outgoing(letter));
        if (outcome instanceof Outcome.Sent) {
            letters.sent(id, clock.instant(), keepSent);
            return new Next.Done();
        }
        if (outcome instanceof Outcome.Refused refused) {
            return giveUp(letter, State.REFUSED, refused.reason(), letter.doubts());
        }
        if (outcome instanceof Outcome.Unknown unknown) {
            int doubts = letter.doubts() + 1;
            return doubts >= MOST_DOUBTS
                    ? giveUp(letter, State.UNKNOWN, "nobody knows whether it arrived", doubts)
                    : later(letter, unknown.reason(), doubts, false);
        }
        if (outcome instanceof Outcome.Unreachable unreachable) {
            letters.outageBegins();
            return later(letter, unreachable.reason(), letter.doubts(), true);
        }
        String reason = ((Outcome.TryLater) outcome).reason();
        return settings.isPatient(letter.attempts())
                ? later(letter, reason, letter.doubts(), false)
                : giveUp(letter, State.REFUSED, reason, letter.doubts());
    }

    /** Looks whether the mail server is back; true when the outage is over. */
    boolean probe() {
        if (post.reachable()) {
            transaction.executeWithoutResult(status -> letters.outageEnds(OutboxTasks.SEND_LETTER));
            LOG.info("The mail server answers again; waiting letters go out now.");
            return true;
        }
        transaction.executeWithoutResult(status -> {
            if (letters.tellOfOutage(settings.tellAfter())) {
                letters.firstWaiting().ifPresent(letter -> publish(letter, NO_SERVER, true));
            }
        });
        return false;
    }

    private Next later(LetterRow letter, String reason, int doubts, boolean outage) {
        letters.notSent(letter.id(), State.WAITING, reason, doubts);
        LOG.warn("Letter {} waits after attempt {}: {}", letter.id(), letter.attempts(), reason);
        return new Next.Again(settings.delayAfter(letter.attempts()), outage);
    }

    private Next giveUp(LetterRow letter, State state, String reason, int doubts) {
        transaction.executeWithoutResult(status -> {
            letters.notSent(letter.id(), state, reason, doubts);
            publish(letter, reason, false);
        });
        LOG.warn("Letter {} needs a person: {}", letter.id(), reason);
        return new Next.Done();
    }

    private void publish(LetterRow letter, String reason, boolean everyLetter) {
        events.publishEvent(new LetterUndeliverable(
                letter.id(),
                letter.personId(),
                letter.participantId(),
                letter.program(),
                letter.label(),
                letter.name(),
                reason,
                everyLetter));
    }

    private static @Nullable Attachment attachment(LetterRow letter) {
        String name = letter.attachmentName();
        String type = letter.attachmentType();
        byte[] content = letter.attachment();
        return name == null || type == null || content == null ? null : new Attachment(name, type, content);
    }

    private static Outgoing outgoing(LetterRow letter) {
        return new Outgoing(
                letter.messageId(),
                letter.inReplyTo(),
                letter.senderName(),
                letter.replyTo(),
                letter.address(),
                letter.subject(),
                letter.text(),
                letter.html(),
                letter.calendar(),
                attachment(letter),
                letter.returnPath(),
                letter.unsubscribe(),
                letter.program());
    }
}
