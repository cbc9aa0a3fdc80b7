package org.seealso.emailedform;

import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.letter.Calendars;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leaving works at once, whatever the diagrams are doing (D18). */
@Component
@Transactional
public class Leaving {
    private final EmailedForms asked;
    private final StandingProcess standing;
    private final ParticipantLetters letters;
    private final Participants participants;
    private final Mentorships mentorships;
    private final Calendars calendars;

    Leaving(
            EmailedForms asked,
            StandingProcess standing,
            ParticipantLetters letters,
            Participants participants,
            Mentorships mentorships,
            Calendars calendars) {
        this.asked = asked;
        this.standing = standing;
        this.letters = letters;
        this.participants = participants;
        this.mentorships = mentorships;
        this.calendars = calendars;
    }

    /**
     * Takes somebody out of a mentorship, and out of the program if they are in no other of it.
     *
     * @param mentorship null to leave the program without having one
     * @return false if there was nothing left to leave
     */
    public boolean leave(UUID participantId, @Nullable UUID mentorship, Under under) {
        if (mentorship == null) {
            return standing.left(participantId, null) || leaveTheProgram(participantId, under);
        }
        if (!mentorships.leave(mentorship, participantId)) {
            // Clicked twice at the same moment: they are out already, and one farewell is enough.
            return false;
        }
        boolean elsewhere = mentorships.inAnother(participantId, mentorship);
        asked.withdrawAll(participantId, mentorship);
        standing.over(mentorship, participantId);
        boolean heard = standing.left(participantId, mentorship);
        if (!elsewhere) {
            participants.move(participantId, Participant.State.WITHDRAWN);
        }
        if (!heard) {
            // It is ending this moment. Whatever ends it sees that this one has their farewell.
            letters.write("left", under, participantId, mentorship, Map.of(), null, calendars.withoutThem(mentorship));
        }
        return true;
    }

    /** Between a mentorship and whatever comes next nobody listens; whoever wants to go still goes. */
    private boolean leaveTheProgram(UUID participantId, Under under) {
        if (!participants.move(
                participantId, EnumSet.complementOf(EnumSet.copyOf(OpenedForms.GONE)), Participant.State.WITHDRAWN)) {
            return false;
        }
        asked.withdrawAll(participantId);
        letters.write("left", under, participantId);
        return true;
    }
}
