package org.seealso.privacy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes a person out of our own tables. Ids, counts and states stay: others' mentorships and results rest on them. */
@Repository
class Traces {
    private final JdbcClient jdbc;

    Traces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything by which a person is known in the tables. */
    record Ids(UUID person, Set<UUID> participants, Set<UUID> mentorships, Set<UUID> cohorts, Set<UUID> submissions) {
        Collection<UUID> all() {
            Set<UUID> all = new HashSet<>(participants);
            all.addAll(mentorships);
            all.addAll(submissions);
            all.add(person);
            return all;
        }
    }

    Ids ids(UUID person) {
        return new Ids(
                person,
                set("select id from participant where person_id = ?", person),
                set(
                        "select mentorship_id from member m join participant p on p.id = m.participant_id"
                                + " where p.person_id = ?",
                        person),
                set("select cohort_id from participant where person_id = ?", person),
                set(
                        "select submission_id from answer where person_id = ? union select submission_id from answer a"
                                + " join participant p on p.id = a.participant_id where p.person_id = ?",
                        person,
                        person));
    }

    private Set<UUID> set(String sql, Object... parameters) {
        return new HashSet<>(jdbc.sql(sql).params(parameters).query(UUID.class).list());
    }

    /** Every address we ever wrote to them at, or were asked to. */
    Set<String> addresses(UUID person) {
        return new HashSet<>(jdbc.sql("select lower(email) from person where id = :person"
                        + " union select lower(address) from address_change where person_id = :person"
                        + " union select lower(address) from letter where person_id = :person")
                .param("person", person)
                .query(String.class)
                .list());
    }

    void keepForSecondLook(UUID person, Collection<String> names, Collection<String> addresses, Instant now) {
        jdbc.sql(
                        "insert into erasure (person_id, asked_at, names, addresses) values (?, ?, ?, ?)"
                                + " on conflict (person_id) do update set names = excluded.names, addresses = excluded.addresses, swept_at = null")
                .params(person, Timestamp.from(now), names.toArray(String[]::new), addresses.toArray(String[]::new))
                .update();
    }

    /** What a second look is for; null arrays are never stored. */
    record Wanted(UUID person, List<String> names, List<String> addresses) {}

    List<Wanted> unswept(UUID person) {
        return jdbc.sql("select person_id, names, addresses from erasure where person_id = ? and swept_at is null"
                        + " for update")
                .param(person)
                .query((row, n) -> new Wanted(
                        row.getObject("person_id", UUID.class),
                        List.of((String[]) row.getArray("names").getArray()),
                        List.of((String[]) row.getArray("addresses").getArray())))
                .list();
    }

    /** Who was erased before a dump that knows them was restored. */
    List<UUID> backAgain() {
        return jdbc.sql(
                        "select e.person_id from erasure e join person p on p.id = e.person_id where p.erased_at is null")
                .query(UUID.class)
                .list();
    }

    void swept(UUID person, Instant now) {
        jdbc.sql("update erasure set swept_at = ?, names = '{}', addresses = '{}' where person_id = ?")
                .params(Timestamp.from(now), person)
                .update();
    }

    /** The person becomes a number. The address must be one of a kind and can never be written to. */
    void forgetWho(UUID person, Instant now) {
        jdbc.sql("update person set name = 'A former member', email = ? || '@erased.invalid', language = 'en',"
                        + " erased_at = ? where id = ?")
                .params(person.toString(), Timestamp.from(now), person)
                .update();
    }

