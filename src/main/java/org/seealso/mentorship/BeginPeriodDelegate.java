package org.seealso.mentorship;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class BeginPeriodDelegate implements JavaDelegate {
    private final MentorshipCourse course;

    BeginPeriodDelegate(MentorshipCourse course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        UUID mentorship = facts.id("mentorshipId");
        facts.set("period", facts.number("nextPeriod"));
        facts.set("memberIds", course.members(mentorship));
        facts.set("label", course.mentorship(mentorship).label());
    }
}
