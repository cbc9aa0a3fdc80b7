package org.seealso.matching.fit;

import java.time.Instant;
import org.seealso.matching.optimum.Shape;

/**
 * What a program's row says about who may be matched.
 *
 * @param mentorMinYears years of library work a mentor needs, from 0
 * @param maxHoursApart the most hours between two people's clocks when they can only talk live
 * @param sameEmployer never, avoid or fine
 * @param seniority senior (the mentor has more years), similar, reversed (the mentee has more) or any
 * @param now the moment waiting is counted to
 */
public record Frame(
        Shape shape, int mentorMinYears, int maxHoursApart, String sameEmployer, String seniority, Instant now) {}
