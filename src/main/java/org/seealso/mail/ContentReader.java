package org.seealso.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.jspecify.annotations.Nullable;
import org.seealso.mail.Incoming.Kind;
import org.seealso.mail.Incoming.Report;

/** Walks through one message's parts, as far as it is worth it. */
final class ContentReader {
    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 60;
    private static final int LONGEST = 60_000;
    private static final int MOST_FILES = 20;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<String> files = new ArrayList<>();
    private int parts;
    private @Nullable Kind kind;
    private @Nullable String returned;

    Content read(MimeMessage message) throws MessagingException, IOException {
        walk(message, 0);
        return soFar();
    }

    Content soFar() {
        String text = plain.toString().isBlank() ? HtmlText.of(html.toString()) : plain.toString();
        Kind reported = kind;
        return new Content(
                keepable(text), List.copyOf(files), reported == null ? null : new Report(reported, returned));
    }

    private void walk(Part part, int depth) throws MessagingException, IOException {
        if (++parts > MOST_PARTS || depth > DEEPEST) {
            return;
        }
        ContentType type = type(part);
        String name = type.getPrimaryType().toLowerCase(Locale.ROOT) + "/"
                + type.getSubType().toLowerCase(Locale.ROOT);
        switch (name) {
            case "message/delivery-status" -> delivery(part);
            case "message/feedback-report" -> kind = Kind.COMPLAINT;
            case "text/rfc822-headers", "message/rfc822", "message/global-headers" -> {
                if (kind == null) {
                    file(part, "message");
                } else {
                    returned = MessageReader.returned(part.getInputStream());
                }
            }
            case "text/plain" -> text(part, type, plain);
            case "text/html" -> text(part, type, html);
            default -> {
                if (name.startsWith("multipart/")) {
                    several(part, type, depth);
                } else {
                    file(part, name);
                }
            }
        }
    }

    private void several(Part part, ContentType type, int depth) throws MessagingException, IOException {
        MimeMultipart inner;
        try (InputStream content = part.getInputStream()) {
            inner = new MimeMultipart(new ByteArrayDataSource(content, type.toString()));
        }
        int count = inner.getCount();
        for (int i = 0; i < count && parts <= MOST_PARTS; i++) {
            walk(inner.getBodyPart(i), depth + 1);
        }
    }

    private void text(Part part, ContentType type, StringBuilder into) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(disposition(part)) || into.length() >= LONGEST) {
            file(part, "text");
            return;
        }
        byte[] bytes;
        try (InputStream content = part.getInputStream()) {
            bytes = content.readNBytes(4 * LONGEST);
        }
        if (into.length() > 0) {
            into.append('\n');
        }
        String text = decoded(bytes, type.getParameter("charset"));
        into.append(text, 0, Math.min(text.length(), into == html ? 4 * LONGEST : LONGEST));
    }

    /** What a server reports of a letter: the worst it says of any address counts, and there is only one. */
    private void delivery(Part part) throws MessagingException, IOException {
        DeliveryStatus status;
        try (InputStream content = part.getInputStream()) {
            status = new DeliveryStatus(new java.io.ByteArrayInputStream(content.readNBytes(LONGEST)));
        }
        for (int i = 0; i < status.getRecipientDSNCount(); i++) {
            InternetHeaders said = status.getRecipientDSN(i);
            Kind one = kind(value(said, "Action"), value(said, "Status"));
            if (one != null && (kind == null || one.compareTo(kind) < 0)) {
                kind = one;
            }
        }
        if (kind == null) {
            kind = Kind.DELIVERED;
        }
    }

    private static @Nullable Kind kind(String action, String status) {
        return switch (action) {
            case "failed" -> status.startsWith("4") ? Kind.GAVE_UP : Kind.FAILED;
            case "delayed" -> Kind.DELAYED;
            case "delivered", "relayed", "expanded" -> Kind.DELIVERED;
            default -> null;
        };
    }

    private static String value(InternetHeaders headers, String name) {
        for (Header header : Collections.list(headers.getAllHeaders())) {
            if (header.getName().equalsIgnoreCase(name)) {
                return header.getValue().strip().toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    /** Pictures a letter shows in its text, such as a logo in a signature, are no attachments to its writer. */
    private void file(Part part, String otherwise) throws MessagingException {
        boolean shown = part.getHeader("Content-ID") != null
                && !Part.ATTACHMENT.equalsIgnoreCase(disposition(part))
                && otherwise.startsWith("image/");
        boolean signature = otherwise.equals("application/pgp-signature")
                || otherwise.equals("application/pkcs7-signature")
                || otherwise.equals("application/x-pkcs7-signature");
        if (shown || signature || files.size() >= MOST_FILES) {
            return;
        }
        String name;
        try {
            name = part.getFileName();
        } catch (MessagingException | RuntimeException unreadable) {
            name = null;
        }
        files.add(MessageReader.line(name == null || name.isBlank() ? otherwise : name));
    }

    private static String disposition(Part part) {
        try {
            String disposition = part.getDisposition();
            return disposition == null ? "" : disposition;
        } catch (MessagingException unreadable) {
            return "";
        }
    }

    private static ContentType type(Part part) throws MessagingException {
        String said = part.getContentType();
        try {
            return new ContentType(said == null ? "text/plain" : said);
        } catch (ParseException unreadable) {
            return new ContentType("text", "plain", null);
        }
    }

    /** Mail programs name character sets they don't use, and use some they don't name. */
    private static String decoded(byte[] bytes, @Nullable String charset) {
        if (charset != null) {
            try {
                Charset named = Charset.forName(jakarta.mail.internet.MimeUtility.javaCharset(charset.strip()));
                if (!named.equals(StandardCharsets.UTF_8) && !named.equals(StandardCharsets.US_ASCII)) {
                    return new String(bytes, named);
                }
            } catch (IllegalArgumentException unknown) {
                // Then it is told from the bytes, as for one that names none.
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WESTERN);
        }
    }

    /** PostgreSQL keeps neither a NUL nor half a character. */
    private static String keepable(String text) {
        String tidy = text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cs}\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "");
        return tidy.length() <= LONGEST ? tidy : tidy.substring(0, LONGEST);
    }
}
