package org.seealso.season;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.seealso.season.Mailbox.Arrived;

/**
 * Somebody who never opens a link: reads the numbered questions in the text of a letter, writes their answers under it
 * the way their mail program and their habits have it, and sends that by SMTP.
 */
final class ByReply {
    static final String OFFER = "Or just reply to this letter";

    private static final Pattern QUESTION = Pattern.compile("(?s)^\\**(\\d{1,2})\\)\\**\\s+(.*)$");
    private static final Pattern CHOICES = Pattern.compile("(?:^|\\s)(\\d{1,2})(?:\u00a0=\u00a0| · )");
    private static final Pattern ONLY_IF =
            Pattern.compile("\\(if (?:you answer (\\d+)|your answer to (\\d+) is (anything but )?“([^”]*)”)\\)");

    /** Letters after which nobody answers an older one any more. */
    private static final Pattern OVER = Pattern.compile(
            "We are looking (again|for somebody else) for you|has come to an end|You have left|A change in your mentorship");

    /** What people make of a question: its words, the thing they have decided, and how the letter calls it. */
    private static final List<Opinion> OPINIONS = List.of(
            new Opinion("What do you think", "consent", Map.of("yes", "Yes", "question", "question", "no", "No")),
            new Opinion("Your question", "question", Map.of()),
            new Opinion("Where are you", "touch", Map.of("met", "met", "notYet", "Not")),
            new Opinion("been in touch since", "contacts", Map.of("0", "Not yet", "1", "Once")),
            new Opinion("How is it between", "fit", Map.of("good", "Good", "deciding", "finding", "notGood", "Not")),
            new Opinion("How helpful", "helpful", Map.of()),
            new Opinion("recommend", "recommend", Map.of()),
            new Opinion("letter of reference", "referenceLetter", Map.of("yes", "Yes", "no", "No")),
            new Opinion("May we quote", "quotePermission", Map.of("no", "No")),
            new Opinion("What should happen with", "retention", Map.of("oneYear", "year")),
            new Opinion("should stand on the certificate", "certificateName", Map.of()),
            new Opinion("What should we change", "change", Map.of()));

    private final int port;
    private final String seal;
    private final Map<String, Integer> replies = new TreeMap<>();
    private final Map<String, List<Arrived>> answered = new HashMap<>();

    private record Opinion(String asked, String field, Map<String, String> words) {}

    private record Asked(int number, String question, Map<String, String> choices) {}

    /** One answer: the number the letter gave it, and its words; the same where people write. */
    private record Said(String number, String words) {}

    /** @param seal what the program's own mail server notes about who wrote */
    ByReply(int port, String seal) {
        this.port = port;
        this.seal = seal;
    }

    /** How many replies each has sent, by address. */
    Map<String, Integer> replies() {
        return replies;
    }

    /** Replies; false if there is nothing to answer any more, as after a reminder they answered first. */
    boolean answer(Participant person, Arrived letter, Map<String, List<String>> own, int habit) {
        List<Arrived> before = answered.computeIfAbsent(person.address(), a -> new ArrayList<>());
        List<Arrived> all = person.mailbox().read();
        int place = all.indexOf(letter);
        List<Arrived> since = all.subList(place + 1, all.size());
        if (since.stream()
                .anyMatch(other -> OVER.matcher(other.subject()).find()
                        || before.contains(other) && about(other).equals(about(letter)))) {
            return false;
        }
        before.add(letter);
        send(person, letter, written(person, letter, answers(letter.text(), own), habit));
        replies.merge(person.address(), 1, Integer::sum);
        return true;
    }

    private static String about(Arrived letter) {
        return letter.subject().replaceFirst("^Reminder: ", "");
    }

    private static Map<Integer, Said> answers(String text, Map<String, List<String>> own) {
        Map<Integer, Said> said = new LinkedHashMap<>();
        for (Asked asked : questions(text)) {
            if (isAsked(asked, said)) {
                answer(asked, own).ifPresent(answer -> said.put(asked.number(), answer));
            }
        }
        assertThat(said).as("what a letter asks: %s", text).isNotEmpty();
        return said;
    }

    private static List<Asked> questions(String text) {
        List<Asked> all = new ArrayList<>();
        for (String paragraph : text.substring(text.indexOf(OFFER)).split("\n\\s*\n")) {
            Matcher question = QUESTION.matcher(paragraph.strip());
            if (!question.matches()) {
                continue;
            }
            String rest = question.group(2).replaceAll("\\s+", " ");
            Matcher choice = CHOICES.matcher(rest);
            Map<String, String> choices = new LinkedHashMap<>();
            String words = rest;
            if (choice.find()) {
                words = rest.substring(0, choice.start());
                for (String each : rest.substring(choice.start()).strip().split(" · ")) {
                    String[] parts = each.split("\u00a0=\u00a0", 2);
                    choices.put(parts[0].strip(), parts[parts.length - 1].strip());
                }
            }
            all.add(new Asked(Integer.parseInt(question.group(1)), words, choices));
        }
        return all;
    }

