package org.seealso.engine;

import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Where the ids of our rows come from: random ones, except in a rehearsal, which must come out the same each time. */
public final class Ids {
    private static volatile Supplier<UUID> source = UUID::randomUUID;

    private Ids() {}

    public static UUID next() {
        return source.get();
    }

    /** From now on, and for this whole process, the ids that follow from a seed. */
    public static void rehearse(long seed) {
        Random random = new Random(seed);
        source = () -> {
            synchronized (random) {
                byte[] name = new byte[16];
                random.nextBytes(name);
                return UUID.nameUUIDFromBytes(name);
            }
        };
    }
}
