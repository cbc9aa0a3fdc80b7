package org.seealso.people;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A meeting the members of a mentorship agreed on.
 *
 * @param number names the meeting within its mentorship for good, also when it moves or is called off
 * @param sequence how often it was changed since calendars first heard of it
 */
public record Meeting(
        UUID mentorshipId, int number, Instant startsAt, Duration length, int sequence, boolean cancelled) {}
