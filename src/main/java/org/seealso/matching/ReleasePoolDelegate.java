package org.seealso.matching;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class ReleasePoolDelegate implements JavaDelegate {
    private final Matches matches;

    ReleasePoolDelegate(Matches matches) {
        this.matches = matches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        facts.set("matches", 0);
        facts.set("unmatched", matches.release(facts.id("cohortId")));
    }
}
