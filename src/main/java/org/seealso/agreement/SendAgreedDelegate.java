package org.seealso.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.CalendarEntry;
import org.seealso.letter.Calendars;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendAgreedDelegate implements JavaDelegate {
    private final Agreements agreements;
    private final Calendars calendars;
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    SendAgreedDelegate(Agreements agreements, Calendars calendars, ParticipantLetters letters, PublishedRules rules) {
        this.agreements = agreements;
        this.calendars = calendars;
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        UUID mentorship = facts.id("mentorshipId");
        Optional<UUID> submission = facts.maybeId("submissionId");
        if (submission.isEmpty() || !agreements.active(mentorship)) {
            return;
        }
        List<CalendarEntry> calendar = calendars.plan(mentorship);
        Map<String, Object> values = new HashMap<>();
        values.put("agreement", agreements.text(submission.get(), under.deployment()));
        agreements.nextMeeting(mentorship).ifPresent(meeting -> values.put("meeting", meeting));
        for (UUID member : agreements.members(mentorship)) {
            letters.write("agreed", under, member, mentorship, values, null, calendar);
        }
    }
}
