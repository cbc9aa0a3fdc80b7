package org.seealso.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class QuickstartDatabaseTest {
    @Test
    void keepsWhatItWasToldAndAsksForThePassword(@TempDir Path data) throws IOException, SQLException {
        try (QuickstartDatabase database = QuickstartDatabase.start(data, "first-secret")) {
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            ask(database, "create table kept as select 'still here' as word; select word from kept");
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
        try (QuickstartDatabase again = QuickstartDatabase.start(data, "first-secret")) {
            assertThat(ask(again, "select word from kept")).isEqualTo("still here");
        }
    }

    @Test
    void takesOverFromAPredecessorThatWasKilled(@TempDir Path data)
            throws IOException, SQLException, InterruptedException {
        Process predecessor = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Predecessor.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(new String(predecessor.getInputStream().readNBytes(5), StandardCharsets.UTF_8))
                .isEqualTo("ready");
        predecessor.destroyForcibly().waitFor();

        try (QuickstartDatabase successor = QuickstartDatabase.start(data, "first-secret")) {
            assertThat(ask(successor, "select word from kept")).isEqualTo("still here");
        }
    }

    /** A quick start that is killed while its database runs. */
    static final class Predecessor {
        public static void main(String[] arguments) throws SQLException, IOException {
            Quiet.untilSpringStarts();
            QuickstartDatabase database = QuickstartDatabase.start(Path.of(arguments[0]), "first-secret");
            ask(database, "create table kept as select 'still here' as word; select word from kept");
            System.out.print("ready");
            System.out.flush();
            System.in.read();
        }
    }

    @Test
    void namesTheTwoWaysOutWhenItCannotStart(@TempDir Path data) throws IOException {
        Files.writeString(data.resolve("postgres"), "a file where the database should be");

        assertThatThrownBy(() -> QuickstartDatabase.start(data, "first-secret"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("ordinary user")
                .hasMessageContaining("SEEALSO_DB_URL");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no owner-only file modes")
    void keepsSecretsForTheOwnerOnly(@TempDir Path data) throws IOException {
        String password = new Secrets(data).password("admin");

        assertThat(new Secrets(data).password("admin")).isEqualTo(password).hasSizeGreaterThan(20);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    private static String ask(QuickstartDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), "first-secret");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            while (statement.getResultSet() == null) {
                statement.getMoreResults();
            }
            ResultSet result = statement.getResultSet();
            result.next();
            return result.getString(1);
        }
    }
}
