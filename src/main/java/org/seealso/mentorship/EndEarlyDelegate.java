package org.seealso.mentorship;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.Calendars;
import org.springframework.stereotype.Component;

@Component
class EndEarlyDelegate implements JavaDelegate {
    private final MentorshipCourse course;
    private final Calendars calendars;

    EndEarlyDelegate(MentorshipCourse course, Calendars calendars) {
        this.course = course;
        this.calendars = calendars;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        UUID mentorship = facts.id("mentorshipId");
        facts.set(
                "memberIds",
                course.endEarly(mentorship, facts.maybeText("enoughMembers").equals(Optional.of("false"))));
        facts.set("early", true);
        // The letters that follow carry what is called off here.
        calendars.callOff(mentorship);
    }
}
