package org.seealso.reschedule;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.Calendars;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.people.Participant;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendNewDatesDelegate implements JavaDelegate {
    private final NewDates newDates;
    private final ParticipantLetters letters;
    private final Calendars calendars;
    private final PublishedRules rules;

    SendNewDatesDelegate(NewDates newDates, ParticipantLetters letters, Calendars calendars, PublishedRules rules) {
        this.newDates = newDates;
        this.letters = letters;
        this.calendars = calendars;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        UUID cohort = facts.id("cohortId");
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        for (Participant told : newDates.told(cohort, facts.textOrEmpty("moved"))) {
            letters.write("new-dates", under, told.id(), newDates.days(told));
        }
        String title = rules.row(under.deployment(), under.program()).name();
        for (Participant told : newDates.toldOnTheList(cohort, facts.textOrEmpty("moved"))) {
            letters.write(
                    "new-dates-list",
                    under,
                    told.id(),
                    null,
                    calendars.whenAndWhere(cohort),
                    null,
                    calendars.session(cohort, title));
        }
    }
}
