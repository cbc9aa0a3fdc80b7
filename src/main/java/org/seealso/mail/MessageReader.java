package org.seealso.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.seealso.mail.Incoming.Robot;
import org.seealso.mail.Incoming.Sender;

/**
 * Makes a plain record of any bytes that claim to be a message. Strangers write these: nothing here may fail, be led into
 * depth or length, or open what is attached.
 */
public final class MessageReader {
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_HEADER = 8_000;
    private static final int LONGEST_LIST = 2_000;
    private static final int MOST_ADDRESSES = 50;
    private static final int LONGEST_ID = 250;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"()\\[\\]@]+@[^\\s<>,;:\"()\\[\\]@]+");
    private static final Pattern BRACKETED = Pattern.compile("<(" + ADDRESS.pattern() + ")>");
    private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,250}>");
    private static final Pattern RESULT = Pattern.compile("\\b(dmarc|spf|dkim)\\s*=\\s*([a-z]+)");
    /** Answering machines that don't say so in a header say it here. */
    private static final Pattern ROBOTS_SUBJECT =
            Pattern.compile("(?i)^\\s*(automatic reply|auto(matic)?[ -]?(reply|response)|autoreply|out of( the)? office"
                    + "|r[ée]ponse automatique|absence du bureau|absent du bureau|message d[’']absence"
                    + "|abwesenheit(snotiz)?|respuesta autom[áa]tica)\\b.*");

    /** A server that sends a letter back in words of its own instead of a report (RFC 3464). */
    private static final Pattern BOUNCE_SUBJECT = Pattern.compile(
            "(?i).*(undeliver|delivery (status|failure|failed|has failed)|mail delivery (failed|failure|system)|returned mail"
                    + "|failure notice|not delivered|non remis|échec de (la )?remise|unzustellbar).*");

    private static final Pattern ONLY_LATE = Pattern.compile("(?i).*(delay|warning|retard).*");

    private final Session session;
    private final String authserv;
    private final String ourAddress;

    /**
     * @param authserv the name in the Authentication-Results we believe; empty for none
     * @param ourAddress where our letters come from
     */
    public MessageReader(String authserv, String ourAddress) {
        this.authserv = authserv.strip().toLowerCase(Locale.ROOT);
        this.ourAddress = ourAddress.toLowerCase(Locale.ROOT);
        Properties lenient = new Properties();
        lenient.put("mail.mime.address.strict", "false");
        lenient.put("mail.mime.allowutf8", "true");
        this.session = Session.getInstance(lenient);
    }

    /** @param whole false if these bytes are only the headers of something larger */
    public Incoming read(byte[] bytes, boolean whole) {
        MimeMessage message;
        try {
            message = new MimeMessage(session, new ByteArrayInputStream(bytes));
        } catch (MessagingException | RuntimeException unreadable) {
            return nothing(bytes);
        }
        Content content = Content.EMPTY;
        boolean readable = whole;
        if (whole) {
            ContentReader reader = new ContentReader();
            try {
                content = reader.read(message);
            } catch (MessagingException | java.io.IOException | RuntimeException broken) {
                content = reader.soFar();
                readable = false;
            }
        }
        return new Incoming(
                id(message, bytes),
                from(message),
                addresses(
                        message,
                        "Delivered-To",
                        "X-Original-To",
                        "Envelope-To",
                        "X-Envelope-To",
                        "X-Delivered-To",
                        "To",
                        "Cc"),
                subject(message),
                answers(message),
                sender(message),
                robot(message, content),
                report(message, content),
                content.text(),
                content.files(),
                readable);
    }

    private Incoming nothing(byte[] bytes) {
        return new Incoming(
                digest(bytes), "", List.of(), "", List.of(), Sender.UNKNOWN, Robot.NO, null, "", List.of(), false);
    }

    private static String id(MimeMessage message, byte[] bytes) {
        Matcher id = ID.matcher(first(message, "Message-ID"));
        return id.find() ? id.group() : digest(bytes);
    }

    private static String digest(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Two writers are none: whom would we believe? */
    private static String from(MimeMessage message) {
        List<String> from = addresses(message, "From");
        return from.size() == 1 ? from.get(0) : "";
    }

    private static List<String> addresses(MimeMessage message, String... headers) {
        List<String> found = new ArrayList<>();
        for (String header : headers) {
            for (String value : all(message, header)) {
                for (String address : addresses(value.substring(0, Math.min(value.length(), LONGEST_LIST)))) {
                    String small = address.toLowerCase(Locale.ROOT);
                    if (found.size() < MOST_ADDRESSES && small.length() <= LONGEST_ID && !found.contains(small)) {
                        found.add(small);
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<String> addresses(String value) {
        List<String> found = new ArrayList<>();
        try {
            for (InternetAddress address : InternetAddress.parseHeader(value, false)) {
                if (address.getAddress() != null
                        && ADDRESS.matcher(address.getAddress()).matches()) {
                    found.add(address.getAddress());
                }
            }
        } catch (MessagingException | RuntimeException unreadable) {
            // A name in front that looks like an address must not be taken for one: only what stands in brackets.
            Matcher bracketed = BRACKETED.matcher(value);
            while (bracketed.find()) {
                found.add(bracketed.group(1));
            }
        }
        return found;
    }

    private static String subject(MimeMessage message) {
        String raw = first(message, "Subject");
        try {
            return line(MimeUtility.decodeText(MimeUtility.unfold(raw)));
        } catch (java.io.UnsupportedEncodingException | RuntimeException unreadable) {
            return line(raw);
        }
    }

    static String line(String text) {
        String tidy = text.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]+", " ").strip();
        return tidy.length() <= LONGEST_LINE ? tidy : tidy.substring(0, LONGEST_LINE);
    }

    private static List<String> answers(MimeMessage message) {
        List<String> ids = new ArrayList<>();
        Matcher answered = ID.matcher(first(message, "In-Reply-To"));
        while (answered.find()) {
            ids.add(answered.group());
        }
        List<String> thread = new ArrayList<>();
        Matcher references = ID.matcher(first(message, "References"));
        while (references.find()) {
            thread.add(references.group());
        }
        Collections.reverse(thread);
        ids.addAll(thread);
        return ids.stream().distinct().limit(MOST_ADDRESSES).toList();
    }

    /**
     * Our own server puts its verdict on top; what stands further down, anybody may have written. A domain without a
     * policy is proven by an aligned signature only as far as the server says so, which is dmarc=pass again.
     */
    private Sender sender(MimeMessage message) {
        if (authserv.isEmpty()) {
            return Sender.UNKNOWN;
        }
        for (String value : all(message, "Authentication-Results")) {
            String results = value.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
            String server = results.split("[ ;]", 2)[0];
            if (!server.equals(authserv)) {
                continue;
            }
            Matcher result = RESULT.matcher(results.replaceAll("\\([^()]*+\\)", " "));
            while (result.find()) {
                if (result.group(1).equals("dmarc")) {
                    return switch (result.group(2)) {
                        case "pass", "bestguesspass" -> Sender.PROVEN;
                        case "fail", "permerror" -> Sender.FORGED;
                        default -> Sender.UNKNOWN;
                    };
                }
            }
            return Sender.UNKNOWN;
        }
        return Sender.UNKNOWN;
    }

    private Robot robot(MimeMessage message, Content content) {
        if (from(message).equals(ourAddress) && first(message, "Auto-Submitted").startsWith("auto-generated")) {
            return Robot.OURSELVES;
        }
        String submitted = first(message, "Auto-Submitted").toLowerCase(Locale.ROOT);
        String precedence = first(message, "Precedence").toLowerCase(Locale.ROOT);
        boolean says = !submitted.isBlank() && !submitted.startsWith("no")
                || List.of("bulk", "junk", "list", "auto_reply").contains(precedence)
                || has(message, "X-Autoreply")
                || has(message, "X-Autorespond")
                || has(message, "X-AutoReply-From")
                || has(message, "X-Mail-Autoreply")
                || has(message, "List-Id")
                || has(message, "List-Unsubscribe")
                || has(message, "Feedback-ID")
                || first(message, "Return-Path").strip().equals("<>")
                || from(message).startsWith("mailer-daemon@")
                || from(message).startsWith("postmaster@")
                || ROBOTS_SUBJECT.matcher(subject(message)).matches();
        return says && report(message, content) == null ? Robot.ANSWERS : Robot.NO;
    }

    private static Incoming.@Nullable Report report(MimeMessage message, Content content) {
        if (content.report() != null) {
            return content.report();
        }
        String from = from(message);
        boolean server = first(message, "Return-Path").strip().equals("<>")
                || from.startsWith("mailer-daemon@")
                || from.startsWith("postmaster@");
        String subject = subject(message);
        if (!server || !BOUNCE_SUBJECT.matcher(subject).matches()) {
            return null;
        }
        Matcher id = Pattern.compile("(?im)^\\s*Message-ID:\\s*(" + ID.pattern() + ")")
                .matcher(content.text());
        return new Incoming.Report(
                ONLY_LATE.matcher(subject).matches() ? Incoming.Kind.DELAYED : Incoming.Kind.FAILED,
                id.find() ? id.group(1) : null);
    }

    private static boolean has(MimeMessage message, String header) {
        return !all(message, header).isEmpty();
    }

    private static String first(MimeMessage message, String header) {
        List<String> values = all(message, header);
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    private static List<String> all(MimeMessage message, String name) {
        List<String> values = new ArrayList<>();
        try {
            for (Header header : Collections.list(message.getAllHeaders())) {
                if (header.getName().equalsIgnoreCase(name) && header.getValue() != null) {
                    String value = header.getValue();
                    values.add(value.length() <= LONGEST_HEADER ? value : value.substring(0, LONGEST_HEADER));
                }
            }
        } catch (MessagingException | RuntimeException unreadable) {
            return values;
        }
        return values;
    }

    /** The Message-ID among the headers of a letter that came back. */
    static @Nullable String returned(InputStream headers) throws java.io.IOException {
        String text = new String(headers.readNBytes(20_000), StandardCharsets.ISO_8859_1);
        Matcher id =
                Pattern.compile("(?im)^Message-ID:\\s*(" + ID.pattern() + ")").matcher(text);
        return id.find() ? id.group(1) : null;
    }
}
