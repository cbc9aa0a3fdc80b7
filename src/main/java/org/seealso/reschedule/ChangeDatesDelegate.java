package org.seealso.reschedule;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class ChangeDatesDelegate implements JavaDelegate {
    private final NewDates newDates;

    ChangeDatesDelegate(NewDates newDates) {
        this.newDates = newDates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        facts.set("moved", newDates.change(facts.id("cohortId"), CheckNewDatesDelegate.wish(facts)));
    }
}
