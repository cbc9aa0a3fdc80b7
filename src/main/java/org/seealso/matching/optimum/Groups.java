package org.seealso.matching.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts a pool into groups as even as possible and swaps people between them while that helps: at first also swaps that
 * cost a little are taken, ever fewer as it cools, and in the end every swap of two people is tried until none helps.
 * The best grouping cannot be proven (the problem is NP-hard); a loose bound is told (docs/adr/0006).
 *
 * <p>A forbidden pair costs more than all else can win back. Who still sits with somebody forbidden at the end leaves
 * the group; a group that gets too small that way is dissolved; who is free then joins a group with room, if one suits.
 */
final class Groups {
    private static final int MOVES_PER_PERSON = 15_000;
    /** From here on people get fewer moves each, so that large pools take minutes and not hours. */
    private static final int MOST_MOVES = 100_000_000;

    private static final int COOLINGS = 1000;
    /** How much of the highest score a swap may cost, by and large, at the beginning and at the end. */
    private static final double HOTTEST = 0.15;

    private static final double COLDEST = 0.003;
    /** Enough to try every swap dozens of times among some thousands of people, and twice among 10,000. */
    private static final long MOST_TRIED_IN_DESCENT = 100_000_000;

    private static final int LIKED = 16;
    private static final int LUCK_BITS = 12;
    /** How much a swap may cost, in temperatures, each for a throw of the dice: minus the logarithm of chance. */
    private static final double[] LUCK = IntStream.range(0, 1 << LUCK_BITS)
            .mapToDouble(i -> -StrictMath.log((i + 0.5) / (1 << LUCK_BITS)))
            .toArray();

    private final int people;
    private final int smallest;
    private final int largest;
    private final char[][] scores;
    private final int highest;
    private final long forbidden;
    private final int[] sizes;

    /** Where each group begins in {@link #seat}; one more for the end. */
    private final int[] begin;
    /** Who sits where; the last ones have no group. */
    private final int[] seat;

    private final int[] seatOf;
    private final int[] groupOf;
    /** What each person's pairs within the group are worth. */
    private final long[] own;

    private long dice;
    private long moves;

    Groups(int people, int smallest, int largest, Scores from) {
        this.people = people;
        this.smallest = Math.max(2, smallest);
        this.largest = Math.max(this.smallest, largest);
        char[][] pairs = Table.ofPairs(people, from);
        this.highest = Table.highest(pairs);
        this.dice = 0x9E3779B97F4A7C15L;
        for (char[] row : pairs) {
            dice = 31 * dice + Arrays.hashCode(row);
        }
        dice |= 1;
        this.scores = square(pairs);
        this.sizes = sizes(people, this.smallest, this.largest);
        this.forbidden = (long) highest * people * this.largest + 1;
        this.begin = new int[sizes.length + 1];
        this.groupOf = new int[people];
        for (int g = 0; g < sizes.length; g++) {
            begin[g + 1] = begin[g] + sizes[g];
            Arrays.fill(groupOf, begin[g], begin[g + 1], g);
        }
        Arrays.fill(groupOf, begin[sizes.length], people, -1);
        this.seat = IntStream.range(0, people).toArray();
        this.seatOf = seat.clone();
        this.own = new long[people];
        for (int v = 0; v < begin[sizes.length]; v++) {
            own[v] = among(v, groupOf[v], v);
        }
    }

    private static char[][] square(char[][] pairs) {
        char[][] square = new char[pairs.length][];
        for (int a = 0; a < pairs.length; a++) {
            square[a] = Arrays.copyOf(pairs[a], pairs.length);
            square[a][a] = 0;
            for (int b = 0; b < a; b++) {
                square[b][a] = pairs[a][b];
            }
        }
        return square;
    }

