package org.seealso.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;

@SeeAlsoTest
class ConductReportProcessTest {
    @Autowired
    Stage stage;

    private Participant ana;
    private Participant ben;
    private Mentorship mentorship;
    private int before;

    @BeforeEach
    void aMentorship() {
        stage.opensOn("2026-03-03");
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        mentorship = stage.mentorship(cohort, ana, ben);
        before = stage.lettersTo("conduct@mla.example", "conduct-reminder");
    }

    private ProcessInstance reported() {
        UUID submission = stage.submission(ana, mentorship.id(), "conduct-report", Map.of("what", "A threat."));
        return stage.start(
                "conduct.reported",
                submission,
                Map.of("submissionId", submission.toString(), "program", "mla-peer", "label", "In confidence"));
    }

    private int lettersToTheHandlers() {
        return stage.lettersTo("conduct@mla.example", "conduct-reminder") - before;
    }

    @ParameterizedTest
    @ValueSource(strings = {"record", "advise"})
    void conductHandlersCloseAReport(String outcome) {
        ProcessInstance report = reported();
        assertThat(stage.task(report, "UserTask_HandleReport")).hasCandidateGroup("conduct-handlers");
        assertThat(stage.letters(ana)).containsExactly("conduct-received");
        assertThat(lettersToTheHandlers()).isOne();

        stage.complete(report, "UserTask_HandleReport", Map.of("outcome", outcome));
        assertThat(report)
                .hasPassed("EndEvent_ReportClosed")
                .hasNotPassed("ServiceTask_StopMentorship")
                .isEnded();
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("conduct-received", "conduct-outcome");
        assertThat(stage.letters(ben)).isEmpty();
    }

    @Test
    void conductHandlersMayEndTheMentorship() {
        ProcessInstance underWay = stage.start(mentorship);
        ProcessInstance report = reported();
        stage.complete(report, "UserTask_HandleReport", Map.of("outcome", "end"));
        assertThat(report)
                .hasPassed("ServiceTask_StopMentorship", "EndEvent_ReportClosed")
                .isEnded();
        assertThat(underWay).isWaitingAt("CallActivity_CloseMentorshipTogether");
        assertThat(stage.now(mentorship).state()).isEqualTo(Mentorship.State.ENDING);
        assertThat(stage.letters(ben)).contains("ended-early").noneMatch(letter -> letter.startsWith("conduct"));
    }

    @Test
    void aReportNobodyHandlesIsRemindedOfAfterADay() {
        ProcessInstance report = reported();
        assertThat(stage.due(report, "Event_NoAnswerYet")).isEqualTo(Stage.at("2026-03-04", LocalTime.NOON));

        stage.time.travelTo(LocalDate.parse("2026-03-05"));
        assertThat(lettersToTheHandlers()).isEqualTo(2);
        assertThat(report).hasPassed("EndEvent_HandlersReminded").isWaitingAt("UserTask_HandleReport");
        assertThat(stage.letters(ana)).containsExactly("conduct-received");
    }
}
