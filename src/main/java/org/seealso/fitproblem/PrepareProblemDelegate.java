package org.seealso.fitproblem;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class PrepareProblemDelegate implements JavaDelegate {
    private final PublishedRules rules;

    PrepareProblemDelegate(PublishedRules rules) {
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        facts.set("partnerFirst", row.partnerFirst());
        for (String choice : List.of("want", "contactPartner")) {
            facts.set(choice, facts.maybeText(choice).orElse("no"));
        }
    }
}
