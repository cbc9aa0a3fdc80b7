package org.seealso.mentorship;

import java.time.Instant;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.DueDates;
import org.seealso.engine.Facts;
import org.seealso.people.Mentorship;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class PlanNextCheckInDelegate implements JavaDelegate {
    private final MentorshipCourse course;
    private final PublishedRules rules;
    private final DueDates dates;

    PlanNextCheckInDelegate(MentorshipCourse course, PublishedRules rules, DueDates dates) {
        this.course = course;
        this.rules = rules;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        Mentorship mentorship = course.mentorship(facts.id("mentorshipId"));
        int next = facts.number("period") + 1;
        Instant checkIn = dates.period(mentorship.startsOn(), next, row.checkIns(), row.zone());
        facts.set(
                "anotherCheckIn",
                MentorshipCourse.worthAsking(
                        LocalDate.ofInstant(checkIn, row.zone()),
                        mentorship.endsOn().minusDays(row.surveyBeforeDays())));
        facts.set("period", next);
        facts.set("nextCheckInAt", checkIn);
    }
}
