package org.seealso.closing;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendThanksDelegate implements JavaDelegate {
    private final ParticipantLetters letters;
    private final PublishedRules rules;
    private final Closings closings;
    private final Goodbyes goodbyes;

    SendThanksDelegate(ParticipantLetters letters, PublishedRules rules, Closings closings, Goodbyes goodbyes) {
        this.letters = letters;
        this.rules = rules;
        this.closings = closings;
        this.goodbyes = goodbyes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        UUID mentorship = facts.id("mentorshipId");

        for (UUID member : closings.members(mentorship)) {
            Goodbyes.Goodbye goodbye = goodbyes.of(mentorship, member, under);
            letters.write(
                    "thanks",
                    under,
                    member,
                    mentorship,
                    goodbye.values(),
                    null,
                    List.of(),
                    goodbye.certificate().orElse(null));
        }
    }
}
