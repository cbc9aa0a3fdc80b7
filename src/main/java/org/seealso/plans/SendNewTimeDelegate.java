package org.seealso.plans;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.DueDates;
import org.seealso.engine.Facts;
import org.seealso.letter.CalendarEntry;
import org.seealso.letter.Calendars;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendNewTimeDelegate implements JavaDelegate {
    private final Plans plans;
    private final Calendars calendars;
    private final ParticipantLetters letters;
    private final PublishedRules rules;
    private final DueDates dates;

    SendNewTimeDelegate(
            Plans plans, Calendars calendars, ParticipantLetters letters, PublishedRules rules, DueDates dates) {
        this.plans = plans;
        this.calendars = calendars;
        this.letters = letters;
        this.rules = rules;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        UUID mentorship = facts.id("mentorshipId");
        ZoneId zone = rules.row(under.deployment(), under.program()).zone();
        Optional<Instant> time =
                plans.said(facts.id("submissionId"), zone).newTime().filter(dates.now()::isBefore);
        if (time.isEmpty() || !plans.active(mentorship)) {
            return;
        }
        List<CalendarEntry> calendar = calendars.entries(mentorship, List.of(plans.meetAt(mentorship, time.get())));
        for (UUID member : plans.members(mentorship)) {
            letters.write("new-time-set", under, member, mentorship, Map.of("meeting", time.get()), null, calendar);
        }
    }
}
