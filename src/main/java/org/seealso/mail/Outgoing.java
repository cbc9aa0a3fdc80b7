package org.seealso.mail;

import org.jspecify.annotations.Nullable;

/**
 * One message ready to be sent.
 *
 * @param messageId with its angle brackets, the same on every attempt, so that a second copy is recognised as one
 * @param senderName what people see before our address
 * @param calendar an iCalendar file, sent as {@code invite.ics}
 * @param returnPath where a bounce goes (MAIL FROM); null for our own address
 * @param unsubscribe ends letters nobody needs with one click (RFC 8058); null for letters people need
 * @param list groups a program's letters for mail programs (List-Id)
 */
public record Outgoing(
        String messageId,
        @Nullable String inReplyTo,
        String senderName,
        String replyTo,
        String to,
        String subject,
        String text,
        String html,
        @Nullable String calendar,
        @Nullable Attachment attachment,
        @Nullable String returnPath,
        @Nullable String unsubscribe,
        String list) {}
