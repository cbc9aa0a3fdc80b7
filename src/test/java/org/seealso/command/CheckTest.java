package org.seealso.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seealso.SeeAlso;
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
        letter(directory, "---\nsubject: Hello\n---\nDear {{firstName}}\n");

        assertThat(line.execute("check", "--rules", directory.toString())).isZero();
        assertThat(printed.toString()).contains("No faults");
    }

    @Test
    void endsWithOneOnAFaultAndSaysWhereAndWhatToDo(@TempDir Path directory) throws IOException {
        letter(directory, "---\nsubject: Hello\n---\nDear {{fristName}}\n");

        assertThat(line.execute("check", "--rules", directory.toString())).isOne();
        assertThat(printed.toString())
                .contains("1 fault in")
                .contains("letters/hello.md, fristName: Nothing fills the placeholder {{fristName}}. Use one of:");
    }

    @Test
    void tellsMachinesTheSame(@TempDir Path directory) throws IOException {
        letter(directory, "Dear {{firstName}}\n");

        assertThat(line.execute("check", "--rules", directory.toString(), "--format", "json"))
                .isOne();
        JsonNode said = new ObjectMapper().readTree(printed.toString());
        assertThat(said.path("faults").path(0).path("file").asText()).isEqualTo("letters/hello.md");
        assertThat(said.path("faults").path(0).path("element").asText()).isEqualTo("subject");
        assertThat(said.path("faults").path(0).path("whatToDo").asText()).isNotBlank();
    }

    @Test
    void tellsWhatIsInEnglishOnlyAndStillEndsWell(@TempDir Path directory) throws IOException {
        letter(directory, "---\nsubject: Hello\n---\nDear {{firstName}}\n");
        Files.writeString(directory.resolve("forms/letters/bye.md"), "---\nsubject: Bye\n---\nBye {{firstName}}\n");
        Files.writeString(
                directory.resolve("forms/letters/hello.fr.md"), "---\nsubject: Bonjour\n---\nBonjour {{firstName}}\n");

        assertThat(line.execute("check", "--rules", directory.toString())).isZero();
        assertThat(printed.toString())
                .contains("No faults", "letters/bye.md: It is in English only. Write letters/bye.fr.md.")
                .doesNotContain("letters/hello.md: It is");
    }

    private static void letter(Path directory, String text) throws IOException {
        Files.createDirectories(directory.resolve("processes"));
        Files.createDirectories(directory.resolve("forms/letters"));
        Files.writeString(directory.resolve("forms/letters/hello.md"), text);
    }
}
