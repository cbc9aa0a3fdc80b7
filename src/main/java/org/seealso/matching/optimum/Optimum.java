package org.seealso.matching.optimum;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The door of this package: the best solution of a problem. The same problem always gives the same solution. */
public final class Optimum {
    private Optimum() {}

    public static Solution of(Problem problem) {
        Set<Integer> gone = new HashSet<>(problem.out());
        problem.locked().forEach(gone::addAll);
        List<Integer> rest = IntStream.range(0, problem.people())
                .filter(i -> !gone.contains(i))
                .boxed()
                .toList();
        Solution s =
                new BestMatches().find(rest.size(), (a, b) -> problem.scores().of(rest.get(a), rest.get(b)));
        List<List<Integer>> groups = new ArrayList<>(problem.locked());
        s.groups().forEach(g -> groups.add(g.stream().map(rest::get).toList()));
        List<Integer> left = new ArrayList<>(s.left().stream().map(rest::get).toList());
        left.addAll(problem.out());
        long locked = 0;
        for (List<Integer> g : problem.locked())
            for (int a : g)
                for (int b : g)
                    if (a < b) locked += Math.max(0, problem.scores().of(a, b));
        return new Solution(
                groups,
                left.stream().sorted().toList(),
                s.total() + locked,
                s.bound() + locked,
                s.start() + locked,
                s.effort());
    }
}
