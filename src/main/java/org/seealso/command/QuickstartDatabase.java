package org.seealso.command;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A real PostgreSQL inside the quick start, which keeps what it was told even if the power fails. */
final class QuickstartDatabase implements AutoCloseable {
    private static final String USER = "postgres";
    private static final String DATABASE = "postgres";

    private final EmbeddedPostgres postgres;

    private QuickstartDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** @param data a directory only we use: the caller holds its lock */
    static QuickstartDatabase start(Path data, String password) {
        Path cluster = data.resolve("postgres").toAbsolutePath();
        try {
            stopOrphan(cluster);
            // The program is unpacked beside the cluster, never around it: the library empties its working directory.
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            data.resolve("postgres-program").toAbsolutePath().toFile())
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("password_encryption", "scram-sha-256")
                    .setServerConfig("timezone", "UTC")
                    .setConnectConfig("password", password)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                            data.resolve("postgres.log").toFile()))
                    .setRegisterShutdownHook(false)
                    .start();
            QuickstartDatabase started = new QuickstartDatabase(postgres);
            started.askForPasswords(cluster, password);
            return started;
        } catch (IOException | SQLException | RuntimeException e) {
            throw new CannotStart(
                    "The database of the quick start could not start: " + e.getMessage() + "\n"
                            + "Its own words stand in " + data.resolve("postgres.log") + ". Two ways out:\n"
                            + "  1. Run the quick start as an ordinary user who owns " + data + " (as root it needs"
                            + " user namespaces, which this machine may not allow).\n"
                            + "  2. Use a PostgreSQL of your own: set SEEALSO_DB_URL (jdbc:postgresql://host/database),"
                            + " SEEALSO_DB_USER and SEEALSO_DB_PASSWORD, and start again.",
                    e);
        }
    }

    /** The library trusts every local user; a shared machine must not. */
    private void askForPasswords(Path cluster, String password) throws SQLException, IOException {
        try (Connection connection = postgres.getDatabase(USER, DATABASE, java.util.Map.of("password", password))
                        .getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role " + USER + " password '" + password + "'");
            Files.write(
                    cluster.resolve("pg_hba.conf"),
                    List.of(
                            "local all all scram-sha-256",
                            "host all all 127.0.0.1/32 scram-sha-256",
                            "host all all ::1/128 scram-sha-256"));
            statement.execute("select pg_reload_conf()");
        }
    }

    /** A killed SeeAlso leaves its PostgreSQL running on our files; we hold the lock, so nobody else uses it. */
    private static void stopOrphan(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
            return;
        }
        ProcessHandle process =
                ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElse(null);
        if (process == null || !process.info().command().orElse("").contains("postgres")) {
            return;
        }
        process.destroy();
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(
                    "a PostgreSQL left over from an earlier run (process " + process.pid() + ") does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + DATABASE;
    }

    String user() {
        return USER;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
