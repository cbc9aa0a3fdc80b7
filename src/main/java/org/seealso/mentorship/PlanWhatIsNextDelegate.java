package org.seealso.mentorship;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class PlanWhatIsNextDelegate implements JavaDelegate {
    private final MentorshipCourse course;
    private final PublishedRules rules;

    PlanWhatIsNextDelegate(MentorshipCourse course, PublishedRules rules) {
        this.course = course;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        MentorshipCourse.Next next = course.next(facts.id("mentorshipId"), row, facts.number("period"));
        facts.set("nextPeriod", next.period());
        facts.set("nextAt", next.at());
        facts.set("closingDue", next.closing());
    }
}
