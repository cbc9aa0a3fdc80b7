package org.seealso.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cohorts of all programs. */
@Component
@Transactional
public class Cohorts {
    private final JdbcClient jdbc;
    private final Clock clock;

    Cohorts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void add(Cohort cohort) {
        jdbc.sql("""
                insert into cohort (id, program, name, zone, opens_on, closes_on, match_on, starts_on, ends_on, state, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        cohort.id(),
                        cohort.program(),
                        cohort.name(),
                        cohort.zone().getId(),
                        cohort.opensOn(),
                        cohort.closesOn(),
                        cohort.matchOn(),
                        cohort.startsOn(),
                        cohort.endsOn(),
                        cohort.state().name(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    public Cohort cohort(UUID id) {
        return jdbc.sql("select * from cohort where id = ?")
                .param(id)
                .query(Cohorts::read)
                .single();
    }

    /** Keeps everybody else who holds this cohort waiting until the transaction is over. */
    public Cohort hold(UUID id) {
        jdbc.sql("select id from cohort where id = ? for update")
                .param(id)
                .query(UUID.class)
                .single();
        return cohort(id);
    }

    public void move(UUID id, Cohort.State state) {
        jdbc.sql("update cohort set state = ? where id = ?")
                .params(state.name(), id)
                .update();
    }

    /** Gives a cohort other days. */
    public void reschedule(UUID id, CohortPlan plan) {
        jdbc.sql("update cohort set opens_on = ?, closes_on = ?, match_on = ?, starts_on = ?, ends_on = ? where id = ?")
                .params(plan.opensOn(), plan.closesOn(), plan.matchOn(), plan.startsOn(), plan.endsOn(), id)
                .update();
    }

    /** The cohort a public application goes to: the open one whose deadline comes first. */
    public Optional<Cohort> open(String program) {
        return jdbc.sql(
                        "select * from cohort where program = ? and state = 'OPEN' order by closes_on, created_at limit 1")
                .param(program)
                .query(Cohorts::read)
                .optional();
    }

    /** The cohort whose interest list takes people: the next one to open. */
    public Optional<Cohort> planned(String program) {
        return jdbc.sql("select * from cohort where program = ? and state = 'PLANNED'"
                        + " order by opens_on, created_at limit 1")
                .param(program)
                .query(Cohorts::read)
                .optional();
    }

    /** Every cohort of a program, newest first; empty if the program never had one. */
    public List<Cohort> ofProgram(String program) {
        return jdbc.sql("select * from cohort where program = ? order by opens_on desc, created_at desc")
                .param(program)
                .query(Cohorts::read)
                .list();
    }

    public List<Cohort> all() {
        return jdbc.sql("select * from cohort order by opens_on desc, created_at desc")
                .query(Cohorts::read)
                .list();
    }

    private static Cohort read(ResultSet row, int n) throws SQLException {
        return new Cohort(
                row.getObject("id", UUID.class),
                row.getString("program"),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class),
                row.getObject("match_on", LocalDate.class),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                Cohort.State.valueOf(row.getString("state")));
    }
}
