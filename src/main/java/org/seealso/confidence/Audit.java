package org.seealso.confidence;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who did what with a report. It only grows: the database refuses to change or delete a line. */
@Component
@Transactional
public class Audit {
    private final ConductSchema schema;
    private final Clock clock;

    Audit(ConductSchema schema, Clock clock) {
        this.schema = schema;
        this.clock = clock;
    }

    public enum Deed {
        ASKED_FOR_CODE("asked for a code"),
        WRONG_CODE("typed a code that did not fit"),
        READ("read the report"),
        WROTE("wrote to it and closed it"),
        REFUSED("was refused");

        private final String words;

        Deed(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public record Line(Instant at, String who, Deed deed) {}

    public void note(UUID submission, String who, Deed deed) {
        Timestamp now = Timestamp.from(clock.instant());
        schema.use(jdbc -> jdbc.sql("insert into conduct.audit (submission_id, at, who, deed) values (?, ?, ?, ?)")
                .params(submission, now, who, deed.name())
                .update());
    }

    /** Oldest first. */
    public List<Line> of(UUID submission) {
        return schema.use(jdbc -> jdbc.sql(
                        "select at, who, deed from conduct.audit where submission_id = ? order by id")
                .param(submission)
                .query((row, n) -> new Line(
                        row.getTimestamp("at").toInstant(), row.getString("who"), Deed.valueOf(row.getString("deed"))))
                .list());
    }
}
