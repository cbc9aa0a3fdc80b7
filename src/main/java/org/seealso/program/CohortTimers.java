package org.seealso.program;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.seealso.engine.DueDates;
import org.seealso.people.Cohort;
import org.seealso.rules.ProgramRow;
import org.springframework.stereotype.Component;

/** When the timers of a cohort's diagram fire, worked out of its days. */
@Component
class CohortTimers {
    private final DueDates dates;

    CohortTimers(DueDates dates) {
        this.dates = dates;
    }

    /** By the names the diagram calls them. */
    Map<String, Instant> of(Cohort cohort, ProgramRow row) {
        ZoneId zone = cohort.zone();
        return Map.of(
                "opensAt", dates.morningOf(cohort.opensOn(), zone),
                "closesAt", dates.endOf(cohort.closesOn(), zone),
                "matchAt", dates.afterEndOf(cohort.closesOn(), cohort.matchOn(), zone),
                "startsAt", dates.morningOf(cohort.startsOn(), zone),
                "evaluateAt", dates.morningOf(cohort.endsOn().plusDays(row.evaluationAfterDays()), zone));
    }
}
