package org.seealso.publishing.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table migration. */
@Component
class MigrationRepository {
    private static final String SELECT =
            "select id, mentorship_id, to_deployment, who, at, moved, said, steps, undone_at from migration ";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    MigrationRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Kept(List<Move.Step> steps, String state) {}

    void add(Migration migration) {
        jdbc.sql("insert into migration (id, mentorship_id, to_deployment, who, at, moved, said, steps)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(migration.id())
                .param(migration.mentorship())
                .param(migration.toDeployment())
                .param(migration.who())
                .param(Timestamp.from(migration.at()))
                .param(migration.moved())
                .param(migration.said())
                .param(write(new Kept(migration.steps(), migration.state())))
                .update();
    }

    void undone(UUID id, String who, Instant at) {
        jdbc.sql("update migration set undone_by = ?, undone_at = ? where id = ?")
                .param(who)
                .param(Timestamp.from(at))
                .param(id)
                .update();
    }

    /** The last move of a mentorship that was not undone. */
    Optional<Migration> last(UUID mentorship) {
        return jdbc.sql(SELECT + "where mentorship_id = ? and moved and undone_at is null order by at desc limit 1")
                .param(mentorship)
                .query(this::read)
                .optional();
    }

    /** Newest first. */
    List<Migration> recent(int most) {
        return jdbc.sql(SELECT + "order by at desc, id limit ?")
                .param(most)
                .query(this::read)
                .list();
    }

    private Migration read(ResultSet row, int n) throws SQLException {
        Kept kept = kept(row.getString("steps"));
        Timestamp undone = row.getTimestamp("undone_at");
        return new Migration(
                row.getObject("id", UUID.class),
                row.getObject("mentorship_id", UUID.class),
                row.getString("to_deployment"),
                row.getString("who"),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("moved"),
                row.getString("said"),
                kept.steps(),
                kept.state(),
                undone == null ? null : undone.toInstant());
    }

    private String write(Kept kept) {
        try {
            return json.writeValueAsString(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Kept kept(String kept) {
        try {
            return json.readValue(kept, Kept.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