    private static boolean isAsked(Asked asked, Map<Integer, Said> said) {
        Matcher only = ONLY_IF.matcher(asked.question());
        if (!only.find()) {
            return true;
        }
        if (only.group(1) != null) {
            return said.containsKey(Integer.valueOf(only.group(1)));
        }
        Said other = said.get(Integer.valueOf(only.group(2)));
        boolean same = other != null && other.words().equalsIgnoreCase(only.group(4));
        return (only.group(3) == null) == same;
    }

    private static Optional<Said> answer(Asked asked, Map<String, List<String>> own) {
        Optional<Opinion> opinion = OPINIONS.stream()
                .filter(each -> asked.question().contains(each.asked()))
                .findFirst();
        List<String> decided =
                opinion.map(each -> own.getOrDefault(each.field(), List.of())).orElse(List.of());
        if (asked.choices().isEmpty()) {
            if (decided.isEmpty()) {
                return asked.question().contains("certificate")
                        ? Optional.of(new Said("yes", "yes"))
                        : Optional.empty();
            }
            return Optional.of(new Said(decided.get(0), decided.get(0)));
        }
        for (String decision : decided) {
            String words = opinion.orElseThrow().words().getOrDefault(decision, decision);
            for (Map.Entry<String, String> choice : asked.choices().entrySet()) {
                if (choice.getValue().contains(words)) {
                    return Optional.of(new Said(choice.getKey(), choice.getValue()));
                }
            }
        }
        return asked.choices().entrySet().stream().findFirst().map(first -> new Said(first.getKey(), first.getValue()));
    }

    /** Five people, five ways to answer a letter. */
    private static String written(Participant person, Arrived letter, Map<Integer, Said> said, int habit) {
        String first = person.name().split(" ")[0];
        String quoted = letter.text().replaceAll("(?m)^", "> ");
        return switch (habit % 5) {
            case 0 ->
                lines(said, ") ", false) + "\n\nOn Mon, Mar 2, 2026 at 9:00 AM ViMLoC Mentorship <" + from(letter)
                        + "> wrote:\n" + quoted;
            case 1 ->
                said.entrySet().stream()
                                .map(each ->
                                        each.getKey() + ") " + each.getValue().number())
                                .collect(Collectors.joining("  "))
                        + "\n\nSent from my iPhone\n";
            case 2 -> lines(said, ". ", true) + "\n\n-- \n" + person.name() + "\nLibrarian, since 2009\n";
            case 3 ->
                "Hello,\n\n" + lines(said, ": ", true) + "\n\nThanks,\n" + first
                        + "\n\n________________________________\nFrom: ViMLoC Mentorship <" + from(letter)
                        + ">\nSent: March 2, 2026 9:00 AM\nTo: " + person.name() + "\nSubject: " + letter.subject()
                        + "\n\n" + letter.text();
            default -> between(letter.text(), said);
        };
    }

    private static String lines(Map<Integer, Said> said, String mark, boolean words) {
        return said.entrySet().stream()
                .map(each -> each.getKey()
                        + mark
                        + (words ? each.getValue().words() : each.getValue().number()))
                .collect(Collectors.joining("\n"));
    }

    /** Under each question of the quoted letter its answer. */
    private static String between(String text, Map<Integer, Said> said) {
        StringBuilder reply = new StringBuilder("On March 2, 2026, they wrote:\n");
        for (String paragraph : text.split("\n\\s*\n")) {
            reply.append(paragraph.replaceAll("(?m)^", "> ")).append("\n>\n");
            Matcher question = QUESTION.matcher(paragraph.strip());
            Said answer = question.matches() ? said.get(Integer.valueOf(question.group(1))) : null;
            if (answer != null && text.indexOf(paragraph) > text.indexOf(OFFER)) {
                reply.append("\n").append(answer.words()).append("\n\n");
            }
        }
        return reply.toString();
    }

    private static String from(Arrived letter) {
        try {
            return ((InternetAddress) letter.message().getFrom()[0]).getAddress();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(Participant person, Arrived letter, String text) {
        try {
            MimeMessage reply = (MimeMessage) letter.message().reply(false);
            reply.setFrom(new InternetAddress(person.address()));
            reply.setHeader("Authentication-Results", seal);
            reply.setText(text, "UTF-8");
            reply.saveChanges();
            Properties smtp = new Properties();
            smtp.put("mail.smtp.host", "127.0.0.1");
            smtp.put("mail.smtp.port", port);
            // A copy: the letter's own session knows no server.
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            reply.writeTo(bytes);
            Transport.send(new MimeMessage(Session.getInstance(smtp), new ByteArrayInputStream(bytes.toByteArray())));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
