package org.seealso.checkin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.DueDates;
import org.seealso.engine.Facts;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class PrepareCheckInDelegate implements JavaDelegate {
    private final CheckIns checkIns;
    private final PublishedRules rules;
    private final DueDates dates;
    private final ObjectMapper json;

    PrepareCheckInDelegate(CheckIns checkIns, PublishedRules rules, DueDates dates, ObjectMapper json) {
        this.checkIns = checkIns;
        this.rules = rules;
        this.dates = dates;
        this.json = json;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        String deployment = rules.deploymentOf(facts.definition());
        ProgramRow row = rules.row(deployment, facts.text("program"));
        Asked asked = Asked.of(facts);
        facts.set("facts", text(checkIns.said(asked, row, deployment)));
        facts.set("otherIds", checkIns.others(asked));
        facts.set("answerBy", dates.morningIn(row.checkInExpiresAfterDays(), row.zone()));
    }

    private String text(Object said) {
        try {
            return json.writeValueAsString(said);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and words are always JSON", e);
        }
    }
}
