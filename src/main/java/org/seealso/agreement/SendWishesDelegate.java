package org.seealso.agreement;

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
class SendWishesDelegate implements JavaDelegate {
    private final Agreements agreements;
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    SendWishesDelegate(Agreements agreements, ParticipantLetters letters, PublishedRules rules) {
        this.agreements = agreements;
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        UUID mentorship = facts.id("mentorshipId");
        UUID proposer = facts.id("proposerId");
        if (!agreements.active(mentorship) || !agreements.members(mentorship).contains(proposer)) {
            return;
        }
        List<Map<String, String>> wishes = facts.maybeId("submissionId").stream()
                .flatMap(submission -> agreements.wishes(mentorship, submission).stream())
                .map(wish -> Map.of("name", wish.name(), "note", wish.note()))
                .toList();
        letters.write("agreement-wishes", under, proposer, mentorship, Map.of("wishes", wishes), null, List.of());
    }
}
