package org.seealso.conduct;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.confidence.ConductReports;
import org.seealso.engine.Facts;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendOutcomeDelegate implements JavaDelegate {
    private final ConductReports reports;
    private final ConductLetters letters;
    private final PublishedRules rules;

    SendOutcomeDelegate(ConductReports reports, ConductLetters letters, PublishedRules rules) {
        this.reports = reports;
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        letters.outcome(reports.report(facts.id("submissionId")).orElseThrow(), under);
    }
}
