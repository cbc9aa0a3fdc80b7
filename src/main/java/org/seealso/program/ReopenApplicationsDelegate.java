package org.seealso.program;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.people.Cohort;
import org.seealso.people.Participant;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class ReopenApplicationsDelegate implements JavaDelegate {
    private final ProgramCohorts cohorts;
    private final CohortTimers timers;
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    ReopenApplicationsDelegate(
            ProgramCohorts cohorts, CohortTimers timers, ParticipantLetters letters, PublishedRules rules) {
        this.cohorts = cohorts;
        this.timers = timers;
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        UUID id = facts.id("cohortId");
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        ProgramRow row = rules.row(under.deployment(), under.program());
        Cohort open = cohorts.reopen(id, facts.text("reopenUntil"), row);
        timers.of(open, row).forEach(facts::set);
        for (Participant waiting : cohorts.waiting(id)) {
            letters.write("new-dates", under, waiting.id(), Map.of("nextOn", open.matchOn()));
        }
    }
}
