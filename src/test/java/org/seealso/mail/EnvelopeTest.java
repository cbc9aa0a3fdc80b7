package org.seealso.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.AddressException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.mail.MailProperties;

class EnvelopeTest {
    @Test
    void aBounceComesToTheLettersOwnAddressIfItHasOne() throws AddressException {
        try (SmtpSink sink = new SmtpSink(0)) {
            MailProperties settings = new MailProperties();
            settings.setHost("127.0.0.1");
            settings.setPort(sink.port());
            Post post = new Post(settings, "program@mentors.example", Clock.systemUTC());
            assertThat(post.send(letter("program+b-4711@mentors.example"))).isInstanceOf(Outcome.Sent.class);
            assertThat(post.send(letter(null))).isInstanceOf(Outcome.Sent.class);
            post.close();
            assertThat(sink.senders()).containsExactly("program+b-4711@mentors.example", "program@mentors.example");
        }
    }

    private static Outgoing letter(@Nullable String returnPath) {
        return new Outgoing(
                "<1@mentors.example>",
                null,
                "Mentors",
                "office@mentors.example",
                "ana@library.example",
                "Hello",
                "Hello",
                "<p>Hello</p>",
                null,
                null,
                returnPath,
                null,
                "mla-peer");
    }
}
