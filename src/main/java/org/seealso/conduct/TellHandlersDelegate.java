package org.seealso.conduct;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class TellHandlersDelegate implements JavaDelegate {
    private final Vigil vigil;
    private final PublishedRules rules;

    TellHandlersDelegate(Vigil vigil, PublishedRules rules) {
        this.vigil = vigil;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        Vigil.Next next =
                vigil.tell(facts.id("submissionId"), under, facts.number("timesTold"), facts.number("everyDays"));
        facts.set("timesTold", next.timesTold());
        facts.set("handlersRemindAt", next.at());
    }
}
