package org.seealso.program;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.people.CohortWish;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class CheckDatesDelegate implements JavaDelegate {
    private static final String GIVEN_UP = "nothing";

    private final CohortWishes wishes;
    private final PublishedRules rules;

    CheckDatesDelegate(CohortWishes wishes, PublishedRules rules) {
        this.wishes = wishes;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        String next = facts.textOrEmpty("next");
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        Optional<String> fault = wishes.fault(facts.textOrEmpty("cohortName"), wish(facts), row);
        facts.set("next", next);
        facts.set("datesFine", fault.isEmpty() && !next.equals(GIVEN_UP));
        facts.set("dateFault", fault.orElse(""));
        facts.set("label", facts.textOrEmpty("cohortName"));
    }

    static CohortWish wish(Facts facts) {
        return new CohortWish(
                facts.textOrEmpty("opensOn"),
                facts.textOrEmpty("closesOn"),
                facts.textOrEmpty("matchOn"),
                facts.textOrEmpty("startsOn"),
                facts.textOrEmpty("endsOn"),
                facts.textOrEmpty("sessionAt"),
                facts.textOrEmpty("sessionMinutes"),
                facts.textOrEmpty("sessionPlace"));
    }
}
