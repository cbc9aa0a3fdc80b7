package org.seealso.agreement;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class TakeProposalDelegate implements JavaDelegate {
    private final Agreements agreements;

    TakeProposalDelegate(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        UUID mentorship = facts.id("mentorshipId");
        UUID proposer = facts.id("proposerId");
        if (facts.maybeText("submissionId").isEmpty()) {
            agreements.proposal(mentorship).ifPresent(submission -> facts.set("submissionId", submission));
        }
        facts.set(
                "otherMemberIds",
                agreements.members(mentorship).stream()
                        .filter(member -> !member.equals(proposer))
                        .toList());
    }
}
