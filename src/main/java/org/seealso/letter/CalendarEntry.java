package org.seealso.letter;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.seealso.engine.Worded;

/**
 * A date in a letter's calendar file.
 *
 * @param uid stays the same when the date moves or is called off
 * @param sequence counts the changes of the date; calendars ignore one that is not higher than the one they have
 */
public record CalendarEntry(
        String uid,
        Worded title,
        Instant start,
        Duration length,
        ZoneId zone,
        Worded note,
        int sequence,
        boolean cancelled) {

    /** A date nobody has heard of before. */
    public CalendarEntry(String uid, Worded title, Instant start, Duration length, ZoneId zone, Worded note) {
        this(uid, title, start, length, zone, note, 0, false);
    }
}
