package org.seealso.agreement;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.DueDates;
import org.seealso.engine.Facts;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class RecordAgreementDelegate implements JavaDelegate {
    private final Agreements agreements;
    private final AgreementProcess process;
    private final PublishedRules rules;
    private final DueDates dates;

    RecordAgreementDelegate(Agreements agreements, AgreementProcess process, PublishedRules rules, DueDates dates) {
        this.agreements = agreements;
        this.process = process;
        this.rules = rules;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ZoneId zone = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"))
                .zone();
        UUID mentorship = facts.id("mentorshipId");
        Optional<UUID> submission = facts.maybeId("submissionId");
        if (submission.isEmpty() || !agreements.active(mentorship)) {
            return;
        }
        agreements.agree(mentorship, submission.get(), zone);
        process.replace(mentorship, execution.getProcessInstanceId());
        agreements.reviewOn(mentorship, submission.get(), zone).ifPresent(day -> {
            facts.set("reviewWanted", true);
            facts.set("reviewAt", dates.morningOf(day, zone));
        });
    }
}
