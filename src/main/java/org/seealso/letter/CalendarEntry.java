package org.seealso.letter;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A date in a letter's calendar file; {@code uid} stays the same when the date moves. */
public record CalendarEntry(String uid, String title, Instant start, Duration length, ZoneId zone, String note) {}
