package org.seealso.matching.optimum;

/** The door of this package: the best solution of a problem. The same problem always gives the same solution. */
public final class Optimum {
    private Optimum() {}

    public static Solution of(Problem problem) {
        throw new UnsupportedOperationException(problem.shape().name());
    }
}
