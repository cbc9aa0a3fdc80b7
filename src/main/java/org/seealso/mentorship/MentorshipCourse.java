package org.seealso.mentorship;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.seealso.emailedform.EmailedForms;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The course of a mentorship: begins, loses a member, ends (A12, D18). */
@Component
@Transactional
class MentorshipCourse {
    /** Two people make a mentorship; whoever is alone is told so and asked for the closing survey. */
    private static final int ENOUGH = 2;

    private final Mentorships mentorships;
    private final Participants participants;
    private final EmailedForms forms;

    MentorshipCourse(Mentorships mentorships, Participants participants, EmailedForms forms) {
        this.mentorships = mentorships;
        this.participants = participants;
        this.forms = forms;
    }

    Mentorship begin(UUID id) {
        mentorships.move(id, Mentorship.State.ACTIVE);
        return mentorships.mentorship(id);
    }

    Mentorship mentorship(UUID id) {
        return mentorships.mentorship(id);
    }

    List<UUID> members(UUID id) {
        return mentorships.mentorship(id).members().stream()
                .map(Participant::id)
                .toList();
    }

    /** Takes a member out at once and calls off whatever they were asked; returns whether enough stay. */
    boolean leave(UUID id, UUID leaver) {
        mentorships.leave(id, leaver);
        participants.move(leaver, Participant.State.WITHDRAWN);
        forms.withdrawAll(leaver);
        return members(id).size() >= ENOUGH;
    }

    void endEarly(UUID id) {
        mentorships.noteEnd(id, "early");
    }

    /** Whether a check-in on this day is still worth asking: the closing survey asks the same soon after. */
    static boolean worthAsking(LocalDate checkIn, LocalDate survey) {
        return checkIn.isBefore(survey);
    }
}
