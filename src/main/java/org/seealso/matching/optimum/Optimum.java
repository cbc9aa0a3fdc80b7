package org.seealso.matching.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The door of this package: the best solution of a problem. The same problem always gives the same solution. */
public final class Optimum {
    private final Problem problem;
    /** Who is placed by a lock; a mentor is only so in {@link #placesTaken}. */
    private final Set<Integer> placed = new HashSet<>();

    private final int[] placesTaken;

    private Optimum(Problem problem) {
        this.problem = problem;
        this.placesTaken = new int[problem.people()];
        for (List<Integer> group : problem.locked()) {
            placed.addAll(group);
            if (problem.shape() == Shape.MENTOR) {
                placed.remove(group.get(0));
                placesTaken[group.get(0)]++;
            }
        }
    }

    public static Solution of(Problem problem) {
        return new Optimum(problem).solve();
    }

    /** Locked groups stand as they are: what is solved is the pool without them and without those who are out. */
    private Solution solve() {
        Solution rest =
                switch (problem.shape()) {
                    case PEER -> inOnePool(new Peers()::find);
                    case GROUP ->
                        inOnePool((people, scores) ->
                                new Groups(people, problem.smallest(), problem.largest(), scores).find());
                    case MENTOR -> withMentors();
                };
        List<List<Integer>> groups = new ArrayList<>(problem.locked());
        groups.addAll(rest.groups());
        long locked = problem.locked().stream().mapToLong(this::lockedScore).sum();
        return new Solution(
                groups,
                left(groups),
                rest.total() + locked,
                rest.bound() + locked,
                rest.start() + locked,
                rest.effort());
    }

    private interface Method {
        Solution find(int people, Scores scores);
    }

    private Solution inOnePool(Method method) {
        int[] pool = people(v -> !placed.contains(v));
        Solution found = method.find(pool.length, (a, b) -> problem.scores().of(pool[a], pool[b]));
        return new Solution(
                found.groups().stream()
                        .map(group -> group.stream().map(v -> pool[v]).toList())
                        .toList(),
                List.of(),
                found.total(),
                found.bound(),
                found.start(),
                found.effort());
    }

    private Solution withMentors() {
        int[] mentors = people(this::isMentor);
        int[] mentees = people(v -> !isMentor(v) && !placed.contains(v));
        int[] places = IntStream.of(mentors)
                .map(v -> Math.max(0, problem.capacity().get(v) - placesTaken[v]))
                .toArray();
        char[][] scores = Table.of(
                mentees.length,
                mentee -> mentors.length,
                (mentee, mentor) -> problem.scores().of(mentors[mentor], mentees[mentee]));
        Mentors.Found found = new Mentors(scores, places).find();
        List<List<Integer>> groups = new ArrayList<>();
        for (int mentee = 0; mentee < mentees.length; mentee++) {
            if (found.mentorOf()[mentee] >= 0) {
                groups.add(List.of(mentors[found.mentorOf()[mentee]], mentees[mentee]));
            }
        }
        // The sort keeps the order of a mentor's mentees.
        groups.sort(Comparator.comparing(group -> group.get(0)));
        return new Solution(groups, List.of(), found.total(), found.bound(), found.total(), found.solves());
    }

    private boolean isMentor(int v) {
        return problem.capacity().get(v) > 0;
    }

    private int[] people(IntPredicate which) {
        return IntStream.range(0, problem.people())
                .filter(v -> !problem.out().contains(v))
                .filter(which)
                .toArray();
    }

    private List<Integer> left(List<List<Integer>> groups) {
        Set<Integer> in = new HashSet<>();
        groups.forEach(in::addAll);
        return IntStream.range(0, problem.people())
                .filter(v -> !in.contains(v))
                .filter(v -> problem.shape() != Shape.MENTOR || !isMentor(v))
                .boxed()
                .toList();
    }

    private long lockedScore(List<Integer> group) {
        long sum = 0;
        for (int i = 0; i < group.size(); i++) {
            for (int k = i + 1; k < group.size(); k++) {
                sum += Math.max(0, problem.scores().of(group.get(i), group.get(k)));
            }
        }
        return sum;
    }
}
