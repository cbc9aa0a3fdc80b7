package org.seealso.plans;

import java.time.ZoneId;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class RecordReturnDelegate implements JavaDelegate {
    private final Plans plans;
    private final PlansProcess process;
    private final PublishedRules rules;

    RecordReturnDelegate(Plans plans, PlansProcess process, PublishedRules rules) {
        this.plans = plans;
        this.process = process;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ZoneId zone = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"))
                .zone();
        UUID member = facts.id("applicationId");
        facts.set("told", plans.back(member, zone));
        process.planAnew(plans.underWay(member));
        process.toldAnew(plans.underWay(member), execution.getProcessInstanceId());
    }
}
