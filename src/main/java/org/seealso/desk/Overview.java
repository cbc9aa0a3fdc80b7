package org.seealso.desk;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seealso.engine.DueDates;
import org.seealso.engine.Rhythm;
import org.seealso.people.Contacts;
import org.seealso.rules.PublishedRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts for the overview page; no name in them. */
@Component
class Overview {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.CANADA);

    private static final Map<String, String> COHORT_WORDS = Map.of(
            "PLANNED", "planned",
            "OPEN", "open for applications",
            "CLOSED", "applications closed",
            "RUNNING", "running");

    private static final Map<String, String> STATE_WORDS = stateWords();

    private final JdbcClient jdbc;

    private final Contacts contacts;
    private final PublishedRules rules;
    private final DueDates dates;

    Overview(JdbcClient jdbc, Contacts contacts, PublishedRules rules, DueDates dates) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.rules = rules;
        this.dates = dates;
    }

    /**
     * A cohort that has not ended.
     *
     * @param pace how many of its mentorships are on pace, behind, or had no contact yet (C3)
     */
    record CohortLine(
            String name,
            String program,
            String state,
            boolean open,
            String dates,
            List<Count> people,
            int mentorships,
            List<Count> pace) {}

    /** So many of something. */
    record Count(String what, int count) {}

    /** Whether letters go out: {@code fine} while nothing waits for more than a moment and nothing was refused. */
    record LetterLine(int sentLastDay, int waiting, int undelivered, boolean fine) {}

    /** @param programs those that whoever asks looks after */
    List<CohortLine> cohorts(Set<String> programs) {
        if (programs.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select id, program, name, zone, state, opens_on, closes_on, starts_on, ends_on from cohort"
                        + " where state <> 'ENDED' and program in (:programs) order by starts_on, name")
                .param("programs", programs)
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    String state = row.getString("state");
                    return new CohortLine(
                            row.getString("name"),
                            row.getString("program"),
                            COHORT_WORDS.getOrDefault(state, state.toLowerCase(Locale.ROOT)),
                            state.equals("OPEN"),
                            "Applications " + day(row.getObject("opens_on", LocalDate.class)) + " to "
                                    + day(row.getObject("closes_on", LocalDate.class)) + ", mentorships "
                                    + day(row.getObject("starts_on", LocalDate.class)) + " to "
                                    + day(row.getObject("ends_on", LocalDate.class)),
                            people(id),
                            mentorships(id),
                            pace(id, row.getString("program"), ZoneId.of(row.getString("zone"))));
                })
                .list();
    }

    private List<Count> people(UUID cohort) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        jdbc.sql("select state, count(*) as n from participant where cohort_id = ? group by state")
                .param(cohort)
                .query((row, n) -> counted.put(row.getString("state"), row.getInt("n")))
                .list();
        List<Count> counts = new ArrayList<>();
        STATE_WORDS.forEach((state, words) -> {
            Integer count = counted.get(state);
            if (count != null) {
                counts.add(new Count(words, count));
            }
        });
        return counts;
    }

    private int mentorships(UUID cohort) {
        return count("select count(*) from mentorship where state in ('ACTIVE', 'ENDING') and cohort_id = ?", cohort);
    }

    private List<Count> pace(UUID cohort, String program, ZoneId zone) {
        if (mentorships(cohort) == 0) {
            return List.of();
        }
        Rhythm hope = rules.row(rules.current(), program).contacts();
        Map<Contacts.Pace, Long> counted = contacts.counts(cohort, hope, dates.today(zone)).values().stream()
                .collect(Collectors.groupingBy(told -> told.count().pace(), Collectors.counting()));
        return Stream.of(Contacts.Pace.values())
                .map(pace ->
                        new Count(pace.words(), counted.getOrDefault(pace, 0L).intValue()))
                .filter(count -> count.count() > 0)
                .toList();
    }

    /** Of all programs. */
    LetterLine letters() {
        return letters("", Map.of());
    }

    LetterLine letters(Set<String> programs) {
        return letters(" and program = any (:programs)", Map.of("programs", programs.toArray(String[]::new)));
    }

    private LetterLine letters(String which, Map<String, ?> parameters) {
        int sent = lettersThat("state = 'SENT' and sent_at > now() - interval '1 day'" + which, parameters);
        int waiting = lettersThat("state in ('WAITING', 'SENDING')" + which, parameters);
        int undelivered = lettersThat(
                "state in ('REFUSED', 'UNKNOWN') and created_at > now() - interval '30 days'" + which, parameters);
        boolean outage = count("select count(*) from mail_outage") > 0;
        return new LetterLine(sent, waiting, undelivered, !outage);
    }

    private int lettersThat(String which, Map<String, ?> parameters) {
        return jdbc.sql("select count(*) from letter where " + which)
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    private int count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Integer.class).single();
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }

    private static Map<String, String> stateWords() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("APPLIED", "applied, address not confirmed");
        words.put("IN_REVIEW", "waiting for a coordinator");
        words.put("POOL", "in the pool");
        words.put("ASKED", "asked about a match");
        words.put("MATCHED", "matched");
        words.put("UNMATCHED", "without a match");
        words.put("DONE", "done");
        words.put("DECLINED", "declined");
        words.put("NOT_ELIGIBLE", "not eligible");
        words.put("WITHDRAWN", "withdrawn");
        return words;
    }
}
