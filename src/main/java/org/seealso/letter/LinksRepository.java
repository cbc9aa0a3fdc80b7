package org.seealso.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LinksRepository {
    private static final String ROW = "(" + String.join(", ", Collections.nCopies(13, "?")) + ")";

    /** The link itself, and for an emailed form those of its other letters. */
    private static final String SAME = "(public_id = :id or purpose = 'FORM' and process_instance ="
            + " (select process_instance from link where public_id = :id and purpose = 'FORM'))";

    private final JdbcClient jdbc;

    LinksRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One statement however many: every letter writes several. */
    void insert(List<Links.Link> links, List<byte[]> tokenHashes, Instant now) {
        JdbcClient.StatementSpec insert = jdbc.sql("""
                        insert into link (public_id, token_hash, purpose, state, deployment, program, person_id,
                            participant_id, mentorship_id, process_instance, form, expires_at, created_at)
                        values\s""" + String.join(", ", Collections.nCopies(links.size(), ROW)));
        for (int i = 0; i < links.size(); i++) {
            Links.Link link = links.get(i);
            insert = insert.param(link.publicId())
                    .param(tokenHashes.get(i))
                    .param(link.purpose().name())
                    .param(link.state().name())
                    .param(link.deployment())
                    .param(link.program())
                    .param(link.personId())
                    .param(link.participantId())
                    .param(link.mentorshipId())
                    .param(link.processInstance())
                    .param(link.form())
                    .param(link.expiresAt().atOffset(ZoneOffset.UTC))
                    .param(now.atOffset(ZoneOffset.UTC));
        }
        insert.update();
    }

    Optional<Links.Link> byHash(byte[] tokenHash) {
        return jdbc.sql("select * from link where token_hash = ?")
                .param(tokenHash)
                .query(LinksRepository::link)
                .optional();
    }

    /** @param hashes in hexadecimal digits, as are the keys of what comes back */
    Map<String, Links.Link> byHashes(Collection<String> hashes) {
        Map<String, Links.Link> found = new HashMap<>();
        jdbc.sql("select *, encode(token_hash, 'hex') as hash from link where token_hash in"
                        + " (select decode(each, 'hex') from unnest(?) each)")
                .param(hashes.toArray(String[]::new))
                .query((row, n) -> found.put(row.getString("hash"), link(row, n)))
                .list();
        return found;
    }

    Optional<Links.Link> byPublicId(UUID publicId) {
        return jdbc.sql("select * from link where public_id = ?")
                .param(publicId)
                .query(LinksRepository::link)
                .optional();
    }

    int closeForms(String processInstance, Links.State state) {
        return jdbc.sql("""
                        update link set state = :state, draft = null
                        where process_instance = :process and purpose = 'FORM' and state = 'OPEN'""")
                .param("state", state.name())
                .param("process", processInstance)
                .update();
    }

    void moveEnd(String processInstance, Instant end) {
        jdbc.sql("""
                        update link set expires_at = ?
                        where process_instance = ? and purpose = 'FORM' and state = 'OPEN'""").params(end.atOffset(ZoneOffset.UTC), processInstance).update();
    }

    /** @param mentorshipId null for whatever they are asked, in any mentorship or none; so is the next one's */
    List<String> openForms(UUID participantId, @Nullable UUID mentorshipId) {
        return jdbc.sql("""
                        select distinct process_instance from link
                        where participant_id = :participant and purpose = 'FORM' and state = 'OPEN'
                            and (cast(:mentorship as uuid) is null or mentorship_id = :mentorship)""")
                .param("participant", participantId)
                .param("mentorship", mentorshipId)
                .query(String.class)
                .list();
    }

    void withdraw(UUID participantId, @Nullable UUID mentorshipId, List<Links.Purpose> purposes) {
        jdbc.sql("""
                        update link set state = 'WITHDRAWN', draft = null
                        where participant_id = :participant and purpose in (:purposes) and state = 'OPEN'
                            and (cast(:mentorship as uuid) is null or mentorship_id = :mentorship)""")
                .param("participant", participantId)
                .param("mentorship", mentorshipId)
                .param("purposes", purposes.stream().map(Enum::name).toList())
                .update();
    }

    List<Links.Link> askedOf(UUID personId, Instant now) {
        return jdbc.sql("""
                        select distinct on (process_instance) * from link
                        where person_id = ? and purpose = 'FORM' and state = 'OPEN' and expires_at > ?
                            and process_instance is not null
                        order by process_instance, created_at desc""")
                .params(personId, now.atOffset(ZoneOffset.UTC))
                .query(LinksRepository::link)
                .list();
    }

    void end(UUID publicId) {
        jdbc.sql("update link set state = 'WITHDRAWN', draft = null where public_id = ? and state = 'OPEN'")
                .param(publicId)
                .update();
    }

    int mintedSince(UUID personId, Links.Purpose purpose, Instant moment) {
        return jdbc.sql("select count(*) from link where person_id = ? and purpose = ? and created_at > ?")
                .params(personId, purpose.name(), moment.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    void saveDraft(UUID publicId, String json) {
        // A conduct report is kept nowhere but encrypted, not even while it is being written (A13).
        jdbc.sql("update link set draft = :draft::jsonb where " + SAME + " and state = 'OPEN'"
                        + " and purpose <> 'CONDUCT_REPORT'")
                .param("draft", json)
                .param("id", publicId)
                .update();
    }

    Optional<String> draft(UUID publicId) {
        return jdbc.sql("select draft::text from link where public_id = ? and draft is not null")
                .param(publicId)
                .query(String.class)
                .optional()
                .or(() -> jdbc.sql("select draft::text from link where " + SAME + " and draft is not null limit 1")
                        .param("id", publicId)
                        .query(String.class)
                        .optional());
    }

    void answered(UUID publicId, UUID submission) {
        jdbc.sql("update link set draft = null, submission = :submission, copied = false where " + SAME)
                .param("submission", submission)
                .param("id", publicId)
                .update();
    }

    Optional<UUID> submission(UUID publicId) {
        return jdbc.sql("select submission from link where " + SAME + " and submission is not null limit 1")
                .param("id", publicId)
                .query(UUID.class)
                .optional();
    }

    int copyOnce(UUID publicId) {
        return jdbc.sql("update link set copied = true where " + SAME + " and submission is not null and not copied")
                .param("id", publicId)
                .update();
    }

    private static Links.Link link(ResultSet row, int number) throws SQLException {
        return new Links.Link(
                row.getObject("public_id", UUID.class),
                Links.Purpose.valueOf(row.getString("purpose")),
                Links.State.valueOf(row.getString("state")),
                row.getString("deployment"),
                row.getString("program"),
                row.getObject("person_id", UUID.class),
                row.getObject("participant_id", UUID.class),
                row.getObject("mentorship_id", UUID.class),
                row.getString("process_instance"),
                row.getString("form"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
