package org.seealso.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table publication, and the lock that lets one node publish at a time. */
@Component
class PublicationRepository {
    private static final long LOCK = 7_190_019L;
    private static final String COLUMNS = "select id, number, fingerprint, deployment, author, reason, at, approved_by,"
            + " approved_at, published_at, rehearsal, forced_why, taken_back_of from publication ";

    private final JdbcClient jdbc;

    PublicationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until no other node publishes; held to the end of the transaction. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, n) -> true)
                .single();
    }

    /** Newest first. */
    List<Publication> published() {
        return jdbc.sql(COLUMNS + "where number is not null order by number desc")
                .query(PublicationRepository::read)
                .list();
    }

    Optional<Publication> numbered(int number) {
        return jdbc.sql(COLUMNS + "where number = ?")
                .param(number)
                .query(PublicationRepository::read)
                .optional();
    }

    Optional<Publication> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(PublicationRepository::read)
                .optional();
    }

    /** The newest wish for these files that was not published yet. */
    Optional<Publication> waiting(String fingerprint) {
        return jdbc.sql(COLUMNS + "where fingerprint = ? and number is null order by at desc, id limit 1")
                .param(fingerprint)
                .query(PublicationRepository::read)
                .optional();
    }

    void add(Publication publication) {
        jdbc.sql("insert into publication (id, number, fingerprint, deployment, author, reason, at, approved_by,"
                        + " approved_at, published_at, rehearsal, forced_why, taken_back_of)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(publication.id())
                .param(publication.number())
                .param(publication.fingerprint())
                .param(publication.deployment())
                .param(publication.author())
                .param(publication.reason())
                .param(Timestamp.from(publication.at()))
                .param(publication.approvedBy())
                .param(stamp(publication.approvedAt()))
                .param(stamp(publication.publishedAt()))
                .param(publication.rehearsal())
                .param(publication.forcedWhy())
                .param(publication.takenBackOf())
                .update();
    }

    void approve(UUID id, String by, Instant at) {
        jdbc.sql("update publication set approved_by = ?, approved_at = ? where id = ? and number is null")
                .param(by)
                .param(Timestamp.from(at))
                .param(id)
                .update();
    }

    void publish(UUID id, int number, String deployment, Instant at) {
        jdbc.sql("update publication set number = ?, deployment = ?, published_at = ? where id = ?")
                .param(number)
                .param(deployment)
                .param(Timestamp.from(at))
                .param(id)
                .update();
    }

    private static Publication read(ResultSet row, int n) throws SQLException {
        return new Publication(
                row.getObject("id", UUID.class),
                row.getString("fingerprint"),
                row.getString("author"),
                row.getString("reason"),
                row.getTimestamp("at").toInstant(),
                row.getString("approved_by"),
                moment(row, "approved_at"),
                row.getObject("rehearsal", UUID.class),
                row.getString("forced_why"),
                row.getObject("taken_back_of", Integer.class),
                row.getObject("number", Integer.class),
                row.getString("deployment"),
                moment(row, "published_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp read = row.getTimestamp(column);
        return read == null ? null : read.toInstant();
    }

    private static @Nullable Timestamp stamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
