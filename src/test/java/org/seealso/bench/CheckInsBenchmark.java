package org.seealso.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.seealso.mail.SmtpSink;
import org.springframework.util.FileSystemUtils;

/**
 * The monthly burst: check-ins due at one instant, from the timer to the letter accepted by an SMTP server and the open
 * task. Ours on one node and on two, against the same models, rules and data under the starter's default job executor
 * with mail sent inside the job. Each node is a process of its own, each configuration has a database of its own.
 * Argument: how many check-ins.
 */
public final class CheckInsBenchmark {
    private static final int WARM_UP = 400;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration AHEAD = Duration.ofSeconds(3);
    /** Long enough for a letter sent twice to arrive twice. */
    private static final Duration AFTERMATH = Duration.ofSeconds(3);

    /** What camunda-bpm-spring-boot-starter has when nothing is set. */
    private static final List<String> STARTER_DEFAULTS = List.of(
            "--camunda.bpm.job-execution.core-pool-size=3",
            "--camunda.bpm.job-execution.max-pool-size=10",
            "--camunda.bpm.job-execution.queue-capacity=3",
            "--camunda.bpm.job-execution.max-jobs-per-acquisition=3",
            "--camunda.bpm.job-execution.lock-time-in-millis=300000",
            "--camunda.bpm.job-execution.wait-time-in-millis=5000",
            "--camunda.bpm.job-execution.max-wait=60000");

    private final EmbeddedPostgres postgres;
    private final Path logs;
    private final int checkIns;

    private CheckInsBenchmark(EmbeddedPostgres postgres, Path logs, int checkIns) {
        this.postgres = postgres;
        this.logs = logs;
        this.checkIns = checkIns;
    }

