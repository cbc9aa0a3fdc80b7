package org.seealso.reschedule;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.people.Cohort;
import org.seealso.people.CohortWish;
import org.springframework.stereotype.Component;

@Component
class CheckNewDatesDelegate implements JavaDelegate {
    private static final String GIVEN_UP = "nothing";

    private final NewDates newDates;

    CheckNewDatesDelegate(NewDates newDates) {
        this.newDates = newDates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        String next = facts.textOrEmpty("next");
        Optional<Cohort> cohort = newDates.cohort(facts.textOrEmpty("cohortId"));
        Optional<String> fault = newDates.fault(cohort, wish(facts));
        facts.set("next", next);
        facts.set("datesFine", fault.isEmpty() && !next.equals(GIVEN_UP));
        facts.set("dateFault", fault.orElse(""));
        facts.set("program", cohort.map(Cohort::program).orElse(""));
        facts.set("label", cohort.map(Cohort::name).orElse(""));
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
