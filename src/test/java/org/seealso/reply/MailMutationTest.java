package org.seealso.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.seealso.form.Question;
import org.seealso.form.Question.Choice;
import org.seealso.mail.Incoming;
import org.seealso.mail.MessageReader;

/**
 * The corpus with bytes flipped, lines moved, cut and doubled, thousands of times from a seed that is printed: whatever
 * arrives is read in a moment, and nothing is understood that the text does not say.
 */
class MailMutationTest {
    private static final long SEED = Long.getLong("seealso.mail.seed", 20260302);
    private static final Duration LASTING = Duration.ofSeconds(Integer.getInteger("seealso.mail.seconds", 4));
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Duration A_MOMENT = Duration.ofSeconds(4);

    private static final List<Question> QUESTIONS = List.of(
            question(1, "contacts", "radio", "Not yet", "Once", "Twice", "Three times or more"),
            question(2, "lastDate", "datetime"),
            question(3, "how", "checklist", "By video", "By phone", "In person", "In writing"),
            question(4, "nextDateSet", "radio", "Yes", "No"),
            question(5, "fit", "radio", "Good", "I am still finding out", "Not good", "I do not feel safe"),
            question(6, "getting", "number"),
            question(7, "agree", "checkbox"),
            question(8, "note", "textarea"));

    private static final List<String> RUNS =
            List.of(" ", "-", "a@", "(", "<", "> ", "\t", "=", "<li>", "<b> </b>", "1) ", "On ", "\r\n1) 2", ",", "=?");

    private final MessageReader reader = new MessageReader("mx.mentors.example", "seealso@localhost");

    private static Question question(int number, String field, String type, String... labels) {
        List<Choice> options = new ArrayList<>();
        for (String label : labels) {
            options.add(new Choice(options.size() + 1, label, "v" + (options.size() + 1)));
        }
        return new Question(number, field, type, "Question " + number + "?", "", "coordinators", "", false, options);
    }

    @Test
    @Timeout(400)
    void noMessageBreaksTheReaderOrPutsWordsIntoSomebodysMouth() throws IOException {
        List<byte[]> corpus = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/mail"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".eml")).sorted().toList()) {
                corpus.add(Files.readAllBytes(file));
            }
        }
        Random random = new Random(SEED);
        long until = System.nanoTime() + LASTING.toNanos();
        int read = 0;
        int answers = 0;
        while (System.nanoTime() < until) {
            byte[] message = corpus.get(random.nextInt(corpus.size()));
            for (int i = random.nextInt(6); i >= 0; i--) {
                message = mutated(message, corpus, random);
            }
            long began = System.nanoTime();
            Incoming mail = reader.read(message, random.nextInt(20) > 0);
            Understanding understood = Understanding.of(QUESTIONS, OwnWords.of(mail.text(), "Ana Silva"), TODAY);
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("seed %d, message %d", SEED, read)
                    .isLessThan(A_MOMENT);
            check(mail, understood);
            answers += understood.posted().size();
            read++;
        }
        System.out.printf("%d messages, %d answers among them, seed %d%n", read, answers, SEED);
        assertThat(answers).isPositive();
    }

    @Test
    @Timeout(10)
    void linesFullOfAddressesAreReadInAMoment() {
        String addresses = "Ana " + "a@".repeat(240) + "a";
        String farFromTheMark = "a@".repeat(150) + "a" + " x".repeat(60) + " wrote:";
        assertThat(OwnWords.of((addresses + "\n" + farFromTheMark + "\n").repeat(60), "Ana Silva"))
                .as("nobody is quoted there")
                .hasSize(120);
        assertThat(OwnWords.of("1) 2\nAna Silva <ana@library.example> wrote:\n> How often?", "Ben Okoro"))
                .containsExactly("1) 2");
    }

    private static void check(Incoming mail, Understanding understood) {
        assertThat(mail.text().length()).isLessThanOrEqualTo(60_000);
        assertThat(mail.text()).doesNotContain("\u0000");
        assertThat(mail.id()).isNotBlank().hasSizeLessThanOrEqualTo(260);
        for (Map.Entry<String, List<String>> answer : understood.posted().entrySet()) {
            Question question = QUESTIONS.stream()
                    .filter(q -> q.field().equals(answer.getKey()))
                    .findFirst()
                    .orElseThrow();
            if (!question.options().isEmpty()) {
                Set<String> offered = Set.copyOf(
                        question.options().stream().map(Choice::value).toList());
                assertThat(offered).containsAll(answer.getValue());
            }
            // An answer without its question's number in the text would be made up.
            assertThat(mail.text().contains(Integer.toString(question.number())) || question.number() == 1)
                    .isTrue();
        }
    }

    private static byte[] mutated(byte[] message, List<byte[]> corpus, Random random) {
        if (message.length < 2) {
            return corpus.get(random.nextInt(corpus.size()));
        }
        switch (random.nextInt(7)) {
            case 0 -> {
                byte[] flipped = message.clone();
                for (int i = random.nextInt(20); i >= 0; i--) {
                    flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
                }
                return flipped;
            }
            case 1 -> {
                return java.util.Arrays.copyOf(message, random.nextInt(message.length));
            }
            case 2 -> {
                byte[] other = corpus.get(random.nextInt(corpus.size()));
                int at = random.nextInt(message.length);
                int from = random.nextInt(other.length);
                byte[] joined = java.util.Arrays.copyOf(message, at + other.length - from);
                System.arraycopy(other, from, joined, at, other.length - from);
                return joined;
            }
            case 3 -> {
                return lines(message, random, 0);
            }
            case 4 -> {
                return lines(message, random, 1);
            }
            case 5 -> {
                return stretched(message, random);
            }
            default -> {
                return lines(message, random, 2);
            }
        }
    }

    /** What makes a careless pattern search for ever. */
    private static byte[] stretched(byte[] message, Random random) {
        byte[] run = RUNS.get(random.nextInt(RUNS.size()))
                .repeat(random.nextInt(20_000))
                .getBytes(StandardCharsets.ISO_8859_1);
        int at = random.nextInt(message.length);
        byte[] longer = java.util.Arrays.copyOf(message, message.length + run.length);
        System.arraycopy(run, 0, longer, at, run.length);
        System.arraycopy(message, at, longer, at + run.length, message.length - at);
        return longer;
    }

    /** Removes, doubles or swaps lines. */
    private static byte[] lines(byte[] message, Random random, int what) {
        List<String> lines =
                new ArrayList<>(List.of(new String(message, StandardCharsets.ISO_8859_1).split("\r\n", -1)));
        int at = random.nextInt(lines.size());
        switch (what) {
            case 0 -> lines.remove(at);
            case 1 -> {
                for (int i = random.nextInt(50); i >= 0 && lines.size() < 20_000; i--) {
                    lines.add(at, lines.get(at));
                }
            }
            default -> java.util.Collections.swap(lines, at, random.nextInt(lines.size()));
        }
        return String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }
}
