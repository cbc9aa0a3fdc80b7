package org.seealso.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.seealso.mail.SmtpSink;
import org.slf4j.LoggerFactory;

/** A node and a PostgreSQL that writes through, both in processes of their own, to be stopped without warning. */
final class CrashSite implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    private final Path place;
    private final int port;
    private final int databasePort;
    private final SmtpSink mail;
    private EmbeddedPostgres postgres;
    private @Nullable Process node;
    private int starts;

    private CrashSite(Path place, int port, int databasePort, SmtpSink mail) throws IOException {
        this.place = place;
        this.port = port;
        this.databasePort = databasePort;
        this.mail = mail;
        this.postgres = database();
        // Whoever stops the rounds stops all of them.
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopEverything));
    }

    private void stopEverything() {
        Process running = node;
        if (running != null) {
            running.destroyForcibly();
        }
        try {
            postgres.close();
        } catch (IOException e) {
            System.err.println("The database is still there: " + e.getMessage());
        }
    }

    static CrashSite in(Path place) throws IOException {
        return new CrashSite(place, freePort(), freePort(), new SmtpSink(0));
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    private EmbeddedPostgres database() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(place.resolve("cluster"))
                .setCleanDataDirectory(false)
                .setPort(databasePort)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("max_connections", "100")
                .setPGStartupWait(Duration.ofSeconds(60))
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setRegisterShutdownHook(false)
                .start();
    }

    /** The links of so many emailed forms, each with its process. */
    List<String> asked(int people) throws IOException, InterruptedException {
        Path links = place.resolve("links");
        Process preparing = run(List.of("prepare", links.toString(), Integer.toString(people)));
        if (!preparing.waitFor(30, TimeUnit.MINUTES) || preparing.exitValue() != 0) {
            throw new IllegalStateException("Nothing was prepared:\n" + words());
        }
        return Files.readAllLines(links);
    }

    void startNode() throws IOException {
        starts++;
        Process serving = run(List.of("serve"));
        long start = System.nanoTime();
        while (!words().contains(CrashNode.READY)) {
            if (!serving.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("The node does not start:\n" + words());
            }
            LockSupport.parkNanos(A_MOMENT.toNanos());
        }
    }

    void killNode() throws InterruptedException {
        if (node != null) {
            node.destroyForcibly().waitFor();
        }
    }

    private Process run(List<String> role) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=UTC",
                "-Xmx768m",
                "-classpath",
                System.getProperty("java.class.path"),
                CrashNode.class.getName()));
        command.addAll(role);
        command.addAll(List.of(
                "--server.port=" + port,
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.port(),
                "--seealso.quickstart=true",
                "--seealso.retention=-",
                "--seealso.second-thoughts=PT0S",
                "--seealso.limits.public-per-minute=1000000",
                "--seealso.limits.links-per-minute=1000000"));
        node = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        return node;
    }

    private Path log() {
        return place.resolve("node-" + starts + ".log");
    }

    String words() throws IOException {
        return Files.exists(log()) ? Files.readString(log()) : "";
    }

    void stopDatabaseAtOnce() throws IOException, InterruptedException {
        long first = Long.parseLong(Files.readAllLines(place.resolve("cluster").resolve("postmaster.pid"))
                .get(0)
                .strip());
        new ProcessBuilder("kill", "-QUIT", Long.toString(first)).start().waitFor();
        while (ProcessHandle.of(first).map(ProcessHandle::isAlive).orElse(false)) {
            LockSupport.parkNanos(A_MOMENT.toNanos());
        }
        // Nothing is left to stop, which the library finds worth a word; it gives its lock back.
        Logger words = (Logger) LoggerFactory.getLogger(EmbeddedPostgres.class);
        words.setLevel(Level.OFF);
        postgres.close();
    }

    void startDatabase() throws IOException {
        postgres = database();
    }

    /** How many of these processes have not gone on when this time is over. */
    long unfinished(List<String> processes, Duration patience) throws SQLException {
        long start = System.nanoTime();
        long left = unfinished(processes);
        while (left > 0 && System.nanoTime() - start < patience.toNanos()) {
            LockSupport.parkNanos(A_MOMENT.toNanos());
            left = unfinished(processes);
        }
        return left;
    }

    private long unfinished(List<String> processes) throws SQLException {
        return rows(
                        "select proc_inst_id_, 1 from act_hi_procinst where end_time_ is null and proc_inst_id_ = any(?)",
                        processes)
                .size();
    }

    /** What is kept of each process's answers: one text for each submission. */
    Map<String, List<String>> answers(List<String> processes) throws SQLException {
        return rows("select process_instance, shown from answer where process_instance = any(?)", processes);
    }

    /** How often each process has gone on with an answer. */
    Map<String, Integer> ends(List<String> processes) throws SQLException {
        Map<String, Integer> ends = new HashMap<>();
        rows(
                        "select proc_inst_id_, id_ from act_hi_actinst where act_id_ = 'EndEvent_Answered' and proc_inst_id_ = any(?)",
                        processes)
                .forEach((process, each) -> ends.put(process, each.size()));
        return ends;
    }

    private Map<String, List<String>> rows(String query, List<String> processes) throws SQLException {
        Map<String, List<String>> rows = new HashMap<>();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("text", processes.toArray()));
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.computeIfAbsent(found.getString(1), process -> new ArrayList<>())
                            .add(found.getString(2));
                }
            }
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        try {
            killNode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        postgres.close();
        mail.close();
    }
}
