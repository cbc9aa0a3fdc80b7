package org.seealso.people;

import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The information session of each cohort that has one. */
@Component
@Transactional
public class InformationSessions {
    private final JdbcClient jdbc;

    InformationSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<InformationSession> of(UUID cohortId) {
        return jdbc.sql("select * from information_session where cohort_id = ?")
                .param(cohortId)
                .query((row, n) -> new InformationSession(
                        row.getTimestamp("starts_at").toInstant(),
                        row.getInt("minutes"),
                        row.getString("place"),
                        row.getInt("sequence")))
                .optional();
    }

    /** Plans the session of a cohort, or moves it; returns whether anything is different now. */
    public boolean plan(UUID cohortId, InformationSession session) {
        return jdbc.sql("""
                insert into information_session (cohort_id, starts_at, minutes, place) values (?, ?, ?, ?)
                on conflict (cohort_id) do update set starts_at = excluded.starts_at, minutes = excluded.minutes,
                  place = excluded.place, sequence = information_session.sequence + 1
                  where (information_session.starts_at, information_session.minutes, information_session.place)
                    is distinct from (excluded.starts_at, excluded.minutes, excluded.place)""")
                        .params(cohortId, Timestamp.from(session.startsAt()), session.minutes(), session.place())
                        .update()
                == 1;
    }
}
