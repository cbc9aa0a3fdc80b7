package org.seealso.confidence;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.seealso.engine.Ids;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Six digits that open one report once: for ten minutes, five tries, and only for the account that asked. */
@Component
@Transactional
public class Codes {
    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final int TRIES = 5;
    private static final int MOST_AN_HOUR = 6;
    private static final int ALL_CODES = 1_000_000;

    private final ConductSchema schema;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder hash = new BCryptPasswordEncoder();

    Codes(ConductSchema schema, Clock clock) {
        this.schema = schema;
        this.clock = clock;
    }

    public enum Verdict {
        RIGHT,
        WRONG,
        /** Used, older than ten minutes, tried too often, or never asked for. */
        GONE
    }

    private record Kept(UUID id, String hash) {}

    /** A fresh code, which takes the place of an earlier one; empty after too many in an hour. */
    public Optional<String> make(UUID submission, String handler) {
        Instant now = clock.instant();
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(ALL_CODES));
        String hashed = hash.encode(code);
        int made = schema.use(jdbc -> {
            int before = jdbc.sql("select count(*) from conduct.handler_code"
                            + " where submission_id = ? and handler = ? and asked_at > ?")
                    .params(submission, handler, Timestamp.from(now.minus(Duration.ofHours(1))))
                    .query(Integer.class)
                    .single();
            if (before >= MOST_AN_HOUR) {
                return 0;
            }
            jdbc.sql("update conduct.handler_code set used = true where submission_id = ? and handler = ?")
                    .params(submission, handler)
                    .update();
            return jdbc.sql(
                            "insert into conduct.handler_code"
                                    + " (id, submission_id, handler, code_hash, asked_at, expires_at) values (?, ?, ?, ?, ?, ?)")
                    .params(
                            Ids.next(),
                            submission,
                            handler,
                            hashed,
                            Timestamp.from(now),
                            Timestamp.from(now.plus(LIFE)))
                    .update();
        });
        return made == 1 ? Optional.of(code) : Optional.empty();
    }

    /** Whether a code waits to be typed in. */
    public boolean waiting(UUID submission, String handler) {
        Timestamp now = Timestamp.from(clock.instant());
        return schema.use(jdbc -> jdbc.sql("select count(*) from conduct.handler_code where submission_id = ?"
                                + " and handler = ? and not used and tries < ? and expires_at > ?")
                        .params(submission, handler, TRIES, now)
                        .query(Integer.class)
                        .single())
                > 0;
    }

    /** Counts the try before it looks, so that many at once gain nothing; a right code is used up. */
    public Verdict check(UUID submission, String handler, String typed) {
        Timestamp now = Timestamp.from(clock.instant());
        Optional<Kept> kept = schema.use(jdbc -> jdbc.sql("update conduct.handler_code set tries = tries + 1"
                        + " where submission_id = ? and handler = ? and not used and tries < ? and expires_at > ?"
                        + " returning id, code_hash")
                .params(submission, handler, TRIES, now)
                .query((row, n) -> new Kept(row.getObject("id", UUID.class), row.getString("code_hash")))
                .optional());
        if (kept.isEmpty()) {
            return Verdict.GONE;
        }
        if (!hash.matches(typed.replaceAll("\\s", ""), kept.get().hash())) {
            return Verdict.WRONG;
        }
        int used = schema.use(jdbc -> jdbc.sql("update conduct.handler_code set used = true where id = ? and not used")
                .param(kept.get().id())
                .update());
        return used == 1 ? Verdict.RIGHT : Verdict.GONE;
    }
}
