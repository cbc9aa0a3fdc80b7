package org.seealso.reply;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seealso.SeeAlsoTest;

/**
 * Messages as the common mail programs write them, each brought to the mailbox over IMAP in a check-in of its own, with
 * what must become of it (src/test/resources/mail/expected.tsv).
 */
@SeeAlsoTest
class MailCorpusTest extends Correspondence {
    /** One line of the table: a file, its outcome, and what stands in the form then. */
    record Expected(String file, String outcome, Map<String, String> answers) {
        @Override
        public String toString() {
            return file;
        }
    }

    static List<Expected> corpus() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/mail/expected.tsv"))) {
            return lines.skip(1).map(MailCorpusTest::expected).toList();
        }
    }

    private static Expected expected(String line) {
        String[] cells = line.split("\t", -1);
        Map<String, String> answers = new TreeMap<>();
        for (String pair : cells[2].split(" ")) {
            if (!pair.isBlank()) {
                String[] parts = pair.split("=", 2);
                answers.put(parts[0], parts[1].replace('_', ' '));
            }
        }
        return new Expected(cells[0], cells[1], answers);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void everyMessageComesToWhatTheTableSays(Expected expected) throws MessagingException {
        UUID mail = arrives(addressed(file(expected.file() + ".eml")));
        String outcome = outcome(mail);
        assertThat(outcome)
                .isEqualTo(expected.outcome().replaceFirst("-retried$", "").replace("complaint", "task"));
        boolean answers = outcome.equals("yes");
        assertThat(answered().isEmpty()).isEqualTo(!answers);
        assertThat(waits()).isEqualTo(!answers);
        expected.answers().forEach((field, words) -> {
            if (!field.equals("files")) {
                assertThat(answered().getOrDefault(field, "").replace('\n', ' '))
                        .isEqualTo(words);
            }
        });
        List<String> letters = stage.letters(ana);
        switch (expected.outcome()) {
            case "yes" -> {
                assertThat(letters).containsExactlyInAnyOrder("check-in", "reply-understood");
                assertThat(text(newestLetter("reply-understood")).contains("We do not keep what comes attached"))
                        .isEqualTo(expected.answers().containsKey("files"));
            }
            case "partly" -> assertThat(letters).containsExactlyInAnyOrder("check-in", "reply-missing");
            case "no", "task", "complaint" -> {
                assertThat(letters).containsExactly("check-in");
                assertThat(stage.tasks(reading(mail))).hasSize(1);
                assertThat(beside(mail)).containsKey("why");
            }
            case "robot", "report", "report-of-nothing" -> {
                assertThat(letters).containsExactly("check-in");
                assertThat(stage.running("reply", mail)).isEmpty();
                assertThat(undelivered()).isZero();
            }
            case "bounce" -> {
                assertThat(letters).containsExactly("check-in");
                assertThat(undelivered()).isOne();
            }
            case "bounce-retried" -> {
                assertThat(letters).containsExactly("check-in", "check-in");
                assertThat(undelivered()).isZero();
            }
            default -> throw new AssertionError("no such outcome: " + expected.outcome());
        }
    }

    private long undelivered() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("undelivered")
                .count();
    }

    /** The same message, from Ana, to this letter's addresses. */
    private byte[] addressed(byte[] message) throws MessagingException {
        String bounces = HexFormat.of().formatHex(digest(UUID.randomUUID().toString()), 0, 16);
        jdbc.sql("update letter set bounce_hash = ? where participant_id = ?")
                .param(digest(bounces))
                .param(ana.id())
                .update();
        return new String(message, StandardCharsets.ISO_8859_1)
                .replace("@@FROM@@", ana.person().email())
                .replace("@@REPLY@@", replyAddress())
                .replace("@@REPLYUPPER@@", replyAddress().toUpperCase(java.util.Locale.ROOT))
                .replace("@@BOUNCE@@", "program+b-" + bounces + "@mentors.example")
                .replace("@@MSGID@@", letter.getMessageID())
                .replace("@@RUN@@", UUID.randomUUID().toString())
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
