package org.seealso.fitproblem;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class PauseMentorshipDelegate implements JavaDelegate {
    private final FitProblemProcess process;

    PauseMentorshipDelegate(FitProblemProcess process) {
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        facts.maybeId("mentorshipId")
                .ifPresent(mentorship -> process.pauseMentorship(
                        mentorship, facts.text("pauseUntil").substring(0, 10)));
    }
}
