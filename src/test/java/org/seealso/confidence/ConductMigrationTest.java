package org.seealso.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which database users can keep the reports, and under which role; on a server that knows nothing of us yet. */
class ConductMigrationTest {
    private static EmbeddedPostgres server;

    @BeforeAll
    static void aServer() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void gone() throws IOException {
        server.close();
    }

    /** A database of its own for a user with these rights, migrated by them. */
    private static Connection migrated(String user, String rights) throws SQLException {
        try (Connection admin = server.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("create role " + user + " login password 'in-tests' " + rights);
            statement.execute("create database " + user + " owner " + user);
        }
        Flyway.configure()
                .dataSource(server.getJdbcUrl(user, user), user, "in-tests")
                .load()
                .migrate();
        return DriverManager.getConnection(server.getJdbcUrl(user, user), user, "in-tests");
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static final String OWNER = "select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'conduct'";

    @Test
    void theSchemaGetsItsRoleFromWhoeverMayMakeOneAndOtherwiseItsUser() throws SQLException {
        try (Connection plain = migrated("plain", "")) {
            assertThat(one(plain, OWNER)).isEqualTo("plain");
            assertThat(one(plain, "select count(*) from conduct.audit")).isEqualTo("0");
        }
        try (Connection maker = migrated("maker", "createrole")) {
            assertThat(one(maker, OWNER)).isEqualTo("seealso_conduct");
            maker.setAutoCommit(false);
            try (Statement statement = maker.createStatement()) {
                statement.execute("set local role seealso_conduct");
                assertThat(one(maker, "select count(*) from conduct.report")).isEqualTo("0");
                statement.execute("set local role none");
            }
            maker.rollback();
        }
        try (Connection later = migrated("later", "")) {
            assertThat(one(later, OWNER)).as("the role is somebody else's").isEqualTo("later");
        }
    }
}
