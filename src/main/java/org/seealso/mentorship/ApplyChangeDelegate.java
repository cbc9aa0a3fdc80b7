package org.seealso.mentorship;

import java.time.LocalDate;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class ApplyChangeDelegate implements JavaDelegate {
    private final MentorshipCourse course;

    ApplyChangeDelegate(MentorshipCourse course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        UUID mentorship = facts.id("mentorshipId");
        switch (facts.text("change")) {
            case "pause" -> course.pause(mentorship, LocalDate.parse(facts.text("until")));
            case "stop" -> course.stop(mentorship);
            case "resume" -> course.resume(mentorship);
            case "extend" -> course.extend(mentorship, LocalDate.parse(facts.text("until")));
            case "join" -> course.join(mentorship, facts.id("newcomerId"));
            default -> throw new IllegalStateException("no change is called " + facts.text("change"));
        }
        course.planAnew(mentorship);
    }
}
