package org.seealso.agreement;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.DueDates;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class PrepareAgreementDelegate implements JavaDelegate {
    /** Asked twice is enough: nobody has to agree on anything in writing (A6). */
    private static final int ENOUGH = 2;

    private final Agreements agreements;
    private final AgreementProcess process;
    private final PublishedRules rules;
    private final DueDates dates;

    PrepareAgreementDelegate(Agreements agreements, AgreementProcess process, PublishedRules rules, DueDates dates) {
        this.agreements = agreements;
        this.process = process;
        this.rules = rules;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        UUID mentorship = facts.id("mentorshipId");
        boolean first = facts.maybeText("asked").isEmpty();
        int asked = first ? 0 : facts.number("asked");
        if (first) {
            facts.set("asked", 0);
            facts.set("objection", false);
            facts.set("reviewWanted", false);
            process.supersede(mentorship, execution.getProcessInstanceId());
            if (facts.maybeText("submissionId").isPresent()) {
                facts.set("ask", AgreementProcess.WRITTEN);
                return;
            }
        }
        Optional<Instant> at = agreements.askAt(mentorship, facts.maybeInstant("askAgainAt"), row.zone());
        if (asked == ENOUGH || at.isEmpty()) {
            facts.set("ask", AgreementProcess.NEVER);
        } else if (at.get().isAfter(dates.now())) {
            facts.set("ask", AgreementProcess.LATER);
            facts.set("askAgainAt", at.get());
        } else {
            facts.set("ask", AgreementProcess.NOW);
            facts.set("asked", asked + 1);
            facts.set("askAgainAt", dates.morningIn(row.formExpiresAfterDays(), row.zone()));
            facts.set("proposerId", agreements.writer(mentorship));
        }
    }
}
