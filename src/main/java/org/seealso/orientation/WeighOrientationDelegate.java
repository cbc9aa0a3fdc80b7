package org.seealso.orientation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class WeighOrientationDelegate implements JavaDelegate {
    private final OrientationAnswers orientations;
    private final PublishedRules rules;

    WeighOrientationDelegate(OrientationAnswers orientations, PublishedRules rules) {
        this.orientations = orientations;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        boolean answered = facts.textOrEmpty("reply").equals("answered");
        facts.set(
                "right",
                answered && orientations.right(facts.id("applicationId"), rules.deploymentOf(facts.definition())));
        facts.set("letter", "orientation-again");
    }
}
