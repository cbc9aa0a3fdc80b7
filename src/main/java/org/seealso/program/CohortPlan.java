package org.seealso.program;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.seealso.engine.Rhythm;

/** The dates a coordinator gives a cohort, in the order they must come (A1, A2). */
record CohortPlan(
        LocalDate opensOn,
        LocalDate closesOn,
        LocalDate matchOn,
        LocalDate startsOn,
        LocalDate endsOn,
        Rhythm checkIns) {

    /**
     * A rolling program has no matching day and no common first day: people are matched from the first day on, and the
     * last day is the one on which the coordinator looks back (C7).
     */
    static CohortPlan rolling(LocalDate opensOn, LocalDate closesOn, LocalDate endsOn, Rhythm checkIns) {
        return new CohortPlan(opensOn, closesOn, closesOn, closesOn, endsOn, checkIns);
    }

    /** The first thing that is wrong, as a sentence for the coordinator; empty if the dates make sense. */
    Optional<String> fault(LocalDate today) {
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
        return Optional.empty();
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a date: " + text, e);
        }
    }
}