    /** Seconds are counted from the instant the timers are due. */
    private record Run(
            String name,
            double first,
            double done,
            double processor,
            int lost,
            int doubled,
            long openTasks,
            long incidents,
            double load) {
        double perSecond(int checkIns) {
            return checkIns / done;
        }

        double perSecondOnceGoing(int checkIns) {
            return checkIns / (done - first);
        }
    }

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        int checkIns = arguments.length == 0 ? 5000 : Integer.parseInt(arguments[0]);
        Path logs = Files.createTempDirectory("seealso-check-ins");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("max_connections", "100")
                .start()) {
            new CheckInsBenchmark(postgres, logs, checkIns).run();
            FileSystemUtils.deleteRecursively(logs);
        }
    }

    private void run() throws IOException, SQLException, InterruptedException {
        System.out.printf(
                "%,d check-ins due at one instant, %d cores%n",
                checkIns, Runtime.getRuntime().availableProcessors());
        prepare();
        System.out.printf(
                "%n%-34s %8s %6s %9s %6s %9s %9s %9s %5s %8s %6s %10s %5s%n",
                "configuration",
                "/s",
                "ratio",
                "/s going",
                "ratio",
                "first, s",
                "done, s",
                "ms each",
                "lost",
                "doubled",
                "tasks",
                "incidents",
                "load");
        Run baseline = measure("starter defaults, mail in the job", "baseline", 1, STARTER_DEFAULTS);
        print(baseline, baseline);
        print(measure("ours, one node", "ours", 1, List.of()), baseline);
        print(measure("ours, two nodes", "ours", 2, List.of()), baseline);
        System.out.println(
                "/s counts from the timer, /s going from the first letter; ms each is the processor's time for"
                        + " one check-in, of nodes and database; load is of the machine before.");
    }

    private void print(Run run, Run baseline) {
        System.out.printf(
                "%-34s %8.0f %6.2f %9.0f %6.2f %9.2f %9.1f %9.1f %5d %8d %6d %10d %5.1f%n",
                run.name(),
                run.perSecond(checkIns),
                run.perSecond(checkIns) / baseline.perSecond(checkIns),
                run.perSecondOnceGoing(checkIns),
                run.perSecondOnceGoing(checkIns) / baseline.perSecondOnceGoing(checkIns),
                run.first(),
                run.done(),
                run.processor() * 1000 / checkIns,
                run.lost(),
                run.doubled(),
                run.openTasks(),
                run.incidents(),
                run.load());
    }

    private void prepare() throws IOException, SQLException, InterruptedException {
        execute("postgres", "create database prepared");
        try (SmtpSink nobodyWrites = new SmtpSink(0)) {
            Process preparing = node(
                    "prepare",
                    "prepared",
                    nobodyWrites,
                    List.of(Integer.toString(WARM_UP), Integer.toString(checkIns)),
                    List.of("--camunda.bpm.job-execution.enabled=false"));
            if (!preparing.waitFor(PATIENCE.toMinutes(), TimeUnit.MINUTES) || preparing.exitValue() != 0) {
                throw new IllegalStateException("Nothing was prepared:\n" + words("prepared"));
            }
        }
        execute("prepared", "vacuum analyze");
    }

    private Run measure(String name, String role, int nodes, List<String> settings)
            throws IOException, SQLException, InterruptedException {
        String database = role + nodes;
        execute("postgres", "create database " + database + " template prepared");
        List<Process> running = new ArrayList<>();
        try (SmtpSink sink = new SmtpSink(0);
                Connection connection =
                        postgres.getDatabase("postgres", database).getConnection()) {
            for (int i = 0; i < nodes; i++) {
                running.add(node(role, database, sink, List.of(), settings));
                until(() -> words(database).split(CheckInsNode.READY, -1).length > running.size(), database);
            }
            burst(connection, sink, CheckInsNode.WARM_UP_AT, WARM_UP, database);
            double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
            double processor = processor(running, connection);
            long due = burst(connection, sink, CheckInsNode.MEASURED_AT, checkIns, database);
            long done = System.nanoTime();
            processor = processor(running, connection) - processor;
            LockSupport.parkNanos(AFTERMATH.toNanos());
            List<SmtpSink.Taken> taken = sink.taken().stream()
                    .filter(letter -> letter.nanos() >= due)
                    .toList();
            long first = taken.stream().mapToLong(SmtpSink.Taken::nanos).min().orElse(due);
            Map<String, Integer> copies = new HashMap<>();
            taken.forEach(letter -> copies.merge(letter.recipient(), 1, Integer::sum));
            Set<String> asked = asked(connection);
            return new Run(
                    name,
                    (first - due) / 1e9,
                    (done - due) / 1e9,
                    processor,
                    (int) asked.stream()
                            .filter(address -> !copies.containsKey(address))
                            .count(),
                    copies.values().stream().mapToInt(n -> n - 1).sum(),
                    count(connection, "select count(*) from act_ru_task") - WARM_UP,
                    count(connection, "select count(*) from act_ru_incident"),
                    load);
        } finally {
            for (Process process : running) {
                process.destroyForcibly();
                if (!process.waitFor(60, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            }
            execute("postgres", "drop database " + database + " with (force)");
        }
    }

    /** Makes timers due, all at one instant a little ahead, and returns when everything they cause has happened. */
    private long burst(Connection connection, SmtpSink sink, Instant planned, int size, String database)
            throws SQLException {
        long tasks = count(connection, "select count(*) from act_ru_task");
        int letters = sink.received();
        long due = System.nanoTime() + AHEAD.toNanos();
        try (var timers = connection.prepareStatement("update act_ru_job set duedate_ = ? where duedate_ = ?")) {
            timers.setTimestamp(1, utc(Instant.now().plus(AHEAD)));
            timers.setTimestamp(2, utc(planned));
            if (timers.executeUpdate() != size / 2) {
                throw new IllegalStateException("Not every mentorship waits for its check-in");
            }
        }
        until(
                () -> sink.received() - letters >= size
                        && count(connection, "select count(*) from act_ru_task") - tasks >= size,
                database);
        return due;
    }

    /** Seconds the nodes and every process of the database have used so far: a busy machine changes them least. */
    private static double processor(List<Process> nodes, Connection connection) throws SQLException {
        ProcessHandle database = ProcessHandle.of(count(connection, "select pg_backend_pid()"))
                .flatMap(ProcessHandle::parent)
                .orElseThrow();
        return Stream.concat(nodes.stream().map(Process::toHandle), database.children())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(time -> time.toMillis() / 1000.0)
                .sum();
    }

    /** The column has no zone and the engine writes UTC. */
    private static Timestamp utc(Instant instant) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    private static Set<String> asked(Connection connection) throws SQLException {
        Set<String> addresses = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select person.email from person join participant p on"
                        + " p.person_id = person.id where p.cohort_id = (select cohort_id from participant"
                        + " group by cohort_id order by count(*) desc limit 1)")) {
            while (rows.next()) {
                addresses.add(rows.getString(1));
            }
        }
        return addresses;
    }

    private Process node(String role, String database, SmtpSink sink, List<String> arguments, List<String> settings)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.timezone=UTC", "-Xmx768m"));
        command.addAll(
                List.of("-classpath", System.getProperty("java.class.path"), CheckInsNode.class.getName(), role));
        command.addAll(arguments);
        command.addAll(List.of(
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", database),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + sink.port()));
        command.addAll(settings);
        Process node = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(database).toFile()))
                .start();
        // Whoever stops the benchmark stops all of it.
        Runtime.getRuntime().addShutdownHook(new Thread(node::destroyForcibly));
        return node;
    }

    private Path log(String database) {
        return logs.resolve(database + ".log");
    }

    private String words(String database) throws IOException {
        return Files.exists(log(database)) ? Files.readString(log(database)) : "";
    }

    private interface Question {
        boolean answer() throws IOException, SQLException;
    }

    private void until(Question done, String database) {
        long start = System.nanoTime();
        try {
            while (!done.answer()) {
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new IllegalStateException("It took too long:\n" + words(database));
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String database, String command) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
