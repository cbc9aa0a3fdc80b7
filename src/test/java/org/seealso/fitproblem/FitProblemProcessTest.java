package org.seealso.fitproblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.answer.Answers;
import org.seealso.confidence.ConductReports;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;

@SeeAlsoTest
class FitProblemProcessTest {
    @Autowired
    Stage stage;

    @Autowired
    Answers answers;

    @Autowired
    ConductReports reports;

    @Autowired
    RuntimeService runtime;

    private Participant ana;
    private Participant ben;
    private Mentorship mentorship;
    private UUID submission;

    @BeforeEach
    void somethingIsNotWorkingForAna() {
        stage.opensOn("2026-03-03");
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        mentorship = stage.mentorship(cohort, ana, ben);
        submission = stage.submission(ana, mentorship.id(), "fit-problem", Map.of("details", "We never meet."));
    }

    private ProcessInstance raised(String category, String raised) {
        return stage.start(
                "fitProblem.raised",
                submission,
                Map.of(
                        "submissionId",
                        submission.toString(),
                        "program",
                        "mla-peer",
                        "category",
                        category,
                        "raised",
                        raised));
    }

    @Test
    void helpedByACoordinatorTheyGoOn() {
        ProcessInstance problem = raised("notParticipating", "wantHelp");
        assertThat(stage.task(problem, "UserTask_Mediate")).hasCandidateGroup("coordinators");
        assertThat(stage.letters(ana)).containsExactly("fit-problem-received");

        stage.complete(problem, "UserTask_Mediate", Map.of("outcome", "continue"));
        assertThat(problem).hasPassed("EndEvent_GoesOn").isEnded();
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("fit-problem-received", "fit-problem-continue");
        assertThat(stage.letters(ben)).as("the partner is told nothing").isEmpty();
    }

    @Test
    void theMentorshipEndsWithThanks() {
        ProcessInstance underWay = stage.start(mentorship);
        ProcessInstance problem = raised("badFit", "no");

        stage.complete(problem, "UserTask_Mediate", Map.of("outcome", "end"));
        assertThat(problem).hasPassed("EndEvent_EndedWithThanks").isEnded();
        assertThat(underWay).isWaitingAt("CallActivity_CloseMentorshipTogether");
        assertThat(stage.now(mentorship).state()).isEqualTo(Mentorship.State.ENDING);
        assertThat(stage.letters(ben)).contains("ended-early", "closing-survey");
    }

    @Test
    void anEndThatComesTooLateHarmsNothing() {
        ProcessInstance problem = raised("badFit", "no");
        stage.complete(problem, "UserTask_Mediate", Map.of("outcome", "end"));
        assertThat(problem).hasPassed("EndEvent_EndedWithThanks").isEnded();
    }

    @Test
    void itIsRecordedAndNothingElse() {
        ProcessInstance problem = raised("workload", "yes");
        stage.complete(problem, "UserTask_Mediate", Map.of("outcome", "record"));
        assertThat(problem).hasPassed("EndEvent_Recorded").isEnded();
        assertThat(stage.letters(ana)).containsExactly("fit-problem-received");
    }

    @ParameterizedTest
    @CsvSource({"other, unsafe", "boundaries, no", "intimidation, yes", "manipulation, wantHelp"})
    void aConductMatterGoesToTheConductHandlersInConfidence(String category, String raised) {
        ProcessInstance problem = raised(category, raised);
        assertThat(problem)
                .hasPassed("EndEvent_PassedOnInConfidence")
                .hasNotPassed("UserTask_Mediate")
                .isEnded();
        assertThat(answers.ofSubmission(submission))
                .as("nothing stays where coordinators read")
                .isEmpty();
        assertThat(reports.report(submission).orElseThrow().parts())
                .singleElement()
                .satisfies(part -> assertThat(part.shown()).isEqualTo("We never meet."));
        assertThat(stage.running("conduct-report", submission)).singleElement().satisfies(report -> {
            assertThat(report).isWaitingAt("UserTask_HandleReport");
            assertThat(runtime.getVariables(report.getId()))
                    .as("the engine names nobody")
                    .containsOnlyKeys(
                            "submissionId",
                            "program",
                            "label",
                            "stopNow",
                            "contactStopped",
                            "timesTold",
                            "handlersRemindAt")
                    .containsEntry("label", "In confidence");
        });
        assertThat(stage.letters(ana)).containsExactly("conduct-received");
        assertThat(stage.letters(ben)).isEmpty();
    }
}
