package org.seealso.closing;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.seealso.engine.DueDates;
import org.seealso.letter.CalendarEntry;
import org.seealso.people.Mentorship;
import org.seealso.rules.ProgramRow;
import org.springframework.stereotype.Component;

/** The last day as the kickoff letter put it into calendars, moved. */
@Component
class LastDays {
    private final DueDates dates;

    LastDays(DueDates dates) {
        this.dates = dates;
    }

    CalendarEntry entry(Mentorship mentorship, ProgramRow row) {
        return new CalendarEntry(
                mentorship.id() + "-end",
                "Last day of " + row.name(),
                dates.morningOf(mentorship.endsOn(), row.zone()),
                Duration.ofMinutes(30),
                row.zone(),
                row.association(),
                // Grows with the day, so that calendars follow however often it moves on.
                (int) ChronoUnit.DAYS.between(mentorship.startsOn(), mentorship.endsOn()),
                false);
    }
}
