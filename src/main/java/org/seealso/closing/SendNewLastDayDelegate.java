package org.seealso.closing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.CalendarEntry;
import org.seealso.letter.Calendars;
import org.seealso.letter.LastDays;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendNewLastDayDelegate implements JavaDelegate {
    private final ParticipantLetters letters;
    private final Calendars calendars;
    private final LastDays lastDays;
    private final PublishedRules rules;
    private final Closings closings;

    SendNewLastDayDelegate(
            ParticipantLetters letters,
            Calendars calendars,
            LastDays lastDays,
            PublishedRules rules,
            Closings closings) {
        this.letters = letters;
        this.calendars = calendars;
        this.lastDays = lastDays;
        this.rules = rules;
        this.closings = closings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        UUID mentorship = facts.id("mentorshipId");
        List<CalendarEntry> entries = new ArrayList<>(calendars.followEnd(mentorship));
        entries.addAll(
                lastDays.entries(closings.mentorship(mentorship), rules.row(under.deployment(), under.program())));

        for (UUID member : closings.members(mentorship)) {
            letters.write("extended", under, member, mentorship, Map.of(), null, entries);
        }
    }
}
