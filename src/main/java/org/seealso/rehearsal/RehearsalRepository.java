package org.seealso.rehearsal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.seealso.rehearsal.Rehearsals.Kept;
import org.seealso.rehearsal.Rehearsals.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RehearsalRepository {
    private static final String COLUMNS =
            "select id, fingerprint, program, people, seed, started_by, started_at, state,"
                    + " percent, message, findings, compared, first_day, last_day, stopped_by,"
                    + " state = 'RUNNING' and seen_at < now() - interval '5 minutes' as lost from rehearsal ";

    private final JdbcClient jdbc;

    RehearsalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Kept kept) {
        jdbc.sql(
                        "insert into rehearsal (id, fingerprint, program, people, seed, started_by, started_at, state, percent,"
                                + " message, findings, compared, first_day, last_day)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        kept.id(),
                        kept.fingerprint(),
                        kept.program(),
                        kept.people(),
                        kept.seed(),
                        kept.startedBy(),
                        Timestamp.from(kept.startedAt()),
                        kept.state().name(),
                        kept.percent(),
                        kept.message(),
                        kept.findings(),
                        kept.compared())
                .param(kept.from())
                .param(kept.until())
                .update();
    }

    /** Whether it may go on: nobody has stopped it. */
    boolean progress(UUID id, int percent, String what) {
        return jdbc.sql("update rehearsal set percent = ?, message = ? where id = ? and state = 'RUNNING'")
                        .params(percent, what, id)
                        .update()
                == 1;
    }

    /** Whether it was still running. */
    boolean stop(UUID id, String who) {
        return jdbc.sql("update rehearsal set state = 'STOPPED', message = '', stopped_by = ? where id = ?"
                                + " and state = 'RUNNING'")
                        .params(who, id)
                        .update()
                == 1;
    }

    void done(UUID id, int findings, String report) {
        jdbc.sql("update rehearsal set state = 'DONE', percent = 100, message = '', findings = ?, report = ?"
                        + " where id = ? and state = 'RUNNING'")
                .params(findings, report, id)
                .update();
    }

    void failed(UUID id, String why) {
        jdbc.sql("update rehearsal set state = 'FAILED', message = ? where id = ? and state = 'RUNNING'")
                .params(why, id)
                .update();
    }

    /** These are played by a node that lives, or wait for their turn there. */
    void alive(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("update rehearsal set seen_at = now() where id in (:ids)")
                    .param("ids", ids)
                    .update();
        }
    }

    List<Kept> recent(int most) {
        return jdbc.sql(COLUMNS + "order by started_at desc, id limit ?")
                .param(most)
                .query(RehearsalRepository::kept)
                .list();
    }

    Optional<Kept> newestDone(String fingerprint) {
        return jdbc.sql(COLUMNS + "where fingerprint = ? and state = 'DONE' order by started_at desc, id limit 1")
                .param(fingerprint)
                .query(RehearsalRepository::kept)
                .optional();
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(RehearsalRepository::kept)
                .optional();
    }

    Optional<String> report(UUID id) {
        return jdbc.sql("select report from rehearsal where id = ? and report is not null")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** Of a server that was switched off nobody hears any more how far it is. */
    private static Kept kept(ResultSet row, int number) throws SQLException {
        boolean lost = row.getBoolean("lost");
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("fingerprint"),
                row.getString("program"),
                row.getInt("people"),
                row.getLong("seed"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                lost ? State.FAILED : State.valueOf(row.getString("state")),
                row.getInt("percent"),
                lost ? "the server it ran on was stopped. Start it again." : row.getString("message"),
                row.getInt("findings"),
                row.getBoolean("compared"),
                row.getString("stopped_by"));
    }
}
