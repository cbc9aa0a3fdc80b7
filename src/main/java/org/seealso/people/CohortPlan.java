package org.seealso.people;

import java.time.LocalDate;
import java.util.Optional;
import org.seealso.engine.Rhythm;

/**
 * The dates a coordinator gives a cohort, in the order they must come (A1, A2). A rolling program has no matching day and
 * no common first day, so both are the last day to apply: people are matched from the first day on, and the last day is
 * the one on which the coordinator looks back (C7).
 */
public record CohortPlan(
        LocalDate opensOn,
        LocalDate closesOn,
        LocalDate matchOn,
        LocalDate startsOn,
        LocalDate endsOn,
        Rhythm checkIns) {
    /** Nobody plans so far ahead: such a day was mistyped. */
    private static final int YEARS = 6;

    public static CohortPlan of(Cohort cohort, Rhythm checkIns) {
        return new CohortPlan(
                cohort.opensOn(), cohort.closesOn(), cohort.matchOn(), cohort.startsOn(), cohort.endsOn(), checkIns);
    }

    /** The first thing that is wrong, as a sentence for the coordinator; empty if the dates make sense. */
    public Optional<String> fault(LocalDate today) {
        if (closesOn.isBefore(opensOn)) {
            return Optional.of("The deadline is before applications open. Give a later deadline.");
        }
        if (closesOn.isBefore(today)) {
            return Optional.of("The deadline has passed already. Give a deadline from today on.");
        }
        if (matchOn.isBefore(closesOn)) {
            return Optional.of("Matching comes before the deadline. Give a matching day on or after the deadline.");
        }
        if (startsOn.isBefore(matchOn)) {
            return Optional.of("The first day comes before the matching day. Give a later first day.");
        }
        if (!checkIns.never() && endsOn.isBefore(checkIns.day(startsOn, 1))) {
            return Optional.of("The term is shorter than one check-in period. Give a later last day.");
        }
        if (endsOn.isBefore(startsOn)) {
            return Optional.of("The last day comes before the first day. Give a later last day.");
        }
        if (endsOn.isAfter(today.plusYears(YEARS))) {
            return Optional.of("The last day is more than " + YEARS
                    + " years away. Look at its year, and give an earlier last day.");
        }
        return Optional.empty();
    }
}
