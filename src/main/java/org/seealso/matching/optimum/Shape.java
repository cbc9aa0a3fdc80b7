package org.seealso.matching.optimum;

/** What is made of a pool; the names are the values of {@code format} in program-rules.dmn. */
public enum Shape {
    /** Pairs in one pool, and one trio when the head-count is odd (A3). */
    PEER,
    /** Each mentee with one mentor, each mentor with as many mentees as their capacity (B1, C8). */
    MENTOR,
    /** Groups of even sizes without a leader (D6). */
    GROUP
}
