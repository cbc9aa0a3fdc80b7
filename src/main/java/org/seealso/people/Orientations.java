package org.seealso.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who passed the orientation of which program, and when. */
@Component
@Transactional
public class Orientations {
    private final JdbcClient jdbc;
    private final Clock clock;

    Orientations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void passed(UUID personId, String program) {
        jdbc.sql("insert into orientation (person_id, program, passed_at) values (?, ?, ?)"
                        + " on conflict (person_id, program) do update set passed_at = excluded.passed_at")
                .params(personId, program, Timestamp.from(clock.instant()))
                .update();
    }

    public boolean passedSince(UUID personId, String program, Instant moment) {
        return jdbc.sql("select count(*) from orientation where person_id = ? and program = ? and passed_at >= ?")
                        .params(personId, program, Timestamp.from(moment))
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
