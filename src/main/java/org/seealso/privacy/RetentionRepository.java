package org.seealso.privacy;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RetentionRepository {
    private static final Duration DRAFTS = Duration.ofDays(30);
    /** Far longer than any mail server tries, so that the same message never acts twice. */
    private static final Duration MAIL = Duration.ofDays(400);

    private final JdbcClient jdbc;

    RetentionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A part in a program that is over, and whose words are still there.
     *
     * @param since when it was over: the later of the person's last step and the end of their last mentorship
     * @param choice how long they said we may keep what they wrote, as they said last; empty if they never did
     * @param waits whether they found no match, so that their application may wait for the next cohort
     */
    record Over(
            UUID participant,
            UUID person,
            UUID cohort,
            String role,
            Instant since,
            String choice,
            boolean programEnded,
            boolean waits) {}

    List<Over> over(String program) {
        return jdbc.sql("""
                        select p.id, p.person_id, p.cohort_id, p.role, c.state = 'ENDED' as ended,
                            p.state = 'UNMATCHED' as waits,
                            greatest(p.changed_at, (select max(s.ended_at) from member m
                                join mentorship s on s.id = m.mentorship_id where m.participant_id = p.id)) as since,
                            coalesce((select a.value #>> '{}' from answer a
                                where a.participant_id = p.id and a.author = p.person_id::text and a.field = 'retention'
                                order by a.answered_at desc limit 1), '') as choice
                        from participant p join cohort c on c.id = p.cohort_id
                        where c.program = ? and p.forgotten_at is null
                            and (p.state in ('WITHDRAWN', 'DECLINED', 'NOT_ELIGIBLE', 'FORGOTTEN', 'DONE')
                                or c.state = 'ENDED')
                            and not exists (select 1 from member m join mentorship s on s.id = m.mentorship_id
                                where m.participant_id = p.id and m.left_at is null
                                    and s.state not in ('CALLED_OFF', 'CLOSED'))
                        order by p.id""")
                .param(program)
                .query((row, n) -> new Over(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getObject("cohort_id", UUID.class),
                        row.getString("role"),
                        row.getTimestamp("since").toInstant(),
                        row.getString("choice"),
                        row.getBoolean("ended"),
                        row.getBoolean("waits")))
                .list();
    }

    /** A part alone: the person's other parts keep what is theirs. */
    Traces.Ids ids(Over over) {
        Set<UUID> mentorships = new HashSet<>(jdbc.sql("select mentorship_id from member where participant_id = ?")
                .param(over.participant())
                .query(UUID.class)
                .list());
        return new Traces.Ids(over.person(), Set.of(over.participant()), mentorships, Set.of(over.cohort()), Set.of());
    }

    /** What coordinators wrote about somebody goes with what they wrote themselves. */
    void forgetNotes(UUID participant) {
        jdbc.sql("delete from answer where participant_id = ? and author is distinct from person_id::text")
                .param(participant)
                .update();
    }

    void forgotten(UUID participant, Instant now) {
        jdbc.sql("update participant set forgotten_at = ? where id = ?")
                .params(Timestamp.from(now), participant)
                .update();
    }

    /** Whether everything this person ever took part in has been forgotten. */
    boolean nothingLeft(UUID person) {
        return jdbc.sql("select not exists (select 1 from participant where person_id = :person"
                        + " and forgotten_at is null) from person where id = :person and erased_at is null")
                .param("person", person)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /**
     * Half-filled forms nobody can send any more, wishes for an address nobody confirmed, and who wrote to us when: the
     * words of a mail are gone long before.
     */
    void tidy(Instant now) {
        jdbc.sql("update link set draft = null where draft is not null and expires_at < ?")
                .param(Timestamp.from(now.minus(DRAFTS)))
                .update();
        jdbc.sql("delete from incoming_mail where arrived_at < ?")
                .param(Timestamp.from(now.minus(MAIL)))
                .update();
        jdbc.sql("delete from address_change where expires_at < ?")
                .param(Timestamp.from(now))
                .update();
    }

    void note(String program, Instant now, int participants, int persons) {
        jdbc.sql("insert into retention_run (ran_at, program, participants, persons) values (?, ?, ?, ?)")
                .params(Timestamp.from(now), program, participants, persons)
                .update();
    }

    List<Retention.Report> latest(List<String> programs) {
        return jdbc.sql("select distinct on (program) * from retention_run where program = any(?)"
                        + " order by program, id desc")
                .param(programs.toArray(String[]::new))
                .query((row, n) -> new Retention.Report(
                        row.getString("program"),
                        row.getTimestamp("ran_at").toInstant(),
                        row.getInt("participants"),
                        row.getInt("persons")))
                .list();
    }
}
