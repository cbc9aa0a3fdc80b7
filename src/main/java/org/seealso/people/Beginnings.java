package org.seealso.people;

import java.util.Map;
import java.util.UUID;
import org.seealso.engine.Messages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins mentorships by message, so always under the newest rules (house law 5). */
@Component
@Transactional
public class Beginnings {
    private final Mentorships mentorships;
    private final Messages messages;

    Beginnings(Mentorships mentorships, Messages messages) {
        this.mentorships = mentorships;
        this.messages = messages;
    }

    /** Begins a planned mentorship; once, however often and from wherever this is asked. */
    public void begin(UUID mentorshipId, String program) {
        if (!mentorships.begin(mentorshipId)) {
            return;
        }
        Mentorship mentorship = mentorships.mentorship(mentorshipId);
        messages.start(
                "mentorship.start",
                mentorshipId,
                Map.of(
                        "program", program,
                        "cohortId", mentorship.cohortId().toString(),
                        "mentorshipId", mentorshipId.toString(),
                        "label", mentorship.label()));
    }
}
