package org.seealso.program;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.seealso.engine.DueDates;
import org.seealso.people.Cohorts;
import org.seealso.rules.PublishedRules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever tries SeeAlso out finds a program open for applications: as if a coordinator had started a cohort today. */
@Component
@ConditionalOnProperty("seealso.tryout.program")
class FirstCohort {
    private static final int WEEK = 7;
    private static final int MONTHS = 6;

    private final ProgramProcess process;
    private final Cohorts cohorts;
    private final PublishedRules rules;
    private final DueDates dates;
    private final String program;

    FirstCohort(
            ProgramProcess process,
            Cohorts cohorts,
            PublishedRules rules,
            DueDates dates,
            @Value("${seealso.tryout.program}") String program) {
        this.process = process;
        this.cohorts = cohorts;
        this.rules = rules;
        this.dates = dates;
        this.program = program;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (process.isRunning() || !cohorts.ofProgram(program).isEmpty()) {
            return;
        }
        LocalDate today = dates.today(rules.row(rules.current(), program).zone());
        LocalDate starts = today.plusDays(2 * WEEK);
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("program", program);
        wanted.put("cohortName", "Trial " + today.getYear());
        wanted.put("opensOn", today.minusDays(1).toString());
        wanted.put("closesOn", today.plusDays(WEEK).toString());
        wanted.put("matchOn", today.plusDays(WEEK + 1).toString());
        wanted.put("startsOn", starts.toString());
        wanted.put("endsOn", starts.plusMonths(MONTHS).toString());
        process.start(wanted);
    }
}
