package org.seealso.checkin;

import java.util.UUID;
import org.seealso.engine.Facts;

/** Which member of which mentorship is asked about which period. */
record Asked(UUID mentorshipId, UUID participantId, int period) {
    static Asked of(Facts facts) {
        return new Asked(facts.id("mentorshipId"), facts.id("applicationId"), facts.number("period"));
    }
}
