package org.seealso.matching;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of V4: runs, their pools and their groups. */
@Repository
class MatchRepository {
    record Run(
            UUID id,
            UUID cohortId,
            String deployment,
            Instant madeAt,
            int people,
            long total,
            long bound,
            int fullMarks,
            int solves,
            String fingerprint,
            int edition,
            @Nullable String confirmedBy,
            boolean recorded) {}

    /** Somebody of a run's pool; {@code reason} if the solver left them over. */
    record Person(UUID participantId, @Nullable String reason) {}

    record Group(UUID id, boolean byHand, boolean confirmed, Scoring.Explained explained, List<UUID> members) {}

    private final JdbcClient jdbc;

    MatchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Run run) {
        jdbc.sql("""
                insert into match_run (id, cohort_id, deployment, made_at, people, total, bound, full_marks, solves, fingerprint)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        run.id(),
                        run.cohortId(),
                        run.deployment(),
                        Timestamp.from(run.madeAt()),
                        run.people(),
                        run.total(),
                        run.bound(),
                        run.fullMarks(),
                        run.solves(),
                        run.fingerprint())
                .update();
    }

    void addPerson(UUID runId, int position, Person person) {
        jdbc.sql("insert into match_person (run_id, participant_id, position, reason) values (?, ?, ?, ?)")
                .params(Arrays.asList(runId, person.participantId(), position, person.reason()))
                .update();
    }

    void addGroup(UUID runId, int position, Group group) {
        jdbc.sql("""
                insert into match_proposal (id, run_id, position, origin, confirmed, score, reasons, told, watch)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        group.id(),
                        runId,
                        position,
                        group.byHand() ? "BY_HAND" : "FOUND",
                        group.confirmed(),
                        group.explained().score(),
                        texts(group.explained().reasons()),
                        texts(group.explained().told()),
                        texts(group.explained().watch()))
                .update();
        int place = 0;
        for (UUID member : group.members()) {
            jdbc.sql("insert into match_proposal_member (proposal_id, participant_id, position) values (?, ?, ?)")
                    .params(group.id(), member, place++)
                    .update();
        }
    }

    private static String[] texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    Optional<Run> newest(UUID cohortId) {
        return run(cohortId, "");
    }

    /** Holds the run for this transaction, so that two coordinators decide one after the other. */
    Optional<Run> newestHeld(UUID cohortId) {
        return run(cohortId, " for update");
    }

    private Optional<Run> run(UUID cohortId, String hold) {
        return jdbc.sql("select * from match_run where cohort_id = ? order by number desc limit 1" + hold)
                .param(cohortId)
                .query(MatchRepository::readRun)
                .optional();
    }

    /** In the order of the pool. */
    List<Person> people(UUID runId) {
        return jdbc.sql("select participant_id, reason from match_person where run_id = ? order by position")
                .param(runId)
                .query((row, n) -> new Person(row.getObject("participant_id", UUID.class), row.getString("reason")))
                .list();
    }

    List<Group> groups(UUID runId) {
        return jdbc.sql("select * from match_proposal where run_id = ? order by position")
                .param(runId)
                .query(this::readGroup)
                .list();
    }

    /** Forgets what was put together by hand and confirmed before. */
    void reopen(UUID runId) {
        jdbc.sql("delete from match_proposal where run_id = ? and origin = 'BY_HAND'")
                .param(runId)
                .update();
        jdbc.sql("update match_proposal set confirmed = false where run_id = ?")
                .param(runId)
                .update();
    }

    void confirmGroup(UUID groupId, int position) {
        jdbc.sql("update match_proposal set confirmed = true, position = ? where id = ?")
                .params(position, groupId)
                .update();
    }

    void confirmRun(UUID runId, int edition, String by, Instant at) {
        jdbc.sql("update match_run set edition = ?, confirmed_by = ?, confirmed_at = ? where id = ?")
                .params(edition, by, Timestamp.from(at), runId)
                .update();
    }

    void recordGroup(UUID groupId, UUID mentorshipId) {
        jdbc.sql("update match_proposal set mentorship_id = ? where id = ?")
                .params(mentorshipId, groupId)
                .update();
    }

    void recordRun(UUID runId, Instant at) {
        jdbc.sql("update match_run set recorded_at = ? where id = ?")
                .params(Timestamp.from(at), runId)
                .update();
    }

    /** The mentorships that came of a run, in the order of its groups. */
    List<UUID> mentorships(UUID runId) {
        return jdbc.sql(
                        "select mentorship_id from match_proposal where run_id = ? and mentorship_id is not null order by position")
                .param(runId)
                .query(UUID.class)
                .list();
    }

    List<String> told(UUID mentorshipId) {
        return jdbc.sql("select told from match_proposal where mentorship_id = ?")
                .param(mentorshipId)
                .query((row, n) -> texts(row.getArray("told")))
                .optional()
                .orElse(List.of());
    }

    private static Run readRun(ResultSet row, int n) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                row.getObject("cohort_id", UUID.class),
                row.getString("deployment"),
                row.getTimestamp("made_at").toInstant(),
                row.getInt("people"),
                row.getLong("total"),
                row.getLong("bound"),
                row.getInt("full_marks"),
                row.getInt("solves"),
                row.getString("fingerprint"),
                row.getInt("edition"),
                row.getString("confirmed_by"),
                row.getTimestamp("recorded_at") != null);
    }

    private Group readGroup(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<UUID> members = jdbc.sql(
                        "select participant_id from match_proposal_member where proposal_id = ? order by position")
                .param(id)
                .query(UUID.class)
                .list();
        return new Group(
                id,
                row.getString("origin").equals("BY_HAND"),
                row.getBoolean("confirmed"),
                new Scoring.Explained(
                        row.getInt("score"),
                        texts(row.getArray("reasons")),
                        texts(row.getArray("told")),
                        texts(row.getArray("watch"))),
                members);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
