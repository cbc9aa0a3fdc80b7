package org.seealso.checkin;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendEncouragementDelegate implements JavaDelegate {
    private final ParticipantLetters letters;
    private final PublishedRules rules;
    private final CheckIns checkIns;

    SendEncouragementDelegate(ParticipantLetters letters, PublishedRules rules, CheckIns checkIns) {
        this.letters = letters;
        this.rules = rules;
        this.checkIns = checkIns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        ProgramRow row = rules.row(under.deployment(), under.program());
        letters.write(
                "encouragement",
                under,
                facts.id("applicationId"),
                facts.id("mentorshipId"),
                Map.of(
                        "topics",
                        checkIns.said(Asked.of(facts), row, under.deployment()).getOrDefault("topics", List.of())),
                null,
                List.of());
    }
}
