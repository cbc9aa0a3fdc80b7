package org.seealso.closing;

import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class PrepareClosingDelegate implements JavaDelegate {
    private final Closings closings;
    private final PublishedRules rules;

    PrepareClosingDelegate(Closings closings, PublishedRules rules) {
        this.closings = closings;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        UUID mentorship = facts.id("mentorshipId");
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        boolean early = facts.maybeText("early").filter("true"::equals).isPresent();
        Instant answerBy = closings.begin(mentorship, early, row);
        facts.set("closingForm", row.closingForm());
        facts.set("memberIds", closings.members(mentorship));
        facts.set("askedIds", closings.asked(mentorship, row));
        facts.set("answerBy", answerBy);
        facts.set("closeAt", answerBy);
        facts.set("extended", false);
    }
}
