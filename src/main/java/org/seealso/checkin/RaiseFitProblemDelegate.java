package org.seealso.checkin;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class RaiseFitProblemDelegate implements JavaDelegate {
    private final CheckIns checkIns;
    private final CheckInProcess process;

    RaiseFitProblemDelegate(CheckIns checkIns, CheckInProcess process) {
        this.checkIns = checkIns;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        String raised = facts.text("signal").equals("conduct") ? "unsafe" : "no";
        process.raiseFitProblem(checkIns.fileFitProblem(Asked.of(facts)), facts.text("program"), raised);
    }
}
