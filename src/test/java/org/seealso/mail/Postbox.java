package org.seealso.mail;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The letters that reached a mail server, as their reader sees them. */
public record Postbox(GreenMail server) {
    public record Received(
            String subject,
            String from,
            String replyTo,
            String messageId,
            @Nullable String inReplyTo,
            String autoSubmitted,
            String text,
            String html,
            @Nullable String calendar) {}

    public List<Received> lettersTo(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> {
                    try {
                        return message.getAllRecipients()[0].toString().equalsIgnoreCase(address);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .map(Postbox::received)
                .toList();
    }

    private static Received received(MimeMessage message) {
        try {
            Map<String, String> parts = new HashMap<>();
            collect(message, parts);
            return new Received(
                    message.getSubject(),
                    message.getFrom()[0].toString(),
                    message.getReplyTo()[0].toString(),
                    message.getMessageID(),
                    message.getHeader("In-Reply-To", null),
                    message.getHeader("Auto-Submitted", null),
                    parts.getOrDefault("text/plain", ""),
                    parts.getOrDefault("text/html", ""),
                    parts.get("text/calendar"));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Part part, Map<String, String> parts) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                collect(multipart.getBodyPart(i), parts);
            }
            return;
        }
        String type = part.getContentType().replaceFirst(";.*", "").strip().toLowerCase(java.util.Locale.ROOT);
        parts.put(type, new String(part.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    }
}
