package org.seealso.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.seealso.matching.fit.Candidate;
import org.seealso.matching.fit.Criteria;
import org.seealso.matching.fit.Criterion;
import org.seealso.matching.fit.Fit;
import org.seealso.matching.fit.Frame;
import org.seealso.matching.optimum.Optimum;
import org.seealso.matching.optimum.Problem;
import org.seealso.matching.optimum.Scores;
import org.seealso.matching.optimum.Shape;
import org.seealso.matching.optimum.Solution;

/**
 * Benchmark of the matching: seconds and memory of the optimum against merely scoring every pair once with the same
 * code on the same cores, and its total against what is done without it. Arguments: head-counts, {@code -Dbenchmark.people="50 500"} of the Maven command.
 */
public final class MatchingBenchmark {
    private static final int LARGEST_FOR_GROUPS = 2_000;
    private static final int LARGEST_WARM_UP = 500;
    private static final long SEED = 41;
    private static final Map<Criterion, Integer> WEIGHTS = Map.ofEntries(
            Map.entry(Criterion.RECIPROCAL_TOPICS, 40),
            Map.entry(Criterion.SOUGHT_TOPICS, 40),
            Map.entry(Criterion.SHARED_INTERESTS, 10),
            Map.entry(Criterion.GOALS, 12),
            Map.entry(Criterion.WISH, 15),
            Map.entry(Criterion.RHYTHM, 10),
            Map.entry(Criterion.REGION, 8),
            Map.entry(Criterion.LIBRARY_TYPE, 6),
            Map.entry(Criterion.CAREER_STAGE, 8),
            Map.entry(Criterion.SOLO_WORKERS, 4),
            Map.entry(Criterion.WAITING, 5),
            Map.entry(Criterion.NEAR_CLONE, 12),
            Map.entry(Criterion.SAME_EMPLOYER, 15));

    private MatchingBenchmark() {}

    public static void main(String[] arguments) {
        int[] sizes = Arrays.stream(arguments)
                .flatMap(argument -> Arrays.stream(argument.split("\\s+")))
                .mapToInt(Integer::parseInt)
                .toArray();
        System.out.printf(
                "%d cores, at most %d MiB of heap%n",
                Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 20);
        for (Shape shape : Shape.values()) {
            // The first runs are for the compiler.
            for (int i = 0; i < 3; i++) {
                Optimum.of(problem(shape, LARGEST_WARM_UP, SEED + i));
            }
            if (shape == Shape.GROUP) {
                groups(Arrays.stream(sizes)
                        .filter(size -> size <= LARGEST_FOR_GROUPS)
                        .toArray());
            } else {
                proven(shape, sizes);
            }
        }
    }

    /** The one place that knows how points are given. */
    private static Scores scores(Shape shape, List<Candidate> people) {
        Frame frame = new Frame(shape, 2, 3, "never", shape == Shape.MENTOR ? "senior" : "similar", Population.NOW);
        return new Fit(new Criteria(WEIGHTS), frame, people, Set.of());
    }

    private static Problem problem(Shape shape, int size, long seed) {
        List<Candidate> people = Population.of(shape, size, seed);
        Scores scores = scores(shape, people);
        return switch (shape) {
            case PEER -> Problem.peers(size, scores);
            case MENTOR ->
                Problem.mentors(people.stream().map(Candidate::capacity).toList(), scores);
            case GROUP -> Problem.groups(size, 3, 6, scores);
        };
    }

    private static void proven(Shape shape, int[] sizes) {
        System.out.printf("%n%s%n", shape);
        System.out.printf(
                "%7s %9s %9s %7s %7s %7s %10s %9s | %18s %18s %18s%n",
                "people",
                "scoring s",
                "optimum s",
                "ratio",
                "growth",
                "MiB",
                "points",
                "left over",
                "greedy",
                "deferred",
                "by hand");
        double before = 0;
        int smaller = 0;
        for (int size : sizes) {
            Problem problem = problem(shape, size, SEED);
            double scoring = scoring(problem);
            long start = afterCleaning();
            Solution best = Optimum.of(problem);
            double seconds = seconds(start);
            long memory = peak();
            Rivals rivals = new Rivals(
                    problem.capacity().stream().mapToInt(Integer::intValue).toArray(), size, problem.scores());
            System.out.printf(
                    "%7d %9.3f %9.3f %7.1f %7s %7d %10d %9d | %18s %18s %18s%n",
                    size,
                    scoring,
                    seconds,
                    seconds / scoring,
                    growth(before, seconds, smaller, size),
                    memory,
                    best.total(),
                    best.left().size(),
                    against(best, rivals.greedy()),
                    against(best, rivals.deferred()),
                    against(best, rivals.byHand()));
            System.out.printf(
                    "        %s, %d solves%n",
                    best.proven() ? "proven best" : "at most " + (best.bound() - best.total()) + " points more",
                    best.effort());
            before = seconds;
            smaller = size;
        }
    }

    private static void groups(int[] sizes) {
        System.out.printf("%nGROUP of 3 to 6%n");
        System.out.printf(
                "%7s %9s %9s %7s %7s %10s %9s | %14s %14s%n",
                "people",
                "scoring s",
                "search s",
                "growth",
                "MiB",
                "points",
                "left over",
                "of the bound",
                "naive split");
        double before = 0;
        int smaller = 0;
        for (int size : sizes) {
            Problem problem = problem(Shape.GROUP, size, SEED);
            double scoring = scoring(problem);
            long start = afterCleaning();
            Solution found = Optimum.of(problem);
            double seconds = seconds(start);
            System.out.printf(
                    "%7d %9.3f %9.3f %7s %7d %10d %9d | %12.1f %% %12.1f %%%n",
                    size,
                    scoring,
                    seconds,
                    growth(before, seconds, smaller, size),
                    peak(),
                    found.total(),
                    found.left().size(),
                    100.0 * found.total() / found.bound(),
                    100.0 * found.start() / found.total());
            before = seconds;
            smaller = size;
        }
    }

    /** Share of the best total, and how many more are left over. */
    private static String against(Solution best, Rivals.Outcome other) {
        return "%.1f %%, %d over".formatted(100.0 * other.total() / best.total(), other.left());
    }

    /** The power of the head-count with which the time grew. */
    private static String growth(double before, double now, int smaller, int size) {
        return smaller == 0 ? "" : "^%.1f".formatted(Math.log(now / before) / Math.log((double) size / smaller));
    }

    /** Asks every score once that can matter, shared among the cores as the optimum does; the better of two runs. */
    private static double scoring(Problem problem) {
        double best = Double.MAX_VALUE;
        for (int run = 0; run < 2; run++) {
            long start = System.nanoTime();
            long sum = IntStream.range(0, problem.people())
                    .parallel()
                    .mapToLong(a -> {
                        long points = 0;
                        boolean mentoring = problem.shape() == Shape.MENTOR;
                        for (int b = 0; b < (mentoring ? problem.people() : a); b++) {
                            if (!mentoring || isMentor(problem, b) && !isMentor(problem, a)) {
                                points += problem.scores().of(b, a);
                            }
                        }
                        return points;
                    })
                    .sum();
            double seconds = seconds(start);
            if (sum == Long.MIN_VALUE) {
                throw new IllegalStateException("Only here so that the sum is needed");
            }
            best = Math.min(best, seconds);
        }
        return best;
    }

    private static boolean isMentor(Problem problem, int v) {
        return problem.capacity().get(v) > 0;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long afterCleaning() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        return System.nanoTime();
    }

    /** MiB of the heap at its fullest, garbage included; the sum over its parts, so rather too much. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
