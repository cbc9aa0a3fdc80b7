package org.seealso.fitproblem;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class LookUpMemberDelegate implements JavaDelegate {
    private final FitProblems problems;

    LookUpMemberDelegate(FitProblems problems) {
        this.problems = problems;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        FitProblems.Raised raised = problems.raised(facts.id("submissionId"));
        facts.set("applicationId", raised.by().id());
        facts.set("cohortId", raised.by().cohortId());
        facts.set("label", raised.label());
        facts.set("stillMember", raised.stillMember());
        raised.in().ifPresent(mentorship -> facts.set("mentorshipId", mentorship.id()));
    }
}