    boolean isErased(UUID person) {
        return jdbc.sql("select erased_at is not null from person where id = ?")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    /** Takes away what one or several parts of a person left behind, but their answers. */
    void clear(Ids ids) {
        UUID[] parts = ids.participants().toArray(UUID[]::new);
        UUID[] mentorships = ids.mentorships().toArray(UUID[]::new);
        jdbc.sql("delete from link where participant_id = any(?)").param(parts).update();
        jdbc.sql("delete from letter where participant_id = any(?)")
                .param(parts)
                .update();
        jdbc.sql("update check_in set fit = null where participant_id = any(?)")
                .param(parts)
                .update();
        jdbc.sql("update participant set busy_until = null, front = false where id = any(?)")
                .param(parts)
                .update();
        // Why people were matched is told in their own words, to both of them.
        jdbc.sql("update member set reasons = '{}' where mentorship_id = any(?) or participant_id = any(?)")
                .params(mentorships, parts)
                .update();
        String theirs = "(select proposal_id from match_proposal_member where participant_id = any(?))";
        jdbc.sql("update match_proposal set reasons = '{}', watch = '{}', gives = '{}', bars = '{}' where id in "
                        + theirs)
                .param(parts)
                .update();
        jdbc.sql("update match_proposal_member set told = '{}' where proposal_id in " + theirs)
                .param(parts)
                .update();
        jdbc.sql("update match_person set reason = '' where participant_id = any(?) and reason is not null")
                .param(parts)
                .update();
    }

    /** Deletes what only ever concerned this person as a whole. */
    void clearPerson(Ids ids, Collection<String> addresses) {
        UUID person = ids.person();
        String[] mailboxes = addresses.toArray(String[]::new);
        jdbc.sql("delete from link where person_id = ?").param(person).update();
        jdbc.sql("delete from letter where person_id = ? or lower(address) = any(?)")
                .params(person, mailboxes)
                .update();
        jdbc.sql("delete from address_change where person_id = ?").param(person).update();
        jdbc.sql("delete from orientation where person_id = ?").param(person).update();
        jdbc.sql("delete from never_ask_again where person_id = ?")
                .param(person)
                .update();
        jdbc.sql("delete from exclusion where person_a = ? or person_b = ?")
                .params(person, person)
                .update();
        jdbc.sql("delete from import_file where cohort_id = any(?)")
                .param(ids.cohorts().toArray(UUID[]::new))
                .update();
    }

    /** Deletes what they wrote, and what coordinators wrote about them alone. */
    void clearAnswers(Ids ids) {
        jdbc.sql("delete from answer where author = ? or person_id = ? or participant_id = any(?)")
                .params(
                        ids.person().toString(),
                        ids.person(),
                        ids.participants().toArray(UUID[]::new))
                .update();
    }

    /**
     * Names in what coordinators noted about a mentorship or wrote into a search, and in letters to others. What other
     * participants wrote stays theirs, but for an address.
     */
    void replaceNames(Ids ids, List<String> names, List<String> words, Collection<String> addresses) {
        UUID[] mentorships = ids.mentorships().toArray(UUID[]::new);
        UUID[] cohorts = ids.cohorts().toArray(UUID[]::new);
        for (String name : names) {
            String pattern = EngineTraces.whole(name);
            String own = " = regexp_replace(%s, :pattern, :nobody, 'gi')";
            jdbc.sql("update answer set shown" + own.formatted("shown") + ", question" + own.formatted("question")
                            + ", value = cast(regexp_replace(value::text, :pattern, :nobody, 'gi') as jsonb)"
                            + " where (cohort_id = any(:cohorts) or mentorship_id = any(:mentorships))"
                            + " and (author is distinct from person_id::text or form like 'register%')"
                            + " and (shown ~* :pattern or question ~* :pattern or value::text ~* :pattern)")
                    .param("pattern", pattern)
                    .param("nobody", EngineTraces.NOBODY)
                    .param("cohorts", cohorts)
                    .param("mentorships", mentorships)
                    .update();
            for (String column : List.of("why", "confirm_why", "trouble")) {
                jdbc.sql("update match_run set " + column + own.formatted(column)
                                + " where cohort_id = any(:cohorts) and " + column + " ~* :pattern")
                        .param("pattern", pattern)
                        .param("nobody", EngineTraces.NOBODY)
                        .param("cohorts", cohorts)
                        .update();
            }
            jdbc.sql("update match_run set would_help = array(select regexp_replace(idea, :pattern, :nobody, 'gi')"
                            + " from unnest(would_help) idea) where cohort_id = any(:cohorts)"
                            + " and array_to_string(would_help, ' ') ~* :pattern")
                    .param("pattern", pattern)
                    .param("nobody", EngineTraces.NOBODY)
                    .param("cohorts", cohorts)
                    .update();
        }
        for (String address : addresses) {
            jdbc.sql("update answer set shown = regexp_replace(shown, :pattern, :nobody, 'gi'),"
                            + " value = cast(regexp_replace(value::text, :pattern, :nobody, 'gi') as jsonb)"
                            + " where shown ~* :pattern")
                    .param("pattern", EngineTraces.whole(address))
                    .param("nobody", EngineTraces.NOBODY)
                    .update();
        }
        letters(ids, names, words, addresses);
    }

    /** What was sent to partners is in their mailboxes; of ours only the heading is needed. What still waits goes on. */
    private void letters(Ids ids, List<String> names, List<String> words, Collection<String> addresses) {
        String theirs = " from letter where person_id in (select q.person_id from participant q"
                + " where q.cohort_id = any(:cohorts)) or mentorship_id = any(:mentorships) or person_id is null";
        jdbc.sql("update letter set text = '', html = '', calendar = null, attachment = null"
                        + " where state not in ('WAITING', 'SENDING') and text <> '' and id in (select id" + theirs
                        + ")"
                        + " and text ~* :pattern")
                .param("cohorts", ids.cohorts().toArray(UUID[]::new))
                .param("mentorships", ids.mentorships().toArray(UUID[]::new))
                .param("pattern", anyOf(names, words, addresses))
                .update();
        for (String word : concat(names, words, addresses)) {
            jdbc.sql("update letter set subject = regexp_replace(subject, :pattern, :nobody, 'g'),"
                            + " label = regexp_replace(label, :pattern, :nobody, 'g'),"
                            + " text = regexp_replace(text, :pattern, :nobody, 'g'),"
                            + " html = regexp_replace(html, :pattern, :nobody, 'g'),"
                            + " calendar = regexp_replace(calendar, :pattern, :nobody, 'g')"
                            + " where id in (select id" + theirs + ")"
                            + " and (subject ~ :pattern or label ~ :pattern or text ~ :pattern or html ~ :pattern"
                            + " or calendar ~ :pattern)")
                    .param("cohorts", ids.cohorts().toArray(UUID[]::new))
                    .param("mentorships", ids.mentorships().toArray(UUID[]::new))
                    .param("pattern", EngineTraces.whole(word))
                    .param("nobody", EngineTraces.NOBODY)
                    .update();
        }
    }

    private static String anyOf(List<String> names, List<String> words, Collection<String> addresses) {
        return String.join(
                "|",
                concat(names, words, addresses).stream()
                        .map(EngineTraces::whole)
                        .toList());
    }

    private static Set<String> concat(List<String> names, List<String> words, Collection<String> addresses) {
        // Whole names before their parts, or their parts would be replaced twice.
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(addresses);
        all.addAll(words);
        return all;
    }
}
