package org.seealso.plans;

import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class LookAtPlansDelegate implements JavaDelegate {
    private final Plans plans;
    private final PublishedRules rules;

    LookAtPlansDelegate(Plans plans, PublishedRules rules) {
        this.plans = plans;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ZoneId zone = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"))
                .zone();
        facts.set("objection", false);
        facts.set("timeSuggested", false);
        facts.set("backBeforeEnd", false);
        facts.set("told", false);
        boolean counts = plans.member(facts.id("mentorshipId"), facts.id("applicationId"));
        if (counts && facts.text("what").equals("busy")) {
            counts = plans.busyDay(facts.maybeText("until"), zone).isPresent();
        }
        facts.set("counts", counts);
    }
}
