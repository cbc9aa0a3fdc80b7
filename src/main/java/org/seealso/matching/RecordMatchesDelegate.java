package org.seealso.matching;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class RecordMatchesDelegate implements JavaDelegate {
    private final Matches matches;

    RecordMatchesDelegate(Matches matches) {
        this.matches = matches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        try {
            Matches.Outcome recorded = matches.record(facts.id("cohortId"));
            facts.set("matches", recorded.matches());
            facts.set("unmatched", recorded.unmatched());
        } catch (MatchesRefused refused) {
            throw new BpmnError("poolChanged", refused.sentence(), refused);
        }
    }
}
