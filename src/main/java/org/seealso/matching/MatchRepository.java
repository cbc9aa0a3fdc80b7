package org.seealso.matching;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.matching.fit.Explained;
import org.seealso.matching.optimum.Shape;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of V4 and V6: runs, their pools and their groups. */
@Repository
class MatchRepository {
    /**
     * One search for matches, never changed but for its confirmation.
     *
     * @param instance the process that waits for it
     * @param deployment whose weights and row counted
     * @param bestPair the score of the best pair thinkable in the pool: 100 % of a fit
     * @param freeTotal what the total would be without what was fixed by hand; {@code freeLeft} are left over then
     * @param startTotal for groups, the total of the pool cut in order of application
     * @param trouble why nothing could be found at all, as a sentence; else empty
     * @param madeBy who had it found again; null for the program itself
     */
    record Run(
            UUID id,
            UUID cohortId,
            @Nullable String instance,
            Shape shape,
            String deployment,
            Instant madeAt,
            int people,
            long total,
            long bound,
            long freeTotal,
            int freeLeft,
            long startTotal,
            int bestPair,
            long effort,
            String fingerprint,
            String trouble,
            List<String> wouldHelp,
            @Nullable String madeBy,
            String why,
            int edition,
            @Nullable String confirmedBy,
            boolean recorded) {
        boolean isOpen() {
            return confirmedBy == null && !recorded;
        }
    }

    /** Somebody of a run's pool; {@code reason} says why they are left over, {@code held} that a coordinator wished it. */
    record Person(UUID participantId, @Nullable String reason, boolean held) {}

    enum Origin {
        /** By the search. */
        FOUND,
        /** Found earlier, and kept by a coordinator while the rest was found again. */
        LOCKED,
        /** By the people themselves (D1, D14). */
        CHOSEN,
        BY_HAND
    }

    record Group(UUID id, Origin origin, boolean confirmed, Explained explained, List<UUID> members) {}

    private final JdbcClient jdbc;

    MatchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Run run) {
        jdbc.sql("""
                insert into match_run (id, cohort_id, instance, shape, deployment, made_at, people, total, bound,
                  free_total, free_left, start_total, best_pair, effort, fingerprint, trouble, would_help, made_by, why)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        run.id(),
                        run.cohortId(),
                        run.instance(),
                        run.shape().name(),
                        run.deployment(),
                        Timestamp.from(run.madeAt()),
                        run.people(),
                        run.total(),
                        run.bound(),
                        run.freeTotal(),
                        run.freeLeft(),
                        run.startTotal(),
                        run.bestPair(),
                        run.effort(),
                        run.fingerprint(),
                        run.trouble(),
                        texts(run.wouldHelp()),
                        run.madeBy(),
                        run.why()))
                .update();
    }

    void addPerson(UUID runId, int position, Person person) {
        jdbc.sql("insert into match_person (run_id, participant_id, position, reason, held) values (?, ?, ?, ?, ?)")
                .params(Arrays.asList(runId, person.participantId(), position, person.reason(), person.held()))
                .update();
    }

    void addGroup(UUID runId, int position, Group group) {
        Explained explained = group.explained();
        jdbc.sql("""
                insert into match_proposal (id, run_id, position, origin, confirmed, score, gives, reasons, watch, bars)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        group.id(),
                        runId,
                        position,
                        group.origin().name(),
                        group.confirmed(),
                        explained.score(),
                        texts(explained.gives()),
                        texts(explained.reasons()),
                        texts(explained.watch()),
                        texts(explained.bars().stream()
                                .map(bar -> bar.percent() + "|" + bar.criterion())
                                .toList()))
                .update();
        for (int i = 0; i < group.members().size(); i++) {
            jdbc.sql(
                            "insert into match_proposal_member (proposal_id, participant_id, position, told) values (?, ?, ?, ?)")
                    .params(
                            group.id(),
                            group.members().get(i),
                            i,
                            texts(explained.told().get(i)))
                    .update();
        }
    }

    private static String[] texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    Optional<Run> newest(UUID cohortId) {
        return jdbc.sql("select * from match_run where cohort_id = ? order by number desc limit 1")
                .param(cohortId)
                .query(MatchRepository::readRun)
                .optional();
    }

    /** Holds the run for this transaction, so that two coordinators decide one after the other. */
    Optional<Run> newestHeld(UUID cohortId) {
        return jdbc.sql("select * from match_run where cohort_id = ? order by number desc limit 1 for update")
                .param(cohortId)
                .query(MatchRepository::readRun)
                .optional();
    }

    /** The newest run a process waits for. */
    Optional<Run> newestHeld(String instance) {
        return jdbc.sql("select * from match_run where instance = ? order by number desc limit 1 for update")
                .param(instance)
                .query(MatchRepository::readRun)
                .optional();
    }

    /** In the order of the pool. */
    List<Person> people(UUID runId) {
        return jdbc.sql("select participant_id, reason, held from match_person where run_id = ? order by position")
                .param(runId)
                .query((row, n) -> new Person(
                        row.getObject("participant_id", UUID.class), row.getString("reason"), row.getBoolean("held")))
                .list();
    }

    /** In the order they were found; what was put together by hand comes last. */
    List<Group> groups(UUID runId) {
        Map<UUID, List<Member>> members = new HashMap<>();
        jdbc.sql("select m.* from match_proposal_member m join match_proposal p on p.id = m.proposal_id"
                        + " where p.run_id = ? order by m.position")
                .param(runId)
                .query((row, n) -> members.computeIfAbsent(
                                row.getObject("proposal_id", UUID.class), id -> new ArrayList<>())
                        .add(new Member(row.getObject("participant_id", UUID.class), texts(row.getArray("told")))))
                .list();
        return jdbc.sql("select * from match_proposal where run_id = ? order by position")
                .param(runId)
                .query((row, n) -> readGroup(row, members))
                .list();
    }

    private record Member(UUID participantId, List<String> told) {}

    /** Forgets what was put together by hand and confirmed before. */
    void reopen(UUID runId) {
        jdbc.sql("delete from match_proposal where run_id = ? and origin = 'BY_HAND' and confirmed")
                .param(runId)
                .update();
        jdbc.sql("update match_proposal set confirmed = false where run_id = ?")
                .param(runId)
                .update();
    }

    /** Notes who of a run is held back by a coordinator, and nobody else. */
    void hold(UUID runId, List<UUID> held) {
        jdbc.sql("update match_person set held = participant_id = any(?) where run_id = ?")
                .params(held.toArray(UUID[]::new), runId)
                .update();
    }

    void confirmGroup(UUID groupId, int position) {
        jdbc.sql("update match_proposal set confirmed = true, position = ? where id = ?")
                .params(position, groupId)
                .update();
    }

    void confirmRun(UUID runId, int edition, String by, String why, Instant at) {
        jdbc.sql("update match_run set edition = ?, confirmed_by = ?, confirm_why = ?, confirmed_at = ? where id = ?")
                .params(edition, by, why, Timestamp.from(at), runId)
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

    private static Run readRun(ResultSet row, int n) throws SQLException {
        long total = row.getLong("total");
        return new Run(
                row.getObject("id", UUID.class),
                row.getObject("cohort_id", UUID.class),
                row.getString("instance"),
                Shape.valueOf(row.getString("shape")),
                row.getString("deployment"),
                row.getTimestamp("made_at").toInstant(),
                row.getInt("people"),
                total,
                row.getLong("bound"),
                row.getLong("free_total"),
                row.getInt("free_left"),
                row.getLong("start_total"),
                row.getInt("best_pair"),
                row.getLong("effort"),
                row.getString("fingerprint"),
                row.getString("trouble"),
                texts(row.getArray("would_help")),
                row.getString("made_by"),
                row.getString("why"),
                row.getInt("edition"),
                row.getString("confirmed_by"),
                row.getTimestamp("recorded_at") != null);
    }

    private static Group readGroup(ResultSet row, Map<UUID, List<Member>> members) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<Member> mine = members.getOrDefault(id, List.of());
        return new Group(
                id,
                Origin.valueOf(row.getString("origin")),
                row.getBoolean("confirmed"),
                new Explained(
                        row.getInt("score"),
                        texts(row.getArray("gives")),
                        texts(row.getArray("reasons")),
                        texts(row.getArray("watch")),
                        mine.stream().map(Member::told).toList(),
                        texts(row.getArray("bars")).stream()
                                .map(bar -> bar.split("\\|", 2))
                                .map(bar -> new Explained.Bar(bar[1], Integer.parseInt(bar[0])))
                                .toList()),
                mine.stream().map(Member::participantId).toList());
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
