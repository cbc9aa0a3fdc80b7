package org.seealso.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A letter as it lies in its reader's mailbox. */
public final class Delivered {
    private final MimeMessage message;

    Delivered(MimeMessage message) {
        this.message = message;
    }

    MimeMessage message() {
        return message;
    }

    public String messageId() {
        return header("Message-ID");
    }

    public String subject() {
        try {
            return String.valueOf(message.getSubject());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The part plain mail programs show, and quote; lines end in a line feed. */
    public String text() {
        return part("text/plain").replace("\r\n", "\n");
    }

    /** The part a phone shows. */
    public String html() {
        return part("text/html");
    }

    String header(String name) {
        try {
            String[] values = message.getHeader(name);
            return values == null || values.length == 0 ? "" : values[0];
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String part(String type) {
        try {
            return part(message, type);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                String found = part(each, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
