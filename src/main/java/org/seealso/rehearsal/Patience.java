package org.seealso.rehearsal;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits in real time for what other threads do: sending letters, reading the mailbox. */
final class Patience {
    private static final long LONGEST = Duration.ofMinutes(2).toNanos();
    private static final long LOOK_AGAIN = Duration.ofMillis(3).toNanos();

    private Patience() {}

    /** @throws RehearsalRefused if it does not happen within two minutes */
    static void until(BooleanSupplier condition) {
        long until = System.nanoTime() + LONGEST;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new RehearsalRefused(
                        "A letter was neither sent nor read within two minutes; the rehearsal stops."
                                + " Try again, on a machine with less to do.",
                        null);
            }
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }
}