    /** As even as possible, of about the middle size, for as many people as possible. */
    static int[] sizes(int people, int smallest, int largest) {
        for (int placed = people; placed >= smallest; placed--) {
            int groups = 0;
            double off = Double.MAX_VALUE;
            for (int k = (placed + largest - 1) / largest; k <= placed / smallest; k++) {
                double now = Math.abs((double) placed / k - (smallest + largest) / 2.0);
                if (now < off) {
                    off = now;
                    groups = k;
                }
            }
            if (groups > 0) {
                int[] sizes = new int[groups];
                for (int g = 0; g < groups; g++) {
                    sizes[g] = placed / groups + (g < placed % groups ? 1 : 0);
                }
                return sizes;
            }
        }
        return new int[0];
    }

    /** Groups as they are told in the end. */
    private record Seated(List<List<Integer>> groups, List<Integer> left, long total) {
        boolean betterThan(Seated other) {
            return left.size() < other.left.size() || left.size() == other.left.size() && total > other.total;
        }
    }

    Solution find() {
        Seated start = seated();
        if (sizes.length > 1) {
            Shortlist likes = likes(LIKED);
            int[][] liked = new int[people][];
            Arrays.setAll(liked, likes::of);
            cool(liked);
            descend();
        }
        Seated end = seated();
        Seated best = start.betterThan(end) ? start : end;
        return new Solution(best.groups, best.left, best.total, bound(best), start.total, moves);
    }

    private Shortlist likes(int length) {
        return Shortlist.of(people, people, length, people, (a, list) -> {
            for (int b = 0; b < people; b++) {
                if (b != a && scores[a][b] != Table.NEVER) {
                    list.offer(a, scores[a][b], b);
                }
            }
        });
    }

    private long worth(int a, int b) {
        char score = scores[a][b];
        return score == Table.NEVER ? -forbidden : score;
    }

    /** What somebody's pairs with the members of a group are worth, without one of them. */
    private long among(int v, int group, int without) {
        char[] row = scores[v];
        long sum = -worth(v, without);
        for (int s = begin[group]; s < begin[group + 1]; s++) {
            char score = row[seat[s]];
            sum += score == Table.NEVER ? -forbidden : score;
        }
        return sum;
    }

    private int roll(int below) {
        dice ^= dice << 13;
        dice ^= dice >>> 7;
        dice ^= dice << 17;
        return (int) ((dice >>> 33) * below >>> 31);
    }

    private void cool(int[][] liked) {
        int placed = begin[sizes.length];
        long planned = Math.min((long) MOVES_PER_PERSON * people, MOST_MOVES);
        double hottest = highest * HOTTEST;
        double coldest = highest * COLDEST;
        double temperature = hottest;
        double cooling = StrictMath.pow(coldest / hottest, 1.0 / COOLINGS);
        long step = Math.max(1, planned / COOLINGS);
        for (long move = 0; move < planned; move++) {
            if (move % step == 0) {
                temperature *= cooling;
            }
            moves++;
            int a = seat[roll(people)];
            int b = seat[roll(placed)];
            if (liked[a].length > 0 && roll(2) == 0) {
                // Somebody of the group of one they suit gives them the place.
                int one = liked[a][roll(liked[a].length)];
                int group = groupOf[one];
                if (group < 0) {
                    continue;
                }
                b = seat[begin[group] + roll(sizes[group])];
                if (b == one) {
                    continue;
                }
            }
            trySwap(a, b, temperature * LUCK[roll(LUCK.length)]);
        }
    }

    /** Every two people, again and again, until no swap helps. */
    private void descend() {
        boolean helped = true;
        for (long most = moves + MOST_TRIED_IN_DESCENT; helped && moves < most; ) {
            helped = false;
            for (int a = 0; a < people; a++) {
                for (int b = 0; b < a; b++) {
                    moves++;
                    helped |= trySwap(a, b, -1);
                }
            }
        }
    }

    /** @param cost what the swap may cost at most; below 0, what it must win */
    private boolean trySwap(int a, int b, double cost) {
        int from = groupOf[a];
        int to = groupOf[b];
        if (from == to) {
            return false;
        }
        long aNow = to < 0 ? 0 : among(a, to, b);
        long bNow = from < 0 ? 0 : among(b, from, a);
        long wins = aNow + bNow - own[a] - own[b];
        if (wins < -cost) {
            return false;
        }
        replace(from, a, b);
        replace(to, b, a);
        int seatA = seatOf[a];
        seat[seatOf[b]] = a;
        seat[seatA] = b;
        seatOf[a] = seatOf[b];
        seatOf[b] = seatA;
        groupOf[a] = to;
        groupOf[b] = from;
        own[a] = aNow;
        own[b] = bNow;
        return true;
    }

