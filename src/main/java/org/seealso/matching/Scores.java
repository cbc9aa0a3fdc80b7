package org.seealso.matching;

/** How well two people of the pool suit each other, by their place in it: 0 or more, or {@link #FORBIDDEN}; symmetric. */
interface Scores {
    int FORBIDDEN = -1;

    int of(int a, int b);
}
