package org.seealso.admission;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.DueDates;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

/** Tells somebody who waits honestly where they are; who is being asked about a match knows better already. */
@Component
class SendNewsDelegate implements JavaDelegate {
    private final Applications applications;
    private final ParticipantLetters letters;
    private final PublishedRules rules;
    private final DueDates dates;

    SendNewsDelegate(Applications applications, ParticipantLetters letters, PublishedRules rules, DueDates dates) {
        this.applications = applications;
        this.letters = letters;
        this.rules = rules;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        ProgramRow row = rules.row(under.deployment(), under.program());
        applications.waiting(facts.id("applicationId")).ifPresent(pool -> {
            LocalDate since =
                    LocalDate.ofInstant(facts.maybeInstant("waitingSince").orElseGet(dates::now), row.zone());
            letters.write(
                    "where-you-are",
                    under,
                    facts.id("applicationId"),
                    Map.of(
                            "waitingSince",
                            since,
                            "peers",
                            row.mentorForm().isEmpty(),
                            "mentorsWaiting",
                            pool.mentors(),
                            "menteesWaiting",
                            pool.others(),
                            "mentor",
                            pool.mentor(),
                            "matched",
                            pool.matched(),
                            "nextOn",
                            dates.next(since, row.newsEveryDays(), row.zone())));
        });
    }
}
