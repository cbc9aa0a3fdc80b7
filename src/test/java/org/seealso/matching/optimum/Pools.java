package org.seealso.matching.optimum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Random problems, the same for the same random numbers. */
final class Pools {
    private Pools() {}

    static Scores scores(Random random, int people, int bannedPercent, int below) {
        int[][] scores = new int[people][people];
        for (int a = 0; a < people; a++) {
            for (int b = 0; b < a; b++) {
                scores[a][b] = random.nextInt(100) < bannedPercent ? Scores.FORBIDDEN : random.nextInt(below);
                scores[b][a] = scores[a][b];
            }
        }
        return (a, b) -> scores[a][b];
    }

    /** With bans, ties, and now and then locks and people who are out. */
    static Problem any(Shape shape, int people, Random random) {
        Scores scores = scores(random, people, random.nextInt(4) * 20, random.nextInt(3) == 0 ? 4 : 1000);
        Problem problem =
                switch (shape) {
                    case PEER -> Problem.peers(people, scores);
                    case MENTOR -> Problem.mentors(capacities(random, people), scores);
                    case GROUP -> {
                        int smallest = 2 + random.nextInt(4);
                        yield Problem.groups(people, smallest, smallest + random.nextInt(4), scores);
                    }
                };
        return random.nextBoolean() ? withLocks(problem, random) : problem;
    }

    private static List<Integer> capacities(Random random, int people) {
        return IntStream.range(0, people)
                .mapToObj(v -> random.nextInt(5) < 2 ? 1 + random.nextInt(5) : 0)
                .toList();
    }

    private static Problem withLocks(Problem problem, Random random) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, problem.people()).boxed().toList());
        Collections.shuffle(order, random);
        Set<Integer> out = new HashSet<>();
        List<List<Integer>> locked = new ArrayList<>();
        int outside = random.nextInt(3);
        while (order.size() > 4 && outside-- > 0) {
            out.add(order.remove(0));
        }
        if (problem.shape() == Shape.MENTOR) {
            List<Integer> mentees =
                    order.stream().filter(v -> problem.capacity().get(v) == 0).toList();
            order.stream()
                    .filter(v -> problem.capacity().get(v) > 0)
                    .findFirst()
                    .ifPresent(mentor -> mentees.stream()
                            .limit(Math.min(problem.capacity().get(mentor), 2))
                            .forEach(mentee -> locked.add(List.of(mentor, mentee))));
        } else if (order.size() > 4) {
            locked.add(List.copyOf(order.subList(0, 2 + random.nextInt(2))));
        }
        return problem.with(locked, out);
    }
}
