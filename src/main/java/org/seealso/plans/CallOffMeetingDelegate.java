package org.seealso.plans;

import java.time.Instant;
import java.util.HashMap;
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
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class CallOffMeetingDelegate implements JavaDelegate {
    private final Plans plans;
    private final PlansProcess process;
    private final Calendars calendars;
    private final ParticipantLetters letters;
    private final PublishedRules rules;
    private final DueDates dates;

    CallOffMeetingDelegate(
            Plans plans,
            PlansProcess process,
            Calendars calendars,
            ParticipantLetters letters,
            PublishedRules rules,
            DueDates dates) {
        this.plans = plans;
        this.process = process;
        this.calendars = calendars;
        this.letters = letters;
        this.rules = rules;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        ProgramRow row = rules.row(under.deployment(), under.program());
        UUID mentorship = facts.id("mentorshipId");
        UUID member = facts.id("applicationId");
        List<UUID> others = plans.others(mentorship, member);
        Optional<Plans.Said> said = facts.maybeId("submissionId").map(id -> plans.said(id, row.zone()));
        Optional<Instant> newTime = said.flatMap(Plans.Said::newTime).filter(dates.now()::isBefore);
        process.suggestedAnew(mentorship, member, execution.getProcessInstanceId());
        facts.set("otherMemberIds", others);
        newTime.ifPresent(time -> {
            Instant expires = dates.morningIn(row.formExpiresAfterDays(), row.zone());
            facts.set("timeSuggested", true);
            // An answer is of use only before the time it is about.
            facts.set("answerBy", time.isBefore(expires) ? time : expires);
        });
        if (!facts.text("what").equals("cantMakeIt")) {
            return;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("who", plans.firstName(member));
        values.put("words", said.map(Plans.Said::words).orElse(""));
        newTime.ifPresent(time -> values.put("proposedTime", time));
        plans.next(mentorship).ifPresent(next -> values.put("meeting", next.startsAt()));
        List<CalendarEntry> calendar = calendars.entries(mentorship, plans.callOffNext(mentorship));
        values.put("calledOff", !calendar.isEmpty());
        for (UUID other : others) {
            letters.write("cant-make-it", under, other, mentorship, values, null, calendar);
        }
        if (!calendar.isEmpty()) {
            letters.write("plans-noted", under, member, mentorship, values, null, calendar);
        }
    }
}
