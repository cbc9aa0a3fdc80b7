package org.seealso.people;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** One run of a program, with its own dates in the program's zone (A1). */
public record Cohort(
        UUID id,
        String program,
        String name,
        ZoneId zone,
        LocalDate opensOn,
        LocalDate closesOn,
        LocalDate matchOn,
        LocalDate startsOn,
        LocalDate endsOn,
        State state) {

    /** PLANNED until applications open; OPEN for applications; CLOSED from the deadline; RUNNING; ENDED. */
    public enum State {
        PLANNED,
        OPEN,
        CLOSED,
        RUNNING,
        ENDED
    }
}
