package org.seealso.conduct;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class EndContactDelegate implements JavaDelegate {
    private final ConductReportProcess process;

    EndContactDelegate(ConductReportProcess process) {
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        process.end(facts.id("submissionId"));
    }
}
