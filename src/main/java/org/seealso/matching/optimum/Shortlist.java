package org.seealso.matching.optimum;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * For each person the few others with the highest values; of equal values those who come next in the pool, as on a
 * ring: were it the first of the pool, all would list the same few. That order is total, so the lists are the same
 * however the work was shared among the cores.
 */
final class Shortlist {
    private final int others;
    private final int length;
    private final int bits;
    private final int[] size;
    private final long[] keys;
    /** What a value must at least be to change the person's list. */
    private final long[] least;

    Shortlist(int people, int others, int length) {
        this.others = others;
        this.length = length;
        this.bits = 32 - Integer.numberOfLeadingZeros(Math.max(others, 1));
        this.size = new int[people];
        this.keys = new long[people * length];
        this.least = new long[people];
        Arrays.fill(least, Long.MIN_VALUE);
    }

    /** Shares rows 0 to {@code rows - 1} among the cores, each with its own list, and joins the lists. */
    static Shortlist of(int people, int others, int length, int rows, BiConsumer<Integer, Shortlist> row) {
        int shares = Math.min(8, Runtime.getRuntime().availableProcessors());
        return IntStream.range(0, shares)
                .parallel()
                .mapToObj(share -> {
                    Shortlist own = new Shortlist(people, others, length);
                    for (int r = share; r < rows; r += shares) {
                        row.accept(r, own);
                    }
                    return own;
                })
                .reduce(Shortlist::join)
                .orElseThrow();
    }

    private Shortlist join(Shortlist other) {
        for (int who = 0; who < size.length; who++) {
            for (int i = 0; i < other.size[who]; i++) {
                insert(who, other.keys[who * length + i]);
            }
        }
        return this;
    }

    void offer(int who, long value, int other) {
        if (value >= least[who]) {
            int next = other - who % others;
            insert(who, (value << bits) + (1 << bits) - 1 - (next < 0 ? next + others : next));
        }
    }

    private void insert(int who, long key) {
        int from = who * length;
        int last = from + size[who];
        if (size[who] == length) {
            last--;
            if (key <= keys[last]) {
                return;
            }
        } else {
            size[who]++;
        }
        int at = last;
        while (at > from && keys[at - 1] < key) {
            keys[at] = keys[at - 1];
            at--;
        }
        keys[at] = key;
        if (size[who] == length) {
            least[who] = keys[from + length - 1] >> bits;
        }
    }

    /** The highest value first. */
    int[] of(int who) {
        int mask = (1 << bits) - 1;
        return IntStream.range(who * length, who * length + size[who])
                .map(i -> (mask - (int) (keys[i] & mask) + who) % others)
                .toArray();
    }
}
