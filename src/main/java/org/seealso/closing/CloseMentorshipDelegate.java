package org.seealso.closing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class CloseMentorshipDelegate implements JavaDelegate {
    private final Closings closings;

    CloseMentorshipDelegate(Closings closings) {
        this.closings = closings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closings.close(Facts.of(execution).id("mentorshipId"));
    }
}
