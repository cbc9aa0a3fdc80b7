package org.seealso.rehearsal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.Ids;
import org.seealso.mail.EmbeddedMailServer;
import org.seealso.rehearsal.Result.Conduct;
import org.seealso.rehearsal.Result.Done;
import org.seealso.rehearsal.Result.Meeting;
import org.seealso.rehearsal.Result.Person;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.RuleFiles;
import org.seealso.rules.RulesFolder;
import org.seealso.rules.UnknownProgram;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/**
 * Plays one season in this process: its own PostgreSQL, its own mail server, its own clock, all thrown away afterwards.
 * The engine's clock is one for the whole process, so nothing real may run here.
 */
public final class Rehearsal {
    private static final String PROGRAM = "program@rehearsal.example";

    /**
     * @param from the first day; applications open two days later
     * @param until where to stop, or nothing for the end of the season
     * @param daysPerSecond how fast time may pass, 0 for as fast as it can
     */
    public record Options(
            Path rules,
            String program,
            int people,
            long seed,
            @Nullable Path cast,
            LocalDate from,
            @Nullable LocalDate until,
            int daysPerSecond) {}

    private final Class<?> application;

    public Rehearsal(Class<?> application) {
        this.application = application;
    }

    /**
     * @param options whose rules have been checked and have no fault
     * @throws RehearsalRefused with a sentence that says why it cannot take place and what to do
     */
    public Result play(Options options, Progress progress) {
        CastFile cast = CastFile.read(options.cast());
        RuleFiles files = new RulesFolder(options.rules()).read();
        if (options.people() < 2) {
            throw new RehearsalRefused("A rehearsal needs at least two people: --people 60.", null);
        }
        Ids.rehearse(options.seed());
        progress.tell(0, "Starting a database");
        try (EmbeddedPostgres database = database();
                EmbeddedMailServer mail = EmbeddedMailServer.start(0, 0)) {
            progress.tell(1, "Starting SeeAlso");
            String password = password();
            try (ServletWebServerApplicationContext house = start(options, files, database, mail, password)) {
                return play(options, files, cast, Theatre.of(house, mail), password, progress);
            }
        } catch (IOException e) {
            throw new RehearsalRefused(
                    "The rehearsal's own database could not start: " + e.getMessage()
                            + " As root it needs user namespaces; try as an ordinary user.",
                    e);
        }
    }

    private Result play(
            Options options, RuleFiles files, CastFile cast, Theatre theatre, String password, Progress progress) {
        ProgramRow row;
        try {
            row = theatre.rules().row(theatre.rules().current(), options.program());
        } catch (UnknownProgram e) {
            throw new RehearsalRefused(
                    "There is no program " + options.program() + ". There are: "
                            + String.join(
                                    ", ",
                                    theatre.rules().programs(theatre.rules().current()).stream()
                                            .map(ProgramRow::program)
                                            .toList())
                            + ".",
                    e);
        }
        Season.Days days = Season.Days.of(row, options.from());
        LocalDate wanted = options.until();
        LocalDate until = wanted == null || wanted.isAfter(days.last()) ? days.last() : wanted;
        boolean mentors = row.roles().contains(ProgramRow.MENTOR);
        List<Actor> actors = Casting.of(cast, row.program(), options.people(), options.seed(), mentors);
        Ledger ledger = new Ledger();
        Season season = new Season(
                theatre,
                row,
                days,
                until,
                actors,
                cast,
                ledger,
                new Worker(theatre.port(), "coordinator", password, cast, theatre.feel()),
                new Worker(theatre.port(), "handler", password, cast, theatre.feel()),
                options.daysPerSecond(),
                progress);
        LocalDate last = season.play();

        progress.tell(98, "Looking at what became of everybody");
        Outcome outcome = new Outcome(theatre, ledger, actors);
        List<Meeting> meetings = outcome.meetings(last);
        List<Person> persons = outcome.persons();
        List<Conduct> reports = ledger.conduct();
        boolean over = wanted == null || !wanted.isBefore(days.ends().plusMonths(1));
        List<Done> tasks = ledger.tasks();
        new Critic(theatre, ledger, row, actors, cast.coordinators().minutesPerWeek())
                .look(meetings, tasks, reports, files, over);
        new StoryCritic(ledger, row, actors, meetings).look(persons, tasks);
        int stuck = over
                ? (int) meetings.stream()
                        .filter(each -> !each.waitsAt().isEmpty())
                        .count()
                : 0;
        return new Result(
                row.program(),
                row.name(),
                options.people(),
                options.seed(),
                options.from().toString(),
                last.toString(),
                files.fingerprint(),
                cast.coordinators().minutesPerWeek(),
                outcome.counts(meetings, persons, tasks, stuck),
                ledger.findings(),
                ledger.weeks(),
                persons,
                meetings,
                tasks,
                reports,
                outcome.diagrams(files));
    }

