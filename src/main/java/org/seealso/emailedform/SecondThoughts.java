package org.seealso.emailedform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * How long the process that asked waits before it goes on with an answer, so that its writer can change it.
 * “Acted on” means exactly that the process has gone on: until then nobody was told and no table was asked, so the new
 * answer takes the place of the old one; afterwards nothing is changed behind anybody's back.
 */
@Component
class SecondThoughts {
    private static final Duration BEFORE_THE_END = Duration.ofMinutes(1);

    private final Environment settings;
    private final Clock clock;

    SecondThoughts(Environment settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The moment until which an answer sent now may be changed; empty if the process goes on at once.
     *
     * @param end when the process stops waiting for an answer: what it does then must not overtake one that was given
     */
    Optional<Instant> until(Optional<Instant> end) {
        // Asked each time: the tests of everything else go on at once, in the same house.
        Duration time = settings.getRequiredProperty("seealso.second-thoughts", Duration.class);
        Instant now = clock.instant();
        Instant wished = now.plus(time);
        Instant latest = end.map(last -> last.minus(BEFORE_THE_END)).orElse(wished);
        Instant until = latest.isBefore(wished) ? latest : wished;
        return Optional.of(until).filter(now::isBefore);
    }

    boolean lasts(Instant until) {
        return clock.instant().isBefore(until);
    }
}
