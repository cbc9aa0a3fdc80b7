package org.seealso.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seealso.SeeAlso;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;

class CheckTest {
    private final StringWriter printed = new StringWriter();
    private final CommandLine line = SeeAlsoCommand.commandLine(SeeAlso.class).setOut(new PrintWriter(printed));

    @Test
    void listsItsCommands() {
        assertThat(line.execute("--help")).isZero();
        assertThat(printed.toString()).contains("quickstart", "serve", "check");
    }

    @Test
    void endsWellOnSoundRules(@TempDir Path directory) throws IOException {
        rules(directory);

        assertThat(line.execute("check", "--rules", directory.toString())).isZero();
        assertThat(printed.toString()).contains("No faults");
    }

    @Test
    void endsWithOneOnAFaultAndSaysWhereAndWhatToDo(@TempDir Path directory) throws IOException {
        rules(directory);
        letter(directory, "hello.md", "---\nsubject: Hello\n---\nDear {{fristName}}\n");

        assertThat(line.execute("check", "--rules", directory.toString())).isOne();
        assertThat(printed.toString())
                .contains("1 fault in")
                .containsPattern("letters/hello.md\n  fristName: Nothing fills the placeholder \\{\\{fristName}}.\n"
                        + "    → Use one of:");
    }

    @Test
    void endsWithOneOnAWarning(@TempDir Path directory) throws IOException {
        rules(directory);
        Path weights = directory.resolve("processes/match-weights.dmn");
        Files.writeString(weights, Files.readString(weights).replace("<text>40</text>", "<text>\"a lot\"</text>"));

        assertThat(line.execute("check", "--rules", directory.toString())).isOne();
        assertThat(printed.toString())
                .contains("No faults", "somebody would be asked to mend it", "a whole number must stand");
    }

    @Test
    void missesWhatTheProgramReliesOn(@TempDir Path directory) throws IOException {
        Files.createDirectories(directory.resolve("processes"));
        letter(directory, "hello.md", "---\nsubject: Hello\n---\nDear {{firstName}}\n");

        assertThat(line.execute("check", "--rules", directory.toString())).isOne();
        assertThat(printed.toString())
                .contains("mentorship.bpmn\n  The process is missing")
                .contains("letters/kickoff.md\n  It is missing");
    }

    @Test
    void tellsMachinesTheSame(@TempDir Path directory) throws IOException {
        rules(directory);
        letter(directory, "hello.md", "Dear {{firstName}}\n");

        assertThat(line.execute("check", "--rules", directory.toString(), "--format", "json"))
                .isOne();
        JsonNode said = new ObjectMapper().readTree(printed.toString());
        assertThat(said.path("clean").asBoolean(true)).isFalse();
        assertThat(said.path("faults").path(0).path("file").asText()).isEqualTo("letters/hello.md");
        assertThat(said.path("faults").path(0).path("element").asText()).isEqualTo("subject");
        assertThat(said.path("faults").path(0).path("whatToDo").asText()).isNotBlank();
        assertThat(said.path("warnings")).isEmpty();
    }

    @Test
    void tellsWhatIsInEnglishOnlyAndStillEndsWell(@TempDir Path directory) throws IOException {
        rules(directory);
        letter(directory, "hello.md", "---\nsubject: Hello\n---\nDear {{firstName}}\n");
        letter(directory, "bye.md", "---\nsubject: Bye\n---\nBye {{firstName}}\n");
        letter(directory, "hello.fr.md", "---\nsubject: Bonjour\n---\nBonjour {{firstName}}\n");

        assertThat(line.execute("check", "--rules", directory.toString())).isZero();
        assertThat(printed.toString())
                .contains("No faults", "letters/bye.md\n  It is in English only.\n    → Write letters/bye.fr.md.")
                .doesNotContain("letters/hello.md");
    }

    private static void rules(Path directory) throws IOException {
        for (String folder : List.of("processes", "forms")) {
            FileSystemUtils.copyRecursively(Path.of(folder), directory.resolve(folder));
        }
    }

    private static void letter(Path directory, String name, String text) throws IOException {
        Files.createDirectories(directory.resolve("forms/letters"));
        Files.writeString(directory.resolve("forms/letters").resolve(name), text);
    }
}
