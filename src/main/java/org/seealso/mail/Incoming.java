package org.seealso.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message from the mailbox with everything we go by, and nothing of Jakarta Mail. Whatever could not be read is empty:
 * there is no message this can't hold.
 *
 * @param id the Message-ID, or one made of the content if it has none; the same for a copy of the same message
 * @param from the writer's address, as From says it, in small letters; empty if there is none we can read
 * @param to every address it was sent or delivered to, in small letters
 * @param answers the Message-IDs it says it answers, newest first
 * @param text what it says, from the plain part or else from the HTML; quoted lines begin with {@code >}
 * @param files the names of what is attached
 * @param whole false if it is larger than we read, or so broken that only its headers are known
 */
public record Incoming(
        String id,
        String from,
        List<String> to,
        String subject,
        List<String> answers,
        Sender sender,
        Robot robot,
        @Nullable Report report,
        String text,
        List<String> files,
        boolean whole) {

    /** What the receiving server says of the writer's domain (DMARC). UNKNOWN if it says nothing or is not asked. */
    public enum Sender {
        PROVEN,
        FORGED,
        UNKNOWN
    }

    /** Whether a program wrote it. */
    public enum Robot {
        NO,
        /** An answer nobody typed: out of office, a ticket system, a list. */
        ANSWERS,
        /** One of our own letters that came back to us. */
        OURSELVES
    }

    /** What a mail server reports of a letter of ours; {@code letter} is the Message-ID it returns, if it does. */
    public record Report(Kind kind, @Nullable String letter) {}

    /** FAILED is for good, GAVE_UP after trying for a time, DELAYED is still being tried; DELIVERED is only said. */
    public enum Kind {
        FAILED,
        GAVE_UP,
        DELAYED,
        DELIVERED,
        COMPLAINT
    }

    /** What stands behind {@code +prefix-} in one of the addresses it was sent to; empty if none has it. */
    public @Nullable String key(String prefix) {
        String mark = "+" + prefix + "-";
        for (String address : to) {
            int start = address.indexOf(mark);
            int end = address.lastIndexOf('@');
            if (start > 0 && end > start + mark.length()) {
                return address.substring(start + mark.length(), end);
            }
        }
        return null;
    }
}
