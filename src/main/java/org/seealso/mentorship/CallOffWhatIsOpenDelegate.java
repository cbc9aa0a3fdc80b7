package org.seealso.mentorship;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class CallOffWhatIsOpenDelegate implements JavaDelegate {
    private final MentorshipCourse course;

    CallOffWhatIsOpenDelegate(MentorshipCourse course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        course.over(Facts.of(execution).id("mentorshipId"));
    }
}
