package org.seealso.mypage;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Everything the tables hold of one person: the programs' own and, since a program is a diagram, the engine's. Of other
 * people it holds nothing, neither names nor words. Conduct reports are in none of it: an export lies about, and whoever
 * finds it must not learn that there was one (A13).
 */
@Repository
class Belongings {
    private final JdbcClient jdbc;

    Belongings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One answered question of this person. */
    record Told(
            UUID submission,
            String form,
            String field,
            String question,
            String shown,
            List<String> readers,
            @Nullable UUID cohort,
            Timestamp at,
            List<Timestamp> read) {}

    /** What this person answered, the newest form first; {@code read} says when a coordinator looked at it. */
    List<Told> told(UUID person) {
        return jdbc.sql("""
                        select a.submission_id, a.form, a.field, a.question, a.shown, a.readers, a.cohort_id, a.answered_at,
                            array(select distinct date_trunc('day', r.at) from reading r
                                where r.submission_id = a.submission_id and r.field = a.field order by 1) as read
                        from answer a where a.author = ? order by a.answered_at desc, a.submission_id, a.position""")
                .param(person.toString())
                .query((row, n) -> new Told(
                        row.getObject("submission_id", UUID.class),
                        row.getString("form"),
                        row.getString("field"),
                        row.getString("question"),
                        row.getString("shown"),
                        List.of((String[]) row.getArray("readers").getArray()),
                        row.getObject("cohort_id", UUID.class),
                        row.getTimestamp("answered_at"),
                        List.of((Timestamp[]) row.getArray("read").getArray())))
                .list();
    }

    /** For the file: a title and what to take; every query has the person as its one parameter. */
    Map<String, List<Map<String, Object>>> everything(UUID person) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        QUERIES.forEach((title, sql) -> all.put(title, rows(sql, person)));
        return all;
    }

    private static final Map<String, String> QUERIES = queries();

    private static Map<String, String> queries() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("person", "select name, email, language, created_at as known_since from person where id = :person");
        queries.put("new address asked for", """
                select address, asked_at, expires_at, old_says_yes, new_says_yes from address_change
                where person_id = :person""");
        queries.put("parts in programs", """
                select p.id, c.program, c.name as cohort, p.role, p.state, p.created_at as since,
                    p.changed_at, p.pool_since, p.front as first_in_pool, p.busy_until
                from participant p join cohort c on c.id = p.cohort_id where p.person_id = :person order by p.created_at""");
        queries.put("mentorships", """
                select s.id, c.program, c.name as cohort, s.state, s.starts_on, s.ends_on, s.paused_until, s.stopped,
                    s.ended_at, m.left_at
                from member m join participant p on p.id = m.participant_id join mentorship s on s.id = m.mentorship_id
                    join cohort c on c.id = s.cohort_id
                where p.person_id = :person order by s.starts_on""");
        queries.put("meetings", """
                select t.mentorship_id, t.starts_at, t.minutes, t.cancelled
                from meeting t join member m on m.mentorship_id = t.mentorship_id
                    join participant p on p.id = m.participant_id
                where p.person_id = :person order by t.starts_at""");
        queries.put("agreements", """
                select g.mentorship_id, g.agreed_at, g.first_at, g.frequency, g.minutes
                from agreement g join member m on m.mentorship_id = g.mentorship_id
                    join participant p on p.id = m.participant_id
                where p.person_id = :person""");
        queries.put("answers", """
                select form, question, shown as answer, value::text as value, readers, answered_at
                from answer where author = cast(:person as text) order by answered_at, submission_id, position""");
        queries.put("what coordinators noted about you", """
                select a.form, a.question, a.shown as note, a.answered_at
                from answer a join participant p on p.id = a.participant_id
                where p.person_id = :person and a.mentorship_id is null and a.author <> cast(:person as text)
                    and 'coordinators' = any(a.readers)
                order by a.answered_at, a.submission_id, a.position""");
        queries.put("check-ins counted", """
                select k.mentorship_id, k.period, k.state, k.contacts, k.fit, k.live_call, k.recorded_at
                from check_in k join participant p on p.id = k.participant_id where p.person_id = :person
                order by k.recorded_at""");
        queries.put("turns as host", """
                select h.mentorship_id, h.turn, h.period from host h join participant p on p.id = h.participant_id
                where p.person_id = :person order by h.turn""");
        queries.put("orientations passed", "select program, passed_at from orientation where person_id = :person");
        queries.put("never ask again", "select program from never_ask_again where person_id = :person");
        queries.put("searches for a match you were in", """
                select r.made_at, r.confirmed_at, w.position, exists (select 1 from match_proposal o
                    join match_proposal_member m on m.proposal_id = o.id
                    where o.run_id = r.id and m.participant_id = w.participant_id) as matched
                from match_person w join match_run r on r.id = w.run_id join participant p on p.id = w.participant_id
                where p.person_id = :person order by r.made_at""");
        queries.put("what you agreed to", """
                select what, words, version, form, given_at from consent_given where person_id = :person
                order by given_at""");
        queries.put("who read your answers", """
                select at, 'a coordinator' as who, form, field from reading where person_id = :person order by at""");
        queries.put("letters to you", """
                select name, program, created_at, sent_at, state, address from letter
                where person_id = :person and name not like 'conduct%' order by created_at""");
        queries.put("forms begun and not sent", """
                select form, created_at, expires_at, draft::text as draft from link
                where person_id = :person and draft is not null and purpose <> 'CONDUCT_REPORT' order by created_at""");
        queries.put("links in your letters", """
                select purpose, state, count(*) as how_many, min(created_at) as first, max(created_at) as last from link
                where person_id = :person group by purpose, state order by purpose, state""");
        queries.put("steps of the programs about you", """
                select distinct i.proc_def_key_ as diagram, i.start_time_ as began, i.end_time_ as ended
                from act_hi_procinst i join act_hi_varinst v on v.proc_inst_id_ = i.proc_inst_id_
                where v.name_ in ('applicationId', 'leaverId', 'personId') and v.text_ in (
                    select id::text from participant where person_id = :person union select cast(:person as text))
                    and i.proc_def_key_ <> 'conduct-report'
                order by began""");
        return queries;
    }

    private List<Map<String, Object>> rows(String sql, UUID person) {
        return jdbc.sql(sql).param("person", person).query((row, n) -> row(row)).list();
    }

    private static Map<String, Object> row(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> cells = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object cell = cell(row, i, columns.getColumnTypeName(i));
            if (cell != null) {
                cells.put(columns.getColumnLabel(i), cell);
            }
        }
        return cells;
    }

    private static @Nullable Object cell(ResultSet row, int column, String type) throws SQLException {
        if (row.getObject(column) == null) {
            return null;
        }
        if (type.startsWith("timestamp")) {
            return row.getTimestamp(column).toInstant().toString();
        }
        if (type.equals("date")) {
            LocalDate day = row.getObject(column, LocalDate.class);
            return day.equals(LocalDate.MAX) ? "open" : day.toString();
        }
        if (type.startsWith("_")) {
            return new ArrayList<>(Arrays.asList((Object[]) row.getArray(column).getArray()));
        }
        Object value = row.getObject(column);
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
