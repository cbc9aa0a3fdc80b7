package org.seealso.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who takes part in which cohort, and how far they have come. */
@Component
@Transactional
public class Participants {
    private static final String SELECT = "select p.id as participant_id, p.cohort_id, p.role, p.state, person.*"
            + " from participant p join person on person.id = p.person_id ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Participants(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new application; empty if this person already has one in this cohort. */
    public Optional<Participant> apply(UUID cohortId, Person person, String role) {
        UUID id = UUID.randomUUID();
        Timestamp now = Timestamp.from(clock.instant());
        int rows = jdbc.sql("""
                insert into participant (id, cohort_id, person_id, role, state, created_at, changed_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(id, cohortId, person.id(), role, Participant.State.APPLIED.name(), now, now)
                .update();
        return rows == 0 ? Optional.empty() : Optional.of(participant(id));
    }

    public Participant participant(UUID id) {
        return jdbc.sql(SELECT + "where p.id = ?")
                .param(id)
                .query(Participants::read)
                .single();
    }

    /** The application of a person in a cohort that still counts. */
    public Optional<Participant> of(UUID cohortId, UUID personId) {
        return jdbc.sql(SELECT
                        + "where p.cohort_id = ? and p.person_id = ? and p.state not in ('FORGOTTEN', 'WITHDRAWN')")
                .params(cohortId, personId)
                .query(Participants::read)
                .optional();
    }

    /** In order of application. */
    public List<Participant> in(UUID cohortId, Participant.State state) {
        return jdbc.sql(SELECT + "where p.cohort_id = ? and p.state = ? order by p.created_at, p.id")
                .params(cohortId, state.name())
                .query(Participants::read)
                .list();
    }

    public int count(UUID cohortId, Participant.State... states) {
        Set<String> names = new java.util.HashSet<>();
        for (Participant.State state : states) {
            names.add(state.name());
        }
        return jdbc.sql("select count(*) from participant where cohort_id = ? and state = any(string_to_array(?, ' '))")
                .params(cohortId, String.join(" ", names))
                .query(Integer.class)
                .single();
    }

    /** Moves a participant on; those who withdrew stay withdrawn. Returns whether the state was one of {@code from}. */
    public boolean move(UUID id, Set<Participant.State> from, Participant.State to) {
        String names = String.join(" ", from.stream().map(Enum::name).toList());
        return jdbc.sql(
                                "update participant set state = ?, changed_at = ? where id = ? and state = any(string_to_array(?, ' '))")
                        .params(to.name(), Timestamp.from(clock.instant()), id, names)
                        .update()
                == 1;
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
