package org.seealso.season;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * A program nobody thought of when the code was written, added as a coordinator adds one: its rows beside ours, its
 * forms and letters in the folders, and nothing else.
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
        assertThat(letters.values())
                .as("only whoever knows how to begin is matched")
                .filteredOn(got -> got.containsKey("kickoff"))
                .allMatch(got -> got.containsKey("orientation"))
                .as("also at the second try")
                .anyMatch(got -> got.containsKey("orientation-again"));
        assertThat(jdbc.sql(
                                "select count(*) from letter where name = 'kickoff' and subject like '%waits for your first word%'")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(jdbc.sql("select max(surveys) from (select count(*) as surveys from letter"
                                + " where name = 'closing-survey' and not reminder group by person_id) each_person")
                        .query(Integer.class)
                        .single())
                .as("one survey a year, also for a mentor of two")
                .isEqualTo(1);
    }

    @Test
    void partnersChangeOnlyFromTheMonthTheRowNames(@Autowired Stage stage) {
        stage.opensOn("2026-03-03");
        Cohort cohort = stage.cohort("alberta", Cohort.State.RUNNING);
        Participant mentor = stage.participant(cohort, "Mona Weiss", "mentor", Participant.State.MATCHED);
        Participant mentee = stage.participant(cohort, "Teo Lang", "mentee", Participant.State.MATCHED);
        Mentorship mentorship = stage.mentorship(cohort, mentor, mentee);
        stage.start(mentorship);
        ProcessInstance problem = wantsAnother(stage, mentee, mentorship);

        stage.complete(problem, "UserTask_Mediate", Map.of("outcome", "newPartner"));
        assertThat(stage.task(problem, "UserTask_Mediate"))
                .as("the task is still there")
                .isNotNull();
        assertThat(runtime.getVariable(problem.getId(), "wordsFault").toString())
                .contains("partners change from 3 May 2026 on")
                .contains("Until then choose a pause");
        stage.time.travelTo(LocalDate.parse("2026-05-03"));
        stage.complete(problem, "UserTask_Mediate", Map.of("outcome", "newPartner"));
        assertThat(stage.now(mentee).state()).isEqualTo(Participant.State.POOL);
    }

    private static ProcessInstance wantsAnother(Stage stage, Participant mentee, Mentorship mentorship) {
        UUID submission = stage.submission(mentee, mentorship.id(), "fit-problem", Map.of("details", "We never meet."));
        return stage.start(
                "fitProblem.raised",
                submission,
                Map.of(
                        "submissionId", submission.toString(),
                        "program", "alberta",
                        "category", "communication",
                        "raised", "wantHelp",
                        "want", "newPartner",
                        "contactPartner", "yes"));
    }
}
