package org.seealso.fitproblem;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.answer.Answers;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class PassToConductHandlersDelegate implements JavaDelegate {
    private final Answers answers;
    private final FitProblemProcess process;

    PassToConductHandlersDelegate(Answers answers, FitProblemProcess process) {
        this.answers = answers;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        answers.reserve(facts.id("submissionId"), "conduct");
        process.reportConduct(facts.id("submissionId"), facts.text("program"));
    }
}
