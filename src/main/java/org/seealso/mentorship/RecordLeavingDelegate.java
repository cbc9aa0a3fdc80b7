package org.seealso.mentorship;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class RecordLeavingDelegate implements JavaDelegate {
    private final MentorshipCourse course;

    RecordLeavingDelegate(MentorshipCourse course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        UUID mentorship = facts.id("mentorshipId");
        facts.set("enoughMembers", course.leave(mentorship, facts.id("leaverId")));
        facts.set("memberIds", course.members(mentorship));
    }
}
