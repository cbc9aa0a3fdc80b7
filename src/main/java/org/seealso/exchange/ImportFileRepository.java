package org.seealso.exchange;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.seealso.engine.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists between their preview and the decision; nobody but who uploaded one sees it again. */
@Repository
class ImportFileRepository {
    /** Long enough to correct a list over lunch. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportFileRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record ImportFile(UUID id, UUID cohortId, String what, String name, byte[] content) {}

    UUID keep(UUID cohortId, String what, String name, byte[] content, String by) {
        jdbc.sql("delete from import_file where uploaded_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
        UUID id = Ids.next();
        jdbc.sql("insert into import_file (id, cohort_id, what, file_name, content, uploaded_by, uploaded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, cohortId, what, name, content, by, Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    Optional<ImportFile> find(UUID id, UUID cohortId, String by) {
        return jdbc.sql("select * from import_file where id = ? and cohort_id = ? and uploaded_by = ?")
                .params(id, cohortId, by)
                .query((row, n) -> new ImportFile(
                        id, cohortId, row.getString("what"), row.getString("file_name"), row.getBytes("content")))
                .optional();
    }

    void drop(UUID id) {
        jdbc.sql("delete from import_file where id = ?").param(id).update();
    }
}
