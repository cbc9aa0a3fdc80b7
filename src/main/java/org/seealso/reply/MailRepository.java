package org.seealso.reply;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What arrived, without a word of what it says. */
@Repository
class MailRepository {
    private final JdbcClient jdbc;

    MailRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if the same message was dealt with before; a second node waits here until the first has decided. */
    boolean isNew(UUID id, String messageId, String from, Instant now) {
        return jdbc.sql("""
                                insert into incoming_mail (id, message_id, arrived_at, outcome, sender_hash)
                                values (?, ?, ?, 'arrived', ?) on conflict (message_id) do nothing""")
                        .param(id)
                        .param(messageId)
                        .param(now.atOffset(ZoneOffset.UTC))
                        .param(from.isEmpty() ? null : hash(from))
                        .update()
                == 1;
    }

    void became(UUID id, String outcome) {
        jdbc.sql("update incoming_mail set outcome = ? where id = ?")
                .param(outcome)
                .param(id)
                .update();
    }

    void belongsTo(UUID id, @Nullable UUID writer, @Nullable UUID letter) {
        jdbc.sql("update incoming_mail set writer_id = ?, letter_id = ? where id = ?")
                .param(writer)
                .param(letter)
                .param(id)
                .update();
    }

    /** How many messages of this writer lately needed a person. */
    int tasksOf(String from, Duration lately, Instant now) {
        return jdbc.sql("select count(*) from incoming_mail where sender_hash = ? and arrived_at > ?"
                        + " and outcome in ('task', 'no', 'partly')")
                .param(hash(from))
                .param(now.minus(lately).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** How many answers to the same form were understood only in part. */
    int partly(UUID linkId) {
        return jdbc.sql("""
                        select count(*) from incoming_mail
                        join letter on letter.id = incoming_mail.letter_id
                        join link on link.public_id = letter.link_id
                        where outcome = 'partly'
                            and process_instance = (select process_instance from link where public_id = ?)""").param(linkId).query(Integer.class).single();
    }

    private static byte[] hash(String address) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
