package org.seealso.season;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jsoup.Jsoup;

/** A participant's own mailbox, read over IMAP as their mail program does. */
final class Mailbox {
    private final int port;
    private final String address;
    private final List<Arrived> letters = new ArrayList<>();

    Mailbox(int port, String address) {
        this.port = port;
        this.address = address;
    }

    /** A letter as it arrived; {@code html} is the part a phone shows. */
    record Arrived(String subject, String html) {
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

        /** The one private link to this letter's form: the first under the text, above the standing links. */
        String form() {
            return Jsoup.parse(html).select("a[href*=/f/]").get(0).attr("href");
        }
    }

    /** Every letter so far; what was read before is not fetched again. */
    List<Arrived> read() {
        Properties settings = new Properties();
        settings.put("mail.imap.partialfetch", "false");
        try (Store store = Session.getInstance(settings).getStore("imap")) {
            store.connect("127.0.0.1", port, address, address);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (int i = letters.size() + 1; i <= inbox.getMessageCount(); i++) {
                    Message message = inbox.getMessage(i);
                    letters.add(new Arrived(message.getSubject(), html(message)));
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

    private static String html(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/html")) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                String found = html(each);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
