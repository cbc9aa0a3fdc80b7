package org.seealso.agreement;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendReviewDelegate implements JavaDelegate {
    private final Agreements agreements;
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    SendReviewDelegate(Agreements agreements, ParticipantLetters letters, PublishedRules rules) {
        this.agreements = agreements;
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        ZoneId zone = rules.row(under.deployment(), under.program()).zone();
        UUID mentorship = facts.id("mentorshipId");
        if (!agreements.active(mentorship) || agreements.quiet(mentorship, zone)) {
            return;
        }
        Map<String, Object> values = Map.of("agreement", agreements.text(facts.id("submissionId"), under.deployment()));
        for (UUID member : agreements.members(mentorship)) {
            letters.write("agreement-review", under, member, mentorship, values, null, List.of());
        }
    }
}
