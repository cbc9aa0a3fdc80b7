package org.seealso.mentorship;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class RecordLeavingDelegate implements JavaDelegate {
    private final MentorshipCourse course;
    private final PublishedRules rules;

    RecordLeavingDelegate(MentorshipCourse course, PublishedRules rules) {
        this.course = course;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        UUID mentorship = facts.id("mentorshipId");
        course.leave(mentorship, facts.id("leaverId"));
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        facts.set("enoughMembers", course.enough(mentorship, row));
        facts.set("memberIds", course.members(mentorship));
    }
}
