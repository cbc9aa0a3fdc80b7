package org.seealso.matching.optimum;

/** Three people who could be the trio of the best solution, and the least of the bounds known for that solution. */
final class Trio {
    final int a;
    final int b;
    final int c;
    long bound = Long.MAX_VALUE;

    Trio(int a, int b, int c) {
        this.a = a;
        this.b = b;
        this.c = c;
    }

    boolean is(Trio other) {
        return other.has(a) && other.has(b) && other.has(c);
    }

    private boolean has(int v) {
        return v == a || v == b || v == c;
    }

    long score(Weights weights) {
        return (long) weights.score(a, b) + weights.score(a, c) + weights.score(b, c);
    }

    /** Lowers the bound to what these prices prove. */
    void tighten(Weights weights, Duals duals, long all) {
        bound = Math.min(bound, Math.floorDiv(duals.boundWithout(all, a, b, c), Duals.UNIT) + score(weights));
    }
}
