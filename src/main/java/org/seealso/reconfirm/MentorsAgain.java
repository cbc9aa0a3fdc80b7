package org.seealso.reconfirm;

import java.util.UUID;
import org.seealso.answer.Returns;
import org.seealso.emailedform.EmailedForms;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mentors of earlier cohorts, and what they said about the new one. */
@Component
@Transactional
class MentorsAgain {
    private static final String NEVER = "never";

    private final Returns returns;
    private final Participants participants;
    private final EmailedForms forms;

    MentorsAgain(Returns returns, Participants participants, EmailedForms forms) {
        this.returns = returns;
        this.participants = participants;
        this.forms = forms;
    }

    void confirm(UUID cohortId, UUID earlier) {
        returns.into(cohortId, earlier);
    }

    /** Not this time; they may still apply by themselves. */
    void absent(UUID asked, String program, String again) {
        Participant mentor = participants.participant(asked);
        if (again.equals(NEVER)) {
            participants.neverAskAgain(mentor.person().id(), program);
        }
        if (mentor.state() == Participant.State.INTERESTED) {
            participants.move(asked, Participant.State.WITHDRAWN);
        }
    }

    void stopAsking(UUID asked) {
        participants.move(asked, Participant.State.WITHDRAWN);
        forms.withdrawAll(asked);
    }
}
