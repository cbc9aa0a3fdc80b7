package org.seealso.season;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jsoup.Jsoup;
import org.seealso.TestServers;

/** A participant's own mailbox, read over IMAP as their mail program does. */
final class Mailbox {
    /** The words behind which a letter holds what anybody may do at any time. */
    private static final Set<String> STANDING = Set.of(
            "ask us a question",
            "ask us",
            "ask again",
            "tell us",
            "tell us here",
            "tell us again",
            "tell us that it is over",
            "write to us",
            "write to the same people here",
            "write to them here",
            "write it down anew",
            "suggest one",
            "suggest another time",
            "change our agreement",
            "something isn't working",
            "something isn’t working",
            "report behaviour",
            "fewer letters",
            "look at your answers",
            "leave",
            "leave the program");

    static final int AT_HOME = 0;

    private final int port;
    private final String address;
    private final List<Arrived> letters = new ArrayList<>();

    Mailbox(int port, String address) {
        this.port = port;
        this.address = address;
    }

    /** A letter as it arrived; {@code html} is the part a phone shows, {@code message} what a reply goes to. */
    record Arrived(String subject, String html, MimeMessage message) {
        /** The part plain mail programs show, and quote. */
        String text() {
            try {
                return part(message, "text/plain").replace("\r\n", "\n");
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The address behind the link whose words contain this. */
        String link(String words) {
            List<String> links = Jsoup.parse(html).select("a[href]").stream()
                    .filter(a -> a.text().contains(words))
                    .map(a -> a.attr("href"))
                    .toList();
            assertThat(links).as("links saying “%s” in “%s”", words, subject).isNotEmpty();
            return links.get(0);
        }

        boolean says(String words) {
            return Jsoup.parse(html).select("a[href]").stream()
                    .anyMatch(a -> a.text().contains(words));
        }

        /** The link to the form this letter is about; most letters ask for none. */
        Optional<String> asks() {
            return Jsoup.parse(html).select("a[href*=/f/]").stream()
                    .filter(link -> !STANDING.contains(link.text().toLowerCase(Locale.ROOT)))
                    .filter(link -> !link.text().endsWith("with one form"))
                    .filter(link -> !link.text().startsWith("Change of plans"))
                    .map(link -> link.attr("href"))
                    .findFirst();
        }

        /** The one private link to this letter's form: the first under the text, above the standing links. */
        String form() {
            return Jsoup.parse(html).select("a[href*=/f/]").get(0).attr("href");
        }
    }

    /** Every letter so far; what was read before is not fetched again. */
    List<Arrived> read() {
        return port == AT_HOME ? readAtHome() : readOverImap();
    }

    /** The same letters from the mail server's memory: a season of 40 people reads thousands of times. */
    private List<Arrived> readAtHome() {
        try {
            GreenMailUser user = TestServers.MAIL.getUserManager().getUserByEmail(address);
            if (user == null) {
                return List.of();
            }
            List<StoredMessage> all = TestServers.MAIL
                    .getManagers()
                    .getImapHostManager()
                    .getInbox(user)
                    .getMessages();
            for (StoredMessage message : all.subList(letters.size(), all.size())) {
                letters.add(arrived(message.getMimeMessage()));
            }
            return List.copyOf(letters);
        } catch (FolderException | MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Arrived> readOverImap() {
        Properties settings = new Properties();
        settings.put("mail.imap.partialfetch", "false");
        try (Store store = Session.getInstance(settings).getStore("imap")) {
            store.connect("127.0.0.1", port, address, address);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (int i = letters.size() + 1; i <= inbox.getMessageCount(); i++) {
                    // Fetched whole: part by part, the mail server would be asked a dozen times for each letter.
                    ByteArrayOutputStream whole = new ByteArrayOutputStream();
                    inbox.getMessage(i).writeTo(whole);
                    letters.add(arrived(new MimeMessage(
                            Session.getInstance(settings), new ByteArrayInputStream(whole.toByteArray()))));
                }
                return List.copyOf(letters);
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest letter whose subject contains these words. */
    Arrived newest(String words) {
        List<Arrived> all = read();
        return all.stream()
                .filter(letter -> letter.subject().contains(words))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError("no letter about “" + words + "” for " + address + ", only "
                        + all.stream().map(Arrived::subject).toList()));
    }

    private static Arrived arrived(MimeMessage message) throws MessagingException, IOException {
        return new Arrived(message.getSubject(), part(message, "text/html"), message);
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
