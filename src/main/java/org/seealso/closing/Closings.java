package org.seealso.closing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.seealso.emailedform.EmailedForms;
import org.seealso.engine.DueDates;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a mentorship ends: everybody is asked once more, and it closes whether they answer or not (complaint 10). */
@Component
@Transactional
class Closings {
    private final Mentorships mentorships;
    private final Participants participants;
    private final EmailedForms forms;
    private final DueDates dates;

    Closings(Mentorships mentorships, Participants participants, EmailedForms forms, DueDates dates) {
        this.mentorships = mentorships;
        this.participants = participants;
        this.forms = forms;
        this.dates = dates;
    }

    List<UUID> members(UUID id) {
        return mentorships.mentorship(id).members().stream()
                .map(Participant::id)
                .toList();
    }

    /** Begins closing; returns the last moment for answers: the last day of the term, or the row's days if early. */
    Instant begin(UUID id, ProgramRow row) {
        mentorships.move(id, Mentorship.State.ENDING);
        Instant lastDay = dates.morningOf(mentorships.mentorship(id).endsOn(), row.zone());
        Instant days = dates.morningIn(row.formExpiresAfterDays(), row.zone());
        return lastDay.isBefore(days) && lastDay.isAfter(dates.now()) ? lastDay : days;
    }

    void close(UUID id) {
        for (UUID member : members(id)) {
            participants.move(member, Participant.State.DONE);
            forms.withdrawAll(member);
        }
        mentorships.noteEnd(id, "term");
        mentorships.move(id, Mentorship.State.CLOSED);
    }

    void leave(UUID id, UUID leaver) {
        mentorships.leave(id, leaver);
        participants.move(leaver, Participant.State.WITHDRAWN);
        forms.withdrawAll(leaver);
    }
}
