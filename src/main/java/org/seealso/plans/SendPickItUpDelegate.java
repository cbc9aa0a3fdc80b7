package org.seealso.plans;

import java.time.ZoneId;
import java.util.HashMap;
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

/** Not where somebody else is busy still, or a pause goes on: then their own day brings the letter. */
@Component
class SendPickItUpDelegate implements JavaDelegate {
    private final Plans plans;
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    SendPickItUpDelegate(Plans plans, ParticipantLetters letters, PublishedRules rules) {
        this.plans = plans;
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        ZoneId zone = rules.row(under.deployment(), under.program()).zone();
        for (Plans.Place place : plans.underWay(facts.id("applicationId"))) {
            UUID mentorship = place.mentorshipId();
            if (plans.quiet(mentorship, zone)) {
                continue;
            }
            Map<String, Object> values = new HashMap<>();
            plans.next(mentorship).ifPresent(next -> values.put("meeting", next.startsAt()));
            for (UUID member : plans.members(mentorship)) {
                letters.write("pick-up-again", under, member, mentorship, values, null, List.of());
            }
        }
    }
}
