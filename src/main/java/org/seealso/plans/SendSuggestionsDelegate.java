package org.seealso.plans;

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
class SendSuggestionsDelegate implements JavaDelegate {
    private final Plans plans;
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    SendSuggestionsDelegate(Plans plans, ParticipantLetters letters, PublishedRules rules) {
        this.plans = plans;
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        UUID mentorship = facts.id("mentorshipId");
        UUID member = facts.id("applicationId");
        if (!plans.member(mentorship, member)) {
            return;
        }
        List<Map<String, String>> wishes = plans.suggestions(mentorship, facts.id("submissionId")).stream()
                .map(said -> Map.of("name", said.name(), "note", said.note()))
                .toList();
        letters.write("other-times", under, member, mentorship, Map.of("wishes", wishes), null, List.of());
    }
}
