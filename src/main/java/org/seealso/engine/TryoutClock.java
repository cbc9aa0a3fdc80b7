package org.seealso.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The quick start's clock: it runs like any other but can be set forward, so that six months fit into an afternoon. How
 * far it is ahead is kept in a file, since letters and due dates of a later day must stay in the past after a restart.
 */
public final class TryoutClock extends Clock {
    private final Clock real = Clock.systemUTC();
    private final Path file;
    private volatile Duration ahead;

    TryoutClock(Path file) {
        this.file = file;
        this.ahead = read(file);
        ClockUtil.offset(ahead.toMillis());
    }

    /** Sets the clock forward to this moment; it never goes back. */
    public synchronized void setForward(Instant moment) {
        Duration wanted = Duration.between(real.instant(), moment);
        if (wanted.compareTo(ahead) > 0) {
            ahead = wanted;
            ClockUtil.offset(ahead.toMillis());
            write();
        }
    }

    private static Duration read(Path file) {
        try {
            return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        try {
            Files.writeString(file, ahead.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }
}
