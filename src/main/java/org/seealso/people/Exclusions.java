package org.seealso.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who must never be matched (again). Only coordinators read it; neither of the two ever learns that it exists. */
@Component
@Transactional
public class Exclusions {
    public enum Kind {
        /** A coordinator said so. */
        FORBIDDEN,
        /** One of them did not agree to the match; that is never held against anybody. */
        DECLINED,
        /** They were matched, and it did not work. */
        FAILED
    }

    /** Two persons kept apart, by whom and why. */
    public record Exclusion(UUID one, UUID other, Kind kind, String by, String why, Instant at) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Exclusions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps two persons apart for good; said twice, the first word stays. */
    public void add(UUID one, UUID other, Kind kind, String by, String why) {
        jdbc.sql("""
                insert into exclusion (person_a, person_b, kind, said_by, why, said_at)
                values (least(:one, :other), greatest(:one, :other), :kind, :by, :why, :now)
                on conflict do nothing""")
                .param("one", one)
                .param("other", other)
                .param("kind", kind.name())
                .param("by", by)
                .param("why", why)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Every two of these persons. */
    public void addAll(List<UUID> persons, Kind kind, String by, String why) {
        for (int i = 0; i < persons.size(); i++) {
            for (UUID other : persons.subList(i + 1, persons.size())) {
                add(persons.get(i), other, kind, by, why);
            }
        }
    }

    /** Takes back what a coordinator said; what the two of them said stays. */
    public void allow(UUID one, UUID other) {
        jdbc.sql("delete from exclusion where person_a = least(:one, :other) and person_b = greatest(:one, :other)"
                        + " and kind = 'FORBIDDEN'")
                .param("one", one)
                .param("other", other)
                .update();
    }

    /** Everything said about people of a cohort, oldest first. */
    public List<Exclusion> in(UUID cohortId) {
        return jdbc.sql("""
                select * from exclusion
                where person_a in (select person_id from participant where cohort_id = :cohort)
                  and person_b in (select person_id from participant where cohort_id = :cohort)
                order by said_at, person_a, person_b""")
                .param("cohort", cohortId)
                .query((row, n) -> new Exclusion(
                        row.getObject("person_a", UUID.class),
                        row.getObject("person_b", UUID.class),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("said_by"),
                        row.getString("why"),
                        row.getTimestamp("said_at").toInstant()))
                .list();
    }

    public Set<Set<UUID>> pairs(UUID cohortId) {
        Set<Set<UUID>> pairs = new HashSet<>();
        in(cohortId).forEach(e -> pairs.add(Set.of(e.one(), e.other())));
        return pairs;
    }
}
