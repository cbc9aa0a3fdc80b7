package org.seealso.closing;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class PassOnWishesDelegate implements JavaDelegate {
    private final Closings closings;
    private final Goodbyes goodbyes;
    private final PublishedRules rules;

    PassOnWishesDelegate(Closings closings, Goodbyes goodbyes, PublishedRules rules) {
        this.closings = closings;
        this.goodbyes = goodbyes;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        UUID mentorship = facts.id("mentorshipId");
        closings.members(mentorship).forEach(member -> goodbyes.passOnWishes(mentorship, member, under));
    }
}
