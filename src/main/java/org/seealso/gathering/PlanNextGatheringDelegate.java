package org.seealso.gathering;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class PlanNextGatheringDelegate implements JavaDelegate {
    private final Gatherings gatherings;
    private final PublishedRules rules;

    PlanNextGatheringDelegate(Gatherings gatherings, PublishedRules rules) {
        this.gatherings = gatherings;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        UUID mentorship = facts.id("mentorshipId");
        Optional<Instant> next = gatherings.next(mentorship, facts.number("period"), row);
        facts.set("anotherOne", next.isPresent());
        next.ifPresent(at -> facts.set("gatheringAt", at));
    }
}
