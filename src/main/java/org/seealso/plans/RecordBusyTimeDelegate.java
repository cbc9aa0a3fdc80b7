package org.seealso.plans;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** A mentor may have several mentees: all of them are told, for the time is the same. */
@Component
class RecordBusyTimeDelegate implements JavaDelegate {
    private final Plans plans;
    private final PlansProcess process;
    private final Calendars calendars;
    private final ParticipantLetters letters;
    private final PublishedRules rules;
    private final DueDates dates;

    RecordBusyTimeDelegate(
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
        ZoneId zone = rules.row(under.deployment(), under.program()).zone();
        UUID member = facts.id("applicationId");
        LocalDate until = plans.busyDay(facts.maybeText("until"), zone).orElseThrow();
        String words = facts.maybeId("submissionId")
                .map(id -> plans.said(id, zone).words())
                .orElse("");
        process.toldAnew(plans.underWay(member), execution.getProcessInstanceId());
        plans.busy(member, until);
        process.planAnew(plans.underWay(member));
        List<CalendarEntry> all = new ArrayList<>();
        for (Plans.Place place : plans.underWay(member)) {
            UUID mentorship = place.mentorshipId();
            List<CalendarEntry> calendar = calendars.callOff(mentorship, dates.today(zone), until);
            all.addAll(calendar);
            Map<String, Object> values = Map.of(
                    "who",
                    plans.firstName(member),
                    "words",
                    words,
                    "busyUntil",
                    until,
                    "calledOff",
                    !calendar.isEmpty());
            for (UUID other : plans.others(mentorship, place.participantId())) {
                letters.write("partner-busy", under, other, mentorship, values, null, calendar);
            }
        }
        UUID mentorship = facts.id("mentorshipId");
        Map<String, Object> values = Map.of("busyUntil", until, "calledOff", !all.isEmpty());
        letters.write("busy-noted", under, member, mentorship, values, null, all);
        facts.set("backAt", dates.morningOf(until.plusDays(1), zone));
        facts.set("backBeforeEnd", plans.endsAfter(mentorship, until));
    }
}
