package org.seealso.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seealso.SeeAlso;
import org.seealso.SeeAlsoTest;
import org.seealso.TestServers;
import org.seealso.rules.Publication;
import org.seealso.rules.Publications;
import org.seealso.rules.RuleFiles;
import org.seealso.rules.RulesFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;
import picocli.CommandLine;

/** Publishing and taking back at the command line, on the database a server would use. */
@SeeAlsoTest
// A context of its own: its rules change.
@TestPropertySource(properties = "seealso.publish=approved")
class PublishTest {
    private static final String LETTER = "forms/letters/check-in.md";

    private final StringWriter printed = new StringWriter();
    private Map<String, String> environment = Map.of();

    @Autowired
    Publications publications;

    @Value("${spring.datasource.url}")
    String database = "";

    @TempDir
    Path folder = Path.of(".");

    @BeforeEach
    void aCopyOfTheRules() throws IOException {
        for (String top : new String[] {"processes", "forms"}) {
            try (Stream<Path> files = Files.walk(Path.of(top))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = folder.resolve(file.toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    @Test
    void publishesWhatChangedAndTakesItBack() throws IOException {
        environment = Map.of(
                "SEEALSO_DB_URL", database,
                "SEEALSO_DB_USER", "postgres",
                "SEEALSO_DB_PASSWORD", "postgres",
                "SEEALSO_CONDUCT_KEY", "conduct-key-in-tests");
        RuleFiles house = new RulesFolder(folder).read();
        if (!publications.liveFiles().orElseThrow().fingerprint().equals(house.fingerprint())) {
            publications.publish(house, new Publication.Wish("admin", "A test begins", null, "It is a test"));
        }

        edit("Hello {{firstName}},", "Good day {{firstName}},");
        assertThat(publish()).isOne();
        assertThat(printed.toString()).contains("Nothing was published. These rules were not rehearsed yet.");
        assertThat(publish("--force", "One word")).isZero();
        assertThat(printed.toString())
                .contains("text letters/check-in.md, changed", "+ Good day {{firstName}},", "Published as number");

        assertThat(run(new TakeBack(SeeAlso.class, environment), "--reason", "Too formal"))
                .as(printed.toString())
                .isZero();
        assertThat(publications.live().orElseThrow().fingerprint()).isEqualTo(house.fingerprint());
        assertThat(publications.live().orElseThrow().reason()).isEqualTo("Too formal");
        assertThat(printed.toString()).contains("its former rules are live again as number");
    }

    @Test
    void refusesADatabaseNothingRanOn() {
        environment = Map.of(
                "SEEALSO_DB_URL", TestServers.emptyDatabase("nothing_ran_here"),
                "SEEALSO_DB_USER", "postgres",
                "SEEALSO_DB_PASSWORD", "postgres",
                "SEEALSO_CONDUCT_KEY", "conduct-key-in-tests");

        assertThat(publish("--force", "The very first")).isOne();

        assertThat(printed.toString()).contains("has not run on this database yet");
    }

    @Test
    void doesNotTouchADatabaseWhileThereAreFaults() throws IOException {
        edit("Hello {{firstName}},", "Hello {{fristName}},");

        assertThat(publish("--force", "Never mind")).isOne();

        assertThat(printed.toString()).contains("Nothing was published: 1 fault in", "fristName");
    }

    @Test
    void saysWhichDatabaseItNeedsAndWhatTheQuickStartDoesInstead() {
        assertThat(publish("--force", "One word")).isEqualTo(1);

        assertThat(printed.toString()).contains("SEEALSO_DB_URL", "/desk/rules");
    }

    private int publish(String... more) {
        String[] arguments = Stream.concat(
                        Stream.of("--reason", "A test", "--rules", folder.toString()), Stream.of(more))
                .toArray(String[]::new);
        return run(new Publish(SeeAlso.class, environment), arguments);
    }

    private int run(Object command, String... arguments) {
        PrintWriter out = new PrintWriter(printed, true);
        return new CommandLine(command)
                .setOut(out)
                .setErr(out)
                .setExecutionExceptionHandler((thrown, line, parsed) -> {
                    line.getErr().println(thrown.getMessage());
                    return line.getCommandSpec().exitCodeOnExecutionException();
                })
                .execute(arguments);
    }

    private void edit(String from, String to) throws IOException {
        Path letter = folder.resolve(LETTER);
        Files.writeString(letter, Files.readString(letter).replace(from, to));
    }
}
