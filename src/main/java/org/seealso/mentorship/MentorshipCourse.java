package org.seealso.mentorship;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.seealso.emailedform.EmailedForms;
import org.seealso.people.Exclusions;
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
    private final Exclusions exclusions;
    private final EmailedForms forms;

    MentorshipCourse(
            Mentorships mentorships, Participants participants, Exclusions exclusions, EmailedForms forms) {
        this.mentorships = mentorships;
        this.participants = participants;
        this.exclusions = exclusions;
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

    /** Ends before the term. Those who are still in it were not right for each other: they are never matched again. */
    void endEarly(UUID id) {
        mentorships.noteEnd(id, "early");
        List<UUID> persons = mentorships.mentorship(id).members().stream()
                .map(member -> member.person().id())
                .toList();
        exclusions.addAll(persons, Exclusions.Kind.FAILED, "SeeAlso", "Their mentorship ended before its term.");
    }

    /** Whether a check-in on this day is still worth asking: the closing survey asks the same soon after. */
    static boolean worthAsking(LocalDate checkIn, LocalDate survey) {
        return checkIn.isBefore(survey);
    }
}
