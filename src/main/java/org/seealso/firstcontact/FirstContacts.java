package org.seealso.firstcontact;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.seealso.answer.Answers;
import org.seealso.engine.DueDates;
import org.seealso.people.Contacts;
import org.seealso.people.Meetings;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.rules.ProgramRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether the members of a mentorship have found each other (C5; complaint 1). */
@Component
@Transactional
class FirstContacts {
    private static final String FORM = "first-contact";
    private static final Set<String> IN_TOUCH = Set.of("met", "arranged");

    private final Mentorships mentorships;
    private final Meetings meetings;
    private final Contacts contacts;
    private final Answers answers;
    private final DueDates dates;

    FirstContacts(Mentorships mentorships, Meetings meetings, Contacts contacts, Answers answers, DueDates dates) {
        this.mentorships = mentorships;
        this.meetings = meetings;
        this.contacts = contacts;
        this.answers = answers;
        this.dates = dates;
    }

    List<UUID> members(UUID mentorshipId) {
        return mentorships.mentorship(mentorshipId).members().stream()
                .map(Participant::id)
                .toList();
    }

    /** Nobody is asked what we know, while somebody is busy, or where the row does not ask. */
    boolean mustAsk(UUID mentorshipId, ProgramRow row) {
        return row.firstContactDays() > 0
                && meetings.agreement(mentorshipId).isEmpty()
                && contacts.soFar(mentorshipId) == 0
                && mentorships.quietUntil(mentorshipId, dates.today(row.zone())).isEmpty();
    }

    /** One yes is enough; an agreement made meanwhile is one, too. */
    boolean inTouch(UUID mentorshipId) {
        return meetings.agreement(mentorshipId).isPresent()
                || answers.ofMentorship(mentorshipId, FORM).stream()
                        .anyMatch(answer -> answer.field().equals("touch")
                                && IN_TOUCH.contains(answer.value().toString()));
    }
}