    private void replace(int group, int goes, int comes) {
        if (group < 0) {
            return;
        }
        for (int s = begin[group]; s < begin[group + 1]; s++) {
            own[seat[s]] += worth(seat[s], comes) - worth(seat[s], goes);
        }
    }

    private Seated seated() {
        List<List<Integer>> groups = new ArrayList<>();
        List<Integer> free = new ArrayList<>();
        for (int s = begin[sizes.length]; s < people; s++) {
            free.add(seat[s]);
        }
        for (int g = 0; g < sizes.length; g++) {
            List<Integer> group = new ArrayList<>();
            for (int s = begin[g]; s < begin[g + 1]; s++) {
                group.add(seat[s]);
            }
            group.sort(null);
            for (int worst = worst(group); worst >= 0; worst = worst(group)) {
                free.add(group.remove(worst));
            }
            if (group.size() >= smallest) {
                groups.add(group);
            } else {
                free.addAll(group);
            }
        }
        free.sort(null);
        List<Integer> left = new ArrayList<>();
        for (int v : free) {
            groups.stream()
                    .filter(group -> group.size() < largest && suits(v, group))
                    .max(Comparator.comparingLong(group -> with(v, group)))
                    .ifPresentOrElse(group -> group.add(v), () -> left.add(v));
        }
        groups.forEach(group -> group.sort(null));
        groups.sort(Comparator.comparing(group -> group.get(0)));
        long total = groups.stream()
                .mapToLong(
                        group -> group.stream().mapToLong(v -> with(v, group)).sum())
                .sum();
        return new Seated(groups.stream().map(List::copyOf).toList(), left, total / 2);
    }

    /** The place in a group of who sits with most people they must not, the last of those; -1 if nobody does. */
    private int worst(List<Integer> group) {
        int worst = -1;
        long most = 0;
        for (int i = 0; i < group.size(); i++) {
            int v = group.get(i);
            long bad = group.stream().filter(u -> scores[v][u] == Table.NEVER).count();
            if (bad > 0 && bad >= most) {
                most = bad;
                worst = i;
            }
        }
        return worst;
    }

    private boolean suits(int v, List<Integer> group) {
        return group.stream().noneMatch(u -> scores[v][u] == Table.NEVER);
    }

    private long with(int v, List<Integer> group) {
        return group.stream().mapToLong(u -> scores[v][u]).sum();
    }

    /** Nobody can have better partners than those they suit best: the sum of these, each pair shared by two. */
    private long bound(Seated told) {
        int[] most = told.groups.stream().mapToInt(List::size).toArray();
        int[] planned = sizes.clone();
        Arrays.sort(most);
        Arrays.sort(planned);
        boolean asPlanned = Arrays.stream(most).allMatch(size -> size <= planned[planned.length - 1]);
        int usual = asPlanned && planned.length > 0 ? planned[0] : largest;
        long inLarger =
                asPlanned ? Arrays.stream(planned).filter(size -> size > usual).sum() : 0;
        Shortlist best = likes(Math.max(1, usual));
        long sum = 0;
        long[] further = new long[people];
        for (int v = 0; v < people; v++) {
            int[] partners = best.of(v);
            for (int i = 0; i < Math.min(usual - 1, partners.length); i++) {
                sum += scores[v][partners[i]];
            }
            further[v] = usual - 1 < partners.length ? scores[v][partners[usual - 1]] : 0;
        }
        Arrays.sort(further);
        for (int i = 0; i < Math.min(inLarger, people); i++) {
            sum += further[people - 1 - i];
        }
        return told.groups.isEmpty() ? 0 : sum / 2;
    }
}
