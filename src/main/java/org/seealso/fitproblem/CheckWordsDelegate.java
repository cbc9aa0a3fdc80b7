package org.seealso.fitproblem;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.fitproblem.FitProblems.Raised;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class CheckWordsDelegate implements JavaDelegate {
    private final FitProblems problems;
    private final PublishedRules rules;

    CheckWordsDelegate(FitProblems problems, PublishedRules rules) {
        this.problems = problems;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Raised raised = problems.raised(facts.id("submissionId"));
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        Optional<String> fault = problems.fault(
                        raised,
                        facts.text("contactPartner"),
                        problems.written(facts.execution().getProcessInstanceId(), "mediate", "partnerNote"))
                .or(() -> facts.text("outcome").equals("newPartner")
                        ? problems.tooSoonForAnother(facts.id("mentorshipId"), row)
                        : Optional.empty());
        facts.set("wordsFine", fault.isEmpty());
        facts.set("wordsFault", fault.orElse(""));
    }
}
