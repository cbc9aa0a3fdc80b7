package org.seealso.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file nobody reads is a rule nobody follows: it is said, and where it belongs. */
class RulesFolderTest {
    private static RuleFiles with(Path folder, String file) throws IOException {
        Files.createDirectories(folder.resolve("processes"));
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), "text");
        return new RulesFolder(folder).read();
    }

    @ParameterizedTest
    @CsvSource({
        "forms/kickoff.md, forms/letters",
        "forms/check-in.bpmn, processes",
        "processes/check-in.form, forms",
        "processes/Check-in.BPMN, processes"
    })
    void aRuleInTheWrongPlaceIsAFault(String file, String home, @TempDir Path folder) throws IOException {
        RuleFiles files = with(folder, file);
        assertThat(files.readingFaults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(file);
            assertThat(fault.whatToDo()).contains("Move it to " + home + ",");
        });
    }

    @ParameterizedTest
    @CsvSource({"processes/old/check-in.bpmn", "forms/drafts/check-in.form", "forms/letters/fr/kickoff.md"})
    void aRuleInAFolderOfItsOwnIsAFault(String file, @TempDir Path folder) throws IOException {
        assertThat(with(folder, file).readingFaults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.why()).contains(file));
    }

    @Test
    void anythingElseIsOnlyTold(@TempDir Path folder) throws IOException {
        assertThat(with(folder, "processes/notes.txt").readingFaults()).isEmpty();
        assertThat(with(folder, "processes/notes.txt").readingNotices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.file()).isEqualTo("processes/notes.txt"));
        assertThat(with(folder, "forms/README.md").readingFaults()).isEmpty();
    }
}
