package org.seealso.orientation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class RecordOrientationDelegate implements JavaDelegate {
    private final OrientationAnswers orientations;

    RecordOrientationDelegate(OrientationAnswers orientations) {
        this.orientations = orientations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        orientations.record(facts.id("applicationId"), facts.text("program"));
    }
}
