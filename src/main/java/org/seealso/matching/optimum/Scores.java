package org.seealso.matching.optimum;

/**
 * How well two people of the pool suit each other, by their place in it: 0 to 60,000 points, or {@link #FORBIDDEN};
 * symmetric, pure, and safe to ask from several threads.
 */
public interface Scores {
    int FORBIDDEN = -1;

    int of(int a, int b);
}