    private static EmbeddedPostgres database() throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        String folder = System.getProperty(Stage.DATABASE);
        if (folder != null) {
            builder.setDataDirectory(Path.of(folder));
        }
        return builder
                // What a rehearsal writes nobody needs after a power cut; and nothing may happen by itself, or the same
                // seed would not give the same season.
                .setServerConfig("autovacuum", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("jit", "off")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private ServletWebServerApplicationContext start(
            Options options, RuleFiles files, EmbeddedPostgres database, EmbeddedMailServer mail, String password) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.port", "0");
        settings.put("server.address", "127.0.0.1");
        settings.put("seealso.quickstart", "true");
        settings.put("seealso.rehearsal.from", options.from().atTime(12, 0).toInstant(ZoneOffset.UTC));
        settings.put("seealso.rules", options.rules().toString());
        settings.put("seealso.rehearsal.checked", files.fingerprint());
        settings.put("seealso.retention", "-");
        // A quarter of an hour changes nothing in a season, and nobody invented has second thoughts.
        settings.put("seealso.second-thoughts", "PT0S");
        settings.put("seealso.limits.public-per-minute", "1000000");
        settings.put("seealso.limits.links-per-minute", "1000000");
        settings.put("seealso.conduct-key", password);
        // The key is thrown away with everything it sealed; there is nothing to guess.
        settings.put("seealso.conduct-key-rounds", 1);
        settings.put("seealso.accounts.coordinator.password", password);
        settings.put("seealso.accounts.handler.password", password);
        settings.put("seealso.accounts.handler.email", handler(files, options.program()));
        settings.put("seealso.accounts.admin.password", password);
        settings.putAll(mail.outgoing());
        settings.putAll(mail.incoming(PROGRAM, "1s"));
        settings.put("spring.datasource.url", database.getJdbcUrl("postgres", "postgres"));
        settings.put("spring.datasource.username", "postgres");
        settings.put("spring.datasource.password", "postgres");
        settings.put("camunda.bpm.job-execution.enabled", "false");
        settings.put("camunda.bpm.id-generator", "simple");
        // Nobody looks back at a rehearsal through the engine, and writing history is a third of its work.
        settings.put("camunda.bpm.history-level", "none");
        settings.put("db-scheduler.polling-interval", "20ms");
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "2s");
        settings.put("db-scheduler.shutdown-max-wait", "1s");
        settings.put("logging.level.root", "ERROR");
        return (ServletWebServerApplicationContext) SpringApplication.run(
                application,
                settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    /** Only the owner of the address in the program's row is sent the code that opens a report. */
    private static String handler(RuleFiles files, String program) {
        return files.programs().stream()
                .filter(row -> row.program().equals(program))
                .map(row -> row.conductHandlers().split(",")[0].strip())
                .findFirst()
                .orElse("handler@rehearsal.example");
    }

    private static String password() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
