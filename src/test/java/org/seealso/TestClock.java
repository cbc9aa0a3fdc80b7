package org.seealso;

import java.time.Instant;
import org.seealso.engine.VirtualClock;

/** The tests' clock: a winter morning, until a test moves it. */
public class TestClock extends VirtualClock {
    public TestClock() {
        super(Instant.parse("2025-12-01T15:00:00Z"));
    }
}
