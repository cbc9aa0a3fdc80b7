package org.seealso.matching;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class FindMatchesDelegate implements JavaDelegate {
    private final Matches matches;
    private final PublishedRules rules;

    FindMatchesDelegate(Matches matches, PublishedRules rules) {
        this.matches = matches;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Matches.Outcome found = matches.propose(facts.id("cohortId"), rules.deploymentOf(facts.definition()));
        facts.set("people", found.people());
        facts.set("matches", found.matches());
        facts.set("unmatched", found.unmatched());
        facts.set("enough", found.matches() > 0);
    }
}
