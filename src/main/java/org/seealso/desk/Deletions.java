package org.seealso.desk;

import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.seealso.privacy.Retention;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

/** What retention did last, program by program, in counts: whoever is forgotten is named nowhere, not even here. */
@Component
class Deletions {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.CANADA);

    private final Retention retention;
    private final PublishedRules rules;

    Deletions(Retention retention, PublishedRules rules) {
        this.retention = retention;
        this.rules = rules;
    }

    /** @param all every program, as an admin sees them */
    List<Map<String, String>> of(boolean all, Collection<String> programs) {
        List<ProgramRow> rows = rules.programs(rules.current()).stream()
                .filter(row -> all || programs.contains(row.program()))
                .toList();
        return retention.latest(rows.stream().map(ProgramRow::program).toList()).stream()
                .map(report -> Map.of("line", line(report, rows)))
                .toList();
    }

    private static String line(Retention.Report report, List<ProgramRow> rows) {
        ProgramRow row = rows.stream()
                .filter(candidate -> candidate.program().equals(report.program()))
                .findFirst()
                .orElseThrow();
        return row.name() + ", " + DAY.format(report.at().atZone(row.zone())) + ": what "
                + count(report.participants(), "application", "applications") + " held deleted, "
                + count(report.persons(), "person", "persons") + " forgotten";
    }

    private static String count(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
