package org.seealso.gathering;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class ChooseHostDelegate implements JavaDelegate {
    private final Gatherings gatherings;
    private final PublishedRules rules;

    ChooseHostDelegate(Gatherings gatherings, PublishedRules rules) {
        this.gatherings = gatherings;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        UUID mentorship = facts.id("mentorshipId");
        int period = gatherings.period(mentorship, row);
        boolean passed = facts.maybeText("period").equals(Optional.of(String.valueOf(period)));
        Optional<UUID> host = gatherings.host(mentorship, row, passed);
        facts.set("period", period);
        facts.set("hostFound", host.isPresent());
        host.ifPresent(id -> facts.set("hostId", id));
    }
}
