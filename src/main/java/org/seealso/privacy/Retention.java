package org.seealso.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.seealso.answer.Answers;
import org.seealso.engine.DueDates;
import org.seealso.privacy.RetentionRepository.Over;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes what people wrote once its time is over: as they chose when they applied or in the closing survey, and at the
 * latest when the row of the program says so (B14). Whoever has nothing left in any program is erased altogether.
 */
@Component
@Transactional
public class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int MONTHS_OF_A_YEAR = 12;

    private final RetentionRepository found;
    private final Answers answers;
    private final Traces traces;
    private final Erasure erasure;
    private final PublishedRules rules;
    private final DueDates dates;
    private final Clock clock;

    Retention(
            RetentionRepository found,
            Answers answers,
            Traces traces,
            Erasure erasure,
            PublishedRules rules,
            DueDates dates,
            Clock clock) {
        this.found = found;
        this.answers = answers;
        this.traces = traces;
        this.erasure = erasure;
        this.rules = rules;
        this.dates = dates;
        this.clock = clock;
    }

    /** Counts of one run, as coordinators see them. */
    public record Report(String program, Instant at, int participants, int persons) {}

    /** Today's run over all programs; twice a day does no harm. */
    public List<Report> enforce() {
        List<Report> reports = new ArrayList<>();
        Instant now = clock.instant();
        found.tidy(now);
        traces.backAgain().forEach(erasure::erase);
        for (ProgramRow row : rules.programs(rules.current())) {
            LocalDate today = dates.today(row.zone());
            List<Over> due = found.over(row.program()).stream()
                    .filter(over -> !today.isBefore(lastDay(over, row)))
                    .toList();
            due.forEach(over -> forget(over, now));
            int persons = 0;
            for (UUID person : due.stream().map(Over::person).distinct().toList()) {
                if (found.nothingLeft(person)) {
                    erasure.erase(person);
                    persons++;
                }
            }
            found.note(row.program(), now, due.size(), persons);
            reports.add(new Report(row.program(), now, due.size(), persons));
            LOG.info(
                    "Retention, {}: the words of {} applications deleted, {} persons forgotten",
                    row.program(),
                    due.size(),
                    persons);
        }
        return reports;
    }

    /** The newest run of each of these programs. */
    @Transactional(readOnly = true)
    public List<Report> latest(List<String> programs) {
        return found.latest(programs);
    }

    /** The day from which on the words of a part that is over are no longer kept. */
    private static LocalDate lastDay(Over over, ProgramRow row) {
        ZoneId zone = row.zone();
        LocalDate end = LocalDate.ofInstant(over.since(), zone);
        LocalDate latest = end.plusMonths(row.retentionMonths());
        LocalDate chosen =
                switch (over.choice()) {
                    case "delete" -> end;
                    case "afterProgram" -> row.rolling() || over.programEnded() ? end : latest;
                    case "oneYear" -> end.plusMonths(MONTHS_OF_A_YEAR);
                    default -> latest;
                };
        LocalDate waited = over.waits() ? end.plusMonths(row.carryOverMonths()) : end;
        LocalDate day = chosen.isBefore(latest) ? chosen : latest;
        return day.isBefore(waited) ? waited : day;
    }

    private void forget(Over over, Instant now) {
        Traces.Ids ids = found.ids(over);
        answers.keepOnlyCounts(over.participant(), over.role());
        found.forgetNotes(over.participant());
        traces.clear(ids);
        found.forgotten(over.participant(), now);
    }
}
