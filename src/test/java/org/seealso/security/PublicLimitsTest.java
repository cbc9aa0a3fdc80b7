package org.seealso.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.seealso.TestClock;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whoever tries links by the hundred is slowed down; a neighbour never notices. */
class PublicLimitsTest {
    private static final int LINKS = 20;

    private final TestClock clock = new TestClock();
    private final PublicLimits limits = new PublicLimits(new SecuritySettings.Limits(5, LINKS), clock);

    private MockHttpServletResponse sent(String method, String path, String address)
            throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        limits.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private int guess(int n, String address) {
        try {
            return sent("GET", "/f/guess-" + n, address).getStatus();
        } catch (ServletException | IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void guessesAreSlowedAndNeighboursAreNot() throws ServletException, IOException {
        clock.set(Instant.parse("2026-03-02T15:00:00Z"));
        assertThat(IntStream.range(0, LINKS).map(n -> guess(n, "192.0.2.1"))).containsOnly(200);
        assertThat(IntStream.range(0, 1000).map(n -> guess(n, "192.0.2.1")))
                .containsOnly(HttpStatus.TOO_MANY_REQUESTS.value());
        assertThat(sent("GET", "/f/guess", "192.0.2.1").getHeader("Retry-After"))
                .isEqualTo("60");
        assertThat(guess(0, "192.0.2.2")).isEqualTo(200);
        assertThat(sent("GET", "/apply/mla-peer", "192.0.2.1").getStatus())
                .as("who only reads")
                .isEqualTo(200);

        clock.set(clock.instant().plus(Duration.ofMinutes(1)));
        assertThat(guess(0, "192.0.2.1")).as("a minute later").isEqualTo(200);
    }

    @Test
    void formsSentByTheHundredAreSlowed() throws ServletException, IOException {
        for (int n = 0; n < 5; n++) {
            assertThat(sent("POST", "/apply/mla-peer", "192.0.2.3").getStatus()).isEqualTo(200);
        }
        assertThat(sent("POST", "/apply/mla-peer", "192.0.2.3").getStatus())
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS.value());
    }
}
