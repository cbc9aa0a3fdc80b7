package org.seealso.people;

import java.time.Duration;
import java.time.Instant;

/**
 * A meeting at which a coordinator tells about a program before people apply (A2).
 *
 * @param place a room, or the link of a call
 * @param sequence how often it has been moved
 */
public record InformationSession(Instant startsAt, int minutes, String place, int sequence) {
    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }
}
