package org.seealso.exchange;

import java.util.Optional;
import java.util.UUID;
import org.seealso.answer.Answers;
import org.seealso.emailedform.EmailedForms;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of somebody a coordinator brought along, once they have been asked themselves. */
@Component
@Transactional
class BroughtAlong {
    private final Participants participants;
    private final Mentorships mentorships;
    private final EmailedForms forms;
    private final Answers answers;
    private final ParticipantLetters letters;
    private final ExchangeProcess process;

    BroughtAlong(
            Participants participants,
            Mentorships mentorships,
            EmailedForms forms,
            Answers answers,
            ParticipantLetters letters,
            ExchangeProcess process) {
        this.participants = participants;
        this.mentorships = mentorships;
        this.forms = forms;
        this.answers = answers;
        this.letters = letters;
        this.process = process;
    }

    /** Whoever never wanted to be here is out at once, and what a list said about them is deleted. */
    void letGo(UUID participantId, Under under) {
        Optional<Mentorship> mentorship = mentorships.current(participantId);
        mentorship.ifPresent(m -> mentorships.leave(m.id(), participantId));
        forms.withdrawAll(participantId);
        process.settled(participantId);
        mentorship.ifPresent(m -> process.over(m.id(), participantId));
        participants.move(participantId, Participant.State.WITHDRAWN);
        boolean heard = mentorship.map(m -> process.left(m.id(), participantId)).orElse(false);
        answers.forget(participantId);
        if (!heard) {
            letters.write("left", under, participantId);
        }
    }
}
