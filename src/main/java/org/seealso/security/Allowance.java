package org.seealso.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;

/** So many things in so much time, refilled evenly, by the clock everything asks. */
class Allowance {
    private final Bucket bucket;

    Allowance(int amount, Duration per, Clock clock) {
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(amount).refillGreedy(amount, per))
                .withCustomTimePrecision(new ClockMeter(clock))
                .build();
    }

    boolean take() {
        return bucket.tryConsume(1);
    }

    long left() {
        return bucket.getAvailableTokens();
    }

    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
