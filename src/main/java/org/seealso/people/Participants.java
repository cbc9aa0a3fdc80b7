package org.seealso.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who takes part in which cohort, and how far they have come. */
@Component
@Transactional
public class Participants {
    private static final String SELECT = "select p.id as participant_id, p.cohort_id, p.role, p.state, person.*"
            + " from participant p join person on person.id = p.person_id ";

    /** The role of whoever has not applied yet. */
    private static final String INTERESTED = "interested";

    private final JdbcClient jdbc;
    private final Clock clock;

    Participants(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new application; empty if this person already has one in this cohort. */
    public Optional<Participant> apply(UUID cohortId, Person person, String role) {
        UUID id = Ids.next();
        Timestamp now = Timestamp.from(clock.instant());
        int rows = jdbc.sql("""
                insert into participant (id, cohort_id, person_id, role, state, created_at, changed_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(id, cohortId, person.id(), role, Participant.State.APPLIED.name(), now, now)
                .update();
        return rows == 1 ? Optional.of(participant(id)) : fromTheList(cohortId, person, role);
    }

    /** Whoever is on the interest list becomes an applicant and keeps their id. */
    private Optional<Participant> fromTheList(UUID cohortId, Person person, String role) {
        return jdbc.sql("update participant set role = ?, state = 'APPLIED', changed_at = ?"
                        + " where cohort_id = ? and person_id = ? and role = ? and state in ('APPLIED', 'INTERESTED')"
                        + " returning id")
                .params(role, Timestamp.from(clock.instant()), cohortId, person.id(), INTERESTED)
                .query(UUID.class)
                .optional()
                .map(this::participant);
    }

    /**
     * The mentors of earlier cohorts whom the new one may ask again, as they were last: nobody who is in it already, and
     * nobody who said never.
     */
    public List<Participant> earlierMentors(String program, UUID cohortId, Set<Participant.State> states) {
        return jdbc.sql(
                        "select distinct on (p.person_id) p.id as participant_id, p.cohort_id, p.role, p.state, person.*"
                                + " from participant p join person on person.id = p.person_id"
                                + " join cohort c on c.id = p.cohort_id"
                                + " where c.program = :program and c.id <> :cohort and p.role = 'mentor'"
                                + " and p.state = any(string_to_array(:states, ' '))"
                                + " and not exists (select 1 from participant now where now.cohort_id = :cohort"
                                + "   and now.person_id = p.person_id and now.state not in ('FORGOTTEN', 'WITHDRAWN'))"
                                + " and not exists (select 1 from never_ask_again n"
                                + "   where n.person_id = p.person_id and n.program = c.program)"
                                + " order by p.person_id, p.created_at desc")
                .param("program", program)
                .param("cohort", cohortId)
                .param("states", names(states))
                .query(Participants::read)
                .list();
    }

    /** Nobody asks this person again whether they mentor in this program. */
    public void neverAskAgain(UUID personId, String program) {
        jdbc.sql("insert into never_ask_again (person_id, program) values (?, ?) on conflict do nothing")
                .params(personId, program)
                .update();
    }

    /** Somebody for the interest list; empty if the cohort knows this person already. */
    public Optional<Participant> interested(UUID cohortId, Person person) {
        return of(cohortId, person.id()).isPresent() ? Optional.empty() : apply(cohortId, person, INTERESTED);
    }

    public Optional<Participant> find(UUID id) {
        return jdbc.sql(SELECT + "where p.id = ?")
                .param(id)
                .query(Participants::read)
                .optional();
    }

    public Participant participant(UUID id) {
        return jdbc.sql(SELECT + "where p.id = ?")
                .param(id)
                .query(Participants::read)
                .single();
    }

    /** Their newest place in any program, for whoever writes to us without saying what about. */
    public Optional<Participant> newestOf(UUID personId) {
        return jdbc.sql(SELECT + "where p.person_id = ? order by p.created_at desc, p.id limit 1")
                .param(personId)
                .query(Participants::read)
                .optional();
    }

    /** The application of a person in a cohort that still counts. */
    public Optional<Participant> of(UUID cohortId, UUID personId) {
        return jdbc.sql(SELECT
                        + "where p.cohort_id = ? and p.person_id = ? and p.state not in ('FORGOTTEN', 'WITHDRAWN')")
                .params(cohortId, personId)
                .query(Participants::read)
                .optional();
    }

    /** Every part a person ever had, the newest first. */
    public List<Participant> of(UUID personId) {
        return jdbc.sql(SELECT + "where p.person_id = ? order by p.created_at desc, p.id")
                .param(personId)
                .query(Participants::read)
                .list();
    }

    /** Whether a person was in this cohort and left it. */
    public boolean hasLeft(UUID cohortId, UUID personId) {
        return !jdbc.sql("select 1 from participant where cohort_id = ? and person_id = ? and state = 'WITHDRAWN'")
                .params(cohortId, personId)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** In order of application. */
    public List<Participant> in(UUID cohortId, Participant.State state) {
        return jdbc.sql(SELECT + "where p.cohort_id = ? and p.state = ? order by p.created_at, p.id")
                .params(cohortId, state.name())
                .query(Participants::read)
                .list();
    }

    /**
     * Somebody who waits for a match.
     *
     * @param since when they first came into the pool
     * @param arrived when they last did, as after a match that fell through
     * @param front whether they come before everybody else
     */
    public record Waiting(Participant participant, Instant since, Instant arrived, boolean front) {}

    /**
     * Everybody in one of these states who is not busy on the day: those to the front, then in the order they came into
     * the pool.
     */
    public List<Waiting> waiting(UUID cohortId, Set<Participant.State> states, LocalDate today) {
        return jdbc.sql("select p.id as participant_id, p.cohort_id, p.role, p.state, p.front, p.changed_at,"
                        + " coalesce(p.pool_since, p.changed_at) as since, person.*"
                        + " from participant p join person on person.id = p.person_id"
                        + " where p.cohort_id = ? and p.state = any(string_to_array(?, ' '))"
                        + " and (p.busy_until is null or p.busy_until < ?)"
                        + " order by p.front desc, since, p.created_at, p.id")
                .params(cohortId, names(states), today)
                .query((row, n) -> new Waiting(
                        read(row, n),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("changed_at").toInstant(),
                        row.getBoolean("front")))
                .list();
    }

    /** Puts somebody before everybody else of the pool until they are matched, as when a match fell through (complaint 1). */
    public void toFront(UUID id) {
        jdbc.sql("update participant set front = true where id = ?").param(id).update();
    }

    /**
     * Ends the waiting of a whole pool: a mentor who has a mentee counts as matched, everybody else has no match. Returns
     * whose waiting ended.
     */
    public List<UUID> release(UUID cohortId) {
        return jdbc.sql("""
                update participant set changed_at = :now, state = case when exists (
                    select 1 from member join mentorship on mentorship.id = member.mentorship_id
                    where member.participant_id = participant.id and member.left_at is null
                      and mentorship.state not in ('CALLED_OFF', 'CLOSED')) then 'MATCHED' else 'UNMATCHED' end
                where cohort_id = :cohort and state in ('POOL', 'ACCEPTED') returning id""")
                .param("now", Timestamp.from(clock.instant()))
                .param("cohort", cohortId)
                .query(UUID.class)
                .list();
    }

    /** Keeps a person out of every pool until the day is over. */
    public void busyUntil(UUID personId, @Nullable LocalDate day) {
        jdbc.sql("update participant set busy_until = ? where person_id = ?")
                .params(Arrays.asList(day, personId))
                .update();
    }

    /** The last busy day of a person, past or to come, if they named one. */
    public Optional<LocalDate> busyUntil(UUID personId) {
        return jdbc.sql("select max(busy_until) from participant where person_id = ?")
                .param(personId)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    public int count(UUID cohortId, Participant.State... states) {
        return jdbc.sql("select count(*) from participant where cohort_id = ? and state = any(string_to_array(?, ' '))")
                .params(cohortId, names(Set.of(states)))
                .query(Integer.class)
                .single();
    }

    /** Moves a participant on; those who withdrew stay withdrawn. Returns whether the state was one of {@code from}. */
    public boolean move(UUID id, Set<Participant.State> from, Participant.State to) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("update participant set state = ?, changed_at = ?, front = front and ? <> 'MATCHED',"
                                + " pool_since = case when ? = 'POOL' then coalesce(pool_since, ?) else pool_since end"
                                + " where id = ? and state = any(string_to_array(?, ' '))")
                        .params(to.name(), now, to.name(), to.name(), now, id, names(from))
                        .update()
                == 1;
    }

    private static String names(Set<Participant.State> states) {
        return String.join(" ", states.stream().map(Enum::name).toList());
    }

    public void move(UUID id, Participant.State to) {
        move(id, EnumSet.complementOf(EnumSet.of(Participant.State.WITHDRAWN)), to);
    }

    static Participant read(ResultSet row, int n) throws SQLException {
        return new Participant(
                row.getObject("participant_id", UUID.class),
                row.getObject("cohort_id", UUID.class),
                People.read(row, n),
                row.getString("role"),
                Participant.State.valueOf(row.getString("state")));
    }
}
