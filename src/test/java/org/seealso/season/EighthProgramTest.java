package org.seealso.season;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * A program nobody thought of when the code was written, added as a coordinator adds one: its rows beside ours, its
 * forms and letters in the folders, a name to choose in the start form, and nothing else.
 */
@SeeAlsoTest
@TestPropertySource(properties = {"seealso.test.database=eighth_program", "db-scheduler.polling-interval=20ms"})
class EighthProgramTest extends AnySeason {
    private static final Path ADDED = Path.of("src/test/resources/eighth-program");

    @DynamicPropertySource
    static void rules(DynamicPropertyRegistry registry) {
        registry.add("seealso.rules", () -> folder().toString());
    }

    private static Path folder() {
        try {
            Path rules = Path.of("target", "eighth-program");
            FileSystemUtils.deleteRecursively(rules);
            for (String part : List.of("processes", "forms")) {
                FileSystemUtils.copyRecursively(Path.of(part), rules.resolve(part));
            }
            FileSystemUtils.copyRecursively(ADDED.resolve("forms"), rules.resolve("forms"));
            try (Stream<Path> rows = Files.list(ADDED.resolve("rows"))) {
                for (Path added : rows.toList()) {
                    Path table = rules.resolve("processes")
                            .resolve(added.getFileName().toString().replace(".xml", ".dmn"));
                    Files.writeString(
                            table,
                            Files.readString(table)
                                    .replace("    </decisionTable>", Files.readString(added) + "    </decisionTable>"));
                }
            }
            Path start = rules.resolve("forms").resolve("start-cohort.form");
            Files.writeString(
                    start,
                    Files.readString(start)
                            .replaceFirst(
                                    "\"values\": \\[",
                                    "\"values\": [{\"label\": \"Alberta\", \"value\": \"alberta\"},"));
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aProgramUnknownToTheCodeRunsASeason() {
        Map<String, Map<String, Integer>> letters = season("alberta", 36, true, false, 8);
        assertThat(letters.values())
                .filteredOn(got -> got.containsKey("kickoff") && got.containsKey("thanks"))
                .as("after three months everybody is asked whether it fits")
                .filteredOn(got -> !got.containsKey("left") && !got.containsKey("ended-early"))
                .allMatch(got -> got.containsKey("trial-review"));
        assertThat(jdbc.sql(
                                "select count(*) from letter where name = 'kickoff' and subject like '%waits for your first word%'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }
}
