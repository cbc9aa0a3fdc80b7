package org.seealso.fitproblem;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class CheckWordsDelegate implements JavaDelegate {
    private final FitProblems problems;

    CheckWordsDelegate(FitProblems problems) {
        this.problems = problems;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Optional<String> fault = problems.fault(
                problems.raised(facts.id("submissionId")),
                facts.text("contactPartner"),
                problems.written(facts.execution().getProcessInstanceId(), "mediate", "partnerNote"));
        facts.set("wordsFine", fault.isEmpty());
        facts.set("wordsFault", fault.orElse(""));
    }
}
