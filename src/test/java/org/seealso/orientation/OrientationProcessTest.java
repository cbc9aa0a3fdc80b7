package org.seealso.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.people.Cohort;
import org.seealso.people.Orientations;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;

@SeeAlsoTest
class OrientationProcessTest {
    private static final Map<String, String> RIGHT =
            Map.of("busy", "tell", "goals", "learner", "secret", "nobody", "work", "ask", "exit", "nothing");

    @Autowired
    Stage stage;

    @Autowired
    Orientations orientations;

    private Participant ana;
    private ProcessInstance orientation;

    @BeforeEach
    void anaIsAccepted() {
        stage.opensOn("2025-12-01");
        Cohort cohort = stage.cohort(Cohort.State.OPEN);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.ACCEPTED);
        orientation = stage.call(
                "orientation",
                UUID.randomUUID(),
                Map.of(
                        "program",
                        "mla-peer",
                        "cohortId",
                        cohort.id().toString(),
                        "applicationId",
                        ana.id().toString(),
                        "letter",
                        "orientation"));
    }

    private void says(Map<String, String> answers) {
        stage.submission(ana, null, "orientation", answers, Set.of("coordinators"));
        stage.answer(orientation, ana, Map.of());
    }

    private boolean passed() {
        return orientations.passedSince(ana.person().id(), "mla-peer", Stage.morningOf("2025-11-01"));
    }

    @Test
    void allAnswersRightIsPassed() {
        assertThat(stage.letterText(ana, "orientation")).contains("one page and answers five questions");
        says(RIGHT);
        assertThat(orientation).hasPassed("EndEvent_OrientationPassed").isEnded();
        assertThat(passed()).isTrue();
        assertThat(orientations.passedSince(ana.person().id(), "mla-peer", Stage.morningOf("2026-01-01")))
                .as("it expires")
                .isFalse();
    }

    @Test
    void aWrongAnswerIsNoReasonToDespair() {
        Map<String, String> wrong = new HashMap<>(RIGHT);
        wrong.put("exit", "reason");
        says(wrong);
        assertThat(passed()).isFalse();
        assertThat(stage.letterText(ana, "orientation-again")).contains("as often as you need");
        stage.clock.set(stage.clock.instant().plusSeconds(60));
        says(RIGHT);
        assertThat(passed()).isTrue();
    }

    @Test
    void whoeverDoesNotAnswerIsRemindedAndAskedAgain() {
        stage.time.travelTo(LocalDate.parse("2025-12-16"));
        assertThat(stage.letters(ana)).containsExactly("orientation", "orientation", "orientation-again");
        assertThat(orientation).isActive();
        assertThat(passed()).isFalse();
    }
}
