package org.seealso.letter;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.seealso.engine.DueDates;
import org.seealso.people.Mentorship;
import org.seealso.rules.ProgramRow;
import org.springframework.stereotype.Component;

/** The last day of a mentorship in its members' calendars, from the kickoff on and whenever it moves. */
@Component
public class LastDays {
    private final DueDates dates;

    LastDays(DueDates dates) {
        this.dates = dates;
    }

    /** Nothing while it has no last day. */
    public List<CalendarEntry> entries(Mentorship mentorship, ProgramRow row) {
        return mentorship.open() ? List.of() : List.of(entry(mentorship, row));
    }

    private CalendarEntry entry(Mentorship mentorship, ProgramRow row) {
        return new CalendarEntry(
                mentorship.id() + "-end",
                language -> language.say("lastDay", row.name()),
                dates.morningOf(mentorship.endsOn(), row.zone()),
                Duration.ofMinutes(30),
                row.zone(),
                language -> row.association(),
                // Grows with the day, so that calendars follow however often it moves on.
                (int) ChronoUnit.DAYS.between(mentorship.startsOn(), mentorship.endsOn()),
                false);
    }
}
