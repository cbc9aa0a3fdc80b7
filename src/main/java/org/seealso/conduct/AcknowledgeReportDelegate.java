package org.seealso.conduct;

import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.DueDates;
import org.seealso.engine.Facts;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class AcknowledgeReportDelegate implements JavaDelegate {
    private final ConductLetters letters;
    private final PublishedRules rules;
    private final DueDates dates;

    AcknowledgeReportDelegate(ConductLetters letters, PublishedRules rules, DueDates dates) {
        this.letters = letters;
        this.rules = rules;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        letters.toReporter("conduct-received", under, facts.id("submissionId"));
        letters.toHandlers(under, false);
        int hours = rules.row(under.deployment(), under.program()).conductRemindAfterHours();
        facts.set("handlersRemindAt", dates.now().plus(Duration.ofHours(hours)));
    }
}
