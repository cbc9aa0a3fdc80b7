package org.seealso.matching.fit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the values people chose, so that comparing two people compares numbers. */
final class Codes {
    static final int UNKNOWN = -1;
    /** An answer that names no kind, place or rhythm, so two of them have nothing in common. */
    static final int UNSPECIFIC = -2;

    private static final int LAST_BIT = 63;
    private static final List<String> NAMES_NOTHING = List.of("other", "outside", "either", "flexible");

    private final Map<String, Integer> codes = new HashMap<>();

    int of(String value) {
        if (value.isEmpty()) {
            return UNKNOWN;
        }
        return NAMES_NOTHING.contains(value) ? UNSPECIFIC : codes.computeIfAbsent(value, v -> codes.size());
    }

    /** One bit per value; beyond 64 values the rest share a bit, so no two people lose a value they have in common. */
    long mask(Collection<String> values) {
        long mask = 0;
        for (String value : values) {
            mask |= bit(value);
        }
        return mask;
    }

    long bit(String value) {
        return 1L << Math.min(LAST_BIT, codes.computeIfAbsent(value, v -> codes.size()));
    }

    /** Two answers that name something, and the same. */
    static boolean agree(int one, int other) {
        return one >= 0 && one == other;
    }

    /** Two answers, and different ones. */
    static boolean differ(int one, int other) {
        return one != UNKNOWN && other != UNKNOWN && one != other;
    }
}
