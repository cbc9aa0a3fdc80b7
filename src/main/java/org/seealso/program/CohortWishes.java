package org.seealso.program;

import java.util.Optional;
import org.seealso.engine.DueDates;
import org.seealso.people.CohortPlan;
import org.seealso.people.CohortWish;
import org.seealso.rules.ProgramRow;
import org.springframework.stereotype.Component;

/** What a coordinator may ask of a new cohort. */
@Component
public class CohortWishes {
    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST_NAME = 80;

    private final DueDates dates;

    CohortWishes(DueDates dates) {
        this.dates = dates;
    }

    /** The first thing that stands in the way of such a cohort, as a sentence that says what to do. */
    public Optional<String> fault(String name, CohortWish wish, ProgramRow row) {
        return name(name.strip())
                .or(() -> wish.missing(row.rolling()))
                .or(() -> plan(wish, row).fault(dates.today(row.zone())))
                .or(() -> wish.sessionFault(row.zone(), dates.now()));
    }

    public CohortPlan plan(CohortWish wish, ProgramRow row) {
        return wish.plan(row.rolling(), row.checkIns());
    }

    private static Optional<String> name(String name) {
        return name.length() < SHORTEST_NAME || name.length() > LONGEST_NAME
                ? Optional.of("Give the cohort a name of " + SHORTEST_NAME + " to " + LONGEST_NAME
                        + " letters, such as “January to June 2026”.")
                : Optional.empty();
    }
}
