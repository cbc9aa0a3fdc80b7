package org.seealso.matching;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class RecordMatchesDelegate implements JavaDelegate {
    private final Settlements settlements;
    private final PublishedRules rules;

    RecordMatchesDelegate(Settlements settlements, PublishedRules rules) {
        this.settlements = settlements;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        try {
            Settlements.Recorded recorded = settlements.record(
                    facts.id("cohortId"), execution.getProcessInstanceId(), rules.deploymentOf(facts.definition()));
            facts.set("mentorshipIds", recorded.mentorships());
            facts.set("consentWanted", recorded.consent());
        } catch (MatchesRefused refused) {
            throw new BpmnError("poolChanged", refused.sentence(), refused);
        }
    }
}
