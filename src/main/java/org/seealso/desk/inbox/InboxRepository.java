package org.seealso.desk.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads our own outbox rather than the embedded mail server, which forgets everything at a restart. */
@Repository
@ConditionalOnProperty("seealso.inbox")
class InboxRepository {
    record Sent(
            UUID id,
            String senderName,
            String address,
            String label,
            String subject,
            Instant sentAt,
            String text,
            String html,
            @Nullable String calendar,
            @Nullable String attachmentName) {}

    /** A file that came with a letter. */
    record Attached(String name, String type, byte[] content) {}

    /** A letter that can be answered by replying to it. */
    record Answerable(String address, String replyTo, String subject, String messageId) {}

    private static final String COLUMNS =
            "select id, sender_name, address, label, subject, sent_at, text, html, calendar,"
                    + " case when attachment is not null then attachment_name end as attachment_name from letter ";

    private final JdbcClient jdbc;

    InboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Sent> newest(String address, int limit) {
        return jdbc.sql(COLUMNS + """
                                where state = 'SENT' and html <> '' and position(lower(?) in lower(address)) > 0
                                order by sent_at desc, created_at desc limit ?""")
                .param(address.strip())
                .param(limit)
                .query(InboxRepository::sent)
                .list();
    }

    Optional<Sent> one(UUID id) {
        return jdbc.sql(COLUMNS + "where state = 'SENT' and id = ?")
                .param(id)
                .query(InboxRepository::sent)
                .optional();
    }

    Optional<Attached> attached(UUID id) {
        return jdbc.sql("select attachment_name, attachment_type, attachment from letter"
                        + " where state = 'SENT' and id = ? and attachment is not null")
                .param(id)
                .query((row, n) -> new Attached(
                        row.getString("attachment_name"), row.getString("attachment_type"), row.getBytes("attachment")))
                .optional();
    }

    Optional<Answerable> answerable(UUID id) {
        return jdbc.sql("select address, reply_to, subject, message_id from letter"
                        + " where state = 'SENT' and id = ? and reply_hash is not null and reply_to <> ''")
                .param(id)
                .query(Answerable.class)
                .optional();
    }

    private static Sent sent(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Sent(
                row.getObject("id", UUID.class),
                row.getString("sender_name"),
                row.getString("address"),
                row.getString("label"),
                row.getString("subject"),
                row.getObject("sent_at", java.time.OffsetDateTime.class).toInstant(),
                row.getString("text"),
                row.getString("html"),
                row.getString("calendar"),
                row.getString("attachment_name"));
    }
}
