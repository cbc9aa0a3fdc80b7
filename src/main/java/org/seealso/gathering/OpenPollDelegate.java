package org.seealso.gathering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.gathering.Gatherings.Proposal;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class OpenPollDelegate implements JavaDelegate {
    private final Gatherings gatherings;
    private final PublishedRules rules;
    private final ObjectMapper json;

    OpenPollDelegate(Gatherings gatherings, PublishedRules rules, ObjectMapper json) {
        this.gatherings = gatherings;
        this.rules = rules;
        this.json = json;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        UUID mentorship = facts.id("mentorshipId");
        UUID host = facts.id("hostId");
        Proposal proposal = gatherings.proposal(mentorship, host, row.zone());
        facts.set("facts", text(Map.of("dates", Gatherings.offered(proposal, row.zone()))));
        facts.set("otherIds", gatherings.others(mentorship, host));
        facts.set("answerBy", gatherings.answerBy(proposal, row));
    }

    private String text(Map<String, ?> said) {
        try {
            return json.writeValueAsString(said);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("dates and words are always JSON", e);
        }
    }
}
