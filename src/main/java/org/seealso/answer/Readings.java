package org.seealso.answer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who read which answer and when: the account, the form and field, and whose it was, but nothing of what it says. It
 * only grows. My page tells its reader the days.
 */
@Component
@Transactional
public class Readings {
    /** A page that is looked at again and again is one reading. */
    private static final Duration SAME_LOOK = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Readings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * For tables and lists that show the same fields of many people.
     *
     * @param fields those of these forms that were shown; what coordinators may not read is in no table
     */
    public void note(
            String account, Collection<UUID> participants, Collection<String> forms, Collection<String> fields) {
        note(
                account,
                jdbc.sql("""
                                select id from answer where participant_id = any(:participants) and form = any(:forms)
                                    and field = any(:fields) and 'coordinators' = any(readers)""")
                        .param("participants", participants.toArray(UUID[]::new))
                        .param("forms", forms.toArray(String[]::new))
                        .param("fields", fields.toArray(String[]::new))
                        .query(UUID.class)
                        .list());
    }

    /** One statement for everything on a page; what coordinators wrote themselves is nobody's confidence. */
    public void note(String account, Collection<UUID> answers) {
        if (answers.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into reading (at, who, submission_id, form, field, person_id)
                        select :now, :who, a.submission_id, a.form, a.field, a.person_id from answer a
                        where a.id = any(:answers) and a.author = a.person_id::text
                            and not exists (select 1 from reading r where r.submission_id = a.submission_id
                                and r.field = a.field and r.who = :who and r.at > :before)""")
                .param("now", Timestamp.from(now))
                .param("who", account)
                .param("answers", answers.toArray(UUID[]::new))
                .param("before", Timestamp.from(now.minus(SAME_LOOK)))
                .update();
    }
}
