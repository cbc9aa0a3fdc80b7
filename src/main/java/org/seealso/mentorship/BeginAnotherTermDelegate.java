package org.seealso.mentorship;

import java.time.ZoneOffset;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.DueDates;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class BeginAnotherTermDelegate implements JavaDelegate {
    private final MentorshipCourse course;
    private final DueDates dates;

    BeginAnotherTermDelegate(MentorshipCourse course, DueDates dates) {
        this.course = course;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        facts.set("agreementWanted", false);
        // They have found out long ago whether it fits.
        facts.set("trialReviewAt", dates.morningOf(DueDates.NEVER, ZoneOffset.UTC));
        facts.set("memberIds", course.members(facts.id("mentorshipId")));
    }
}
