package org.seealso.informationsession;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class PassOnNotesDelegate implements JavaDelegate {
    private final InformationSessionProcess process;

    PassOnNotesDelegate(InformationSessionProcess process) {
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        process.notesWritten(facts.id("cohortId"));
    }
}
