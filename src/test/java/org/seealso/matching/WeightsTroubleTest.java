package org.seealso.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.people.Cohort;
import org.seealso.rules.RulesPublisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** An admin's slip in match-weights.dmn: a sentence in the task, nothing lost, and mended without Java. */
@SeeAlsoTest
class WeightsTroubleTest {
    private static final Path FOLDER = folder();

    private static Path folder() {
        try {
            return Files.createTempDirectory("rules");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void clearUp() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
    }

    @DynamicPropertySource
    static void rulesOfTheirOwn(DynamicPropertyRegistry registry) {
        for (String part : List.of("processes", "forms")) {
            try (Stream<Path> files = Files.walk(Path.of(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = FOLDER.resolve(file.toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        registry.add("seealso.rules", FOLDER::toString);
        registry.add("seealso.publish", () -> "at-once");
        registry.add("seealso.test.database", () -> "weights");
    }

    @Autowired
    Stage stage;

    @Autowired
    Matches matches;

    @Autowired
    RulesPublisher publisher;

    private Cohort cohort;

    @BeforeEach
    void aPool() throws IOException {
        weights("mla-peer", "40", "40");
        stage.opensOn("2025-12-15");
        cohort = stage.cohort(Cohort.State.CLOSED);
        stage.inPool(cohort, "Ana Silva", "cataloguing", "outreach");
        stage.inPool(cohort, "Ben Okoro", "outreach", "cataloguing");
    }

    /** What an admin does in the Modeler: a cell of the published table becomes another. */
    private void weights(String program, String cell, String now) throws IOException {
        String table = Files.readString(Path.of("processes/match-weights.dmn"));
        String changed = table.replace("\"mla-peer\"", "\"" + program + "\"")
                .replace("<text>" + cell + "</text>", "<text>" + now + "</text>");
        Files.writeString(FOLDER.resolve("processes/match-weights.dmn"), changed);
        publisher.publish();
    }

    private ProcessInstance match() {
        return stage.call(
                "matching",
                cohort.id(),
                Map.of("program", "mla-peer", "cohortId", cohort.id().toString(), "label", cohort.name()));
    }

    private void mendedByFindingAgain(ProcessInstance matching, String sentence) throws IOException {
        assertThat(matching).isWaitingAt("UserTask_ConfirmMatches");
        Proposal troubled = matches.proposal(cohort.id()).orElseThrow();
        assertThat(troubled.trouble()).startsWith(sentence);
        assertThat(troubled.people()).isEqualTo(2);
        assertThatThrownBy(() -> matches.confirm(
                        cohort.id(), troubled.runId(), new Edit(0, List.of(), List.of(), List.of(), ""), "mira"))
                .isInstanceOf(MatchesRefused.class)
                .hasMessage(troubled.trouble());

        weights("mla-peer", "40", "41");
        Proposal mended = matches.again(cohort.id(), troubled.runId(), 0, Wish.NONE, "mira");
        assertThat(mended.trouble()).isEmpty();
        assertThat(mended.groups()).hasSize(1);
        stage.confirmMatches(cohort);
        stage.complete(matching, "UserTask_ConfirmMatches", Map.of("confirmed", true));
        assertThat(matching).hasPassed("EndEvent_EverybodyMatched").isEnded();
    }

    @Test
    void textInANumberColumnIsASentenceInTheTask() throws IOException {
        weights("mla-peer", "40", "\"a lot\"");
        mendedByFindingAgain(match(), "A cell of match-weights.dmn can't be used: ");
    }

    @Test
    void aProgramWithoutAnyCriterionIsASentenceInTheTask() throws IOException {
        weights("another-program", "40", "40");
        mendedByFindingAgain(match(), "match-weights.dmn has no criterion with a weight above 0 for the program");
    }

    @Test
    void aSlipWhileSomebodyWorksOnTheMatchesLosesNothing() throws IOException {
        match();
        Proposal found = matches.proposal(cohort.id()).orElseThrow();
        weights("mla-peer", "40", "\"a lot\"");
        assertThatThrownBy(() -> matches.again(cohort.id(), found.runId(), 0, Wish.NONE, "mira"))
                .isInstanceOf(MatchesRefused.class)
                .hasMessageStartingWith("A cell of match-weights.dmn can't be used: ")
                .hasMessageEndingWith("restart SeeAlso and find the matches again.");
        assertThat(matches.proposal(cohort.id()).orElseThrow()).isEqualTo(found);
    }

    @Test
    void anEmptyPoolIsACoordinatorsDecision() {
        Cohort empty = stage.cohort(Cohort.State.CLOSED);
        ProcessInstance matching = stage.call(
                "matching",
                empty.id(),
                Map.of("program", "mla-peer", "cohortId", empty.id().toString(), "label", empty.name()));
        assertThat(matching).isWaitingAt("UserTask_DecideAboutTooFewPeople");
        assertThat(matches.proposal(empty.id()).orElseThrow().groups()).isEmpty();
    }

    @Test
    void everybodyExcludedIsADecisionWithTheReasons() {
        Cohort apart = stage.cohort(Cohort.State.CLOSED);
        var ana = stage.inPool(apart, "Ana Silva", "cataloguing", "outreach");
        stage.inPool(apart, "Ben Okoro", "outreach", "cataloguing");
        stage.submission(ana, null, "application-peer", Map.of("doNotMatch", "Ben Okoro"));
        ProcessInstance matching = stage.call(
                "matching",
                apart.id(),
                Map.of("program", "mla-peer", "cohortId", apart.id().toString(), "label", apart.name()));
        assertThat(matching).isWaitingAt("UserTask_DecideAboutTooFewPeople");
        assertThat(matches.proposal(apart.id()).orElseThrow().left())
                .extracting(Proposal.Left::reason)
                .allMatch(reason -> reason.contains("can't be matched"));
    }
}
