package org.seealso.mentorship;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class BeginAnotherTermDelegate implements JavaDelegate {
    private final MentorshipCourse course;

    BeginAnotherTermDelegate(MentorshipCourse course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        facts.set("agreementWanted", false);
        facts.set("memberIds", course.members(facts.id("mentorshipId")));
    }
}
