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
import org.seealso.TestServers;
import picocli.CommandLine;

/** Publishing and taking back at the command line, on the database a server would use. */
class PublishTest {
    private static final String LETTER = "forms/letters/check-in.md";

    private final StringWriter printed = new StringWriter();
    private Map<String, String> environment = Map.of();

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
                "SEEALSO_DB_URL", TestServers.emptyDatabase("published_by_command"),
                "SEEALSO_DB_USER", "postgres",
                "SEEALSO_DB_PASSWORD", "postgres",
                "SEEALSO_CONDUCT_KEY", "conduct-key-in-tests");
        assertThat(publish("--force", "The very first")).as(printed.toString()).isZero();
        assertThat(printed.toString()).contains("Published as number 1.");

        edit("Hello {{firstName}},", "Good day {{firstName}},");
        assertThat(publish()).isOne();
        assertThat(printed.toString()).contains("Nothing was published. These rules were not rehearsed yet.");
        assertThat(publish("--force", "One word")).isZero();
        assertThat(printed.toString())
                .contains("text letters/check-in.md, changed", "+ Good day {{firstName}},", "Published as number 2.");

        assertThat(run(new TakeBack(SeeAlso.class, environment), "--reason", "Too formal"))
                .isZero();
        assertThat(printed.toString()).contains("Took back number 2: its former rules are live again as number 3.");
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
