package org.seealso.gathering;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.CalendarEntry;
import org.seealso.letter.Calendars;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.people.Meeting;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendDateDelegate implements JavaDelegate {
    private final Gatherings gatherings;
    private final PublishedRules rules;
    private final Calendars calendars;
    private final ParticipantLetters letters;

    SendDateDelegate(Gatherings gatherings, PublishedRules rules, Calendars calendars, ParticipantLetters letters) {
        this.gatherings = gatherings;
        this.rules = rules;
        this.calendars = calendars;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        UUID mentorship = facts.id("mentorshipId");
        Meeting meeting = gatherings.meeting(mentorship);
        List<CalendarEntry> calendar = calendars.entries(mentorship, List.of(meeting));
        for (UUID member : gatherings.members(mentorship)) {
            letters.write(
                    "date-settled", under, member, mentorship, Map.of("meeting", meeting.startsAt()), null, calendar);
        }
    }
}
