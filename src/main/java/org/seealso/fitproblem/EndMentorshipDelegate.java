package org.seealso.fitproblem;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class EndMentorshipDelegate implements JavaDelegate {
    private final FitProblemProcess process;

    EndMentorshipDelegate(FitProblemProcess process) {
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        boolean toPool = facts.text("outcome").equals("newPartner");
        facts.maybeId("mentorshipId").ifPresent(mentorship -> process.endMentorship(mentorship, toPool));
    }
}
