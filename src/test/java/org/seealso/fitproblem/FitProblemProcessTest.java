package org.seealso.fitproblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
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
        return raised("mla-peer", category, raised, "talk", "no");
    }

    private ProcessInstance raised(String program, String category, String raised, String want, String contactPartner) {
        return stage.start(
                "fitProblem.raised",
                submission,
                Map.of(
                        "submissionId", submission.toString(),
                        "program", program,
                        "category", category,
                        "raised", raised,
                        "want", want,
                        "contactPartner", contactPartner));
    }

    private void mediate(ProcessInstance problem, Map<String, Object> facts, Map<String, String> words) {
        stage.written(stage.task(problem, "UserTask_Mediate"), ana, "mediate", words);
        stage.complete(problem, "UserTask_Mediate", facts);
    }

    @Test
    void helpedByACoordinatorTheyGoOnWithANewAgreement() {
        stage.start(mentorship);
        ProcessInstance problem = raised("notParticipating", "wantHelp");
        assertThat(stage.task(problem, "UserTask_Mediate")).hasCandidateGroup("coordinators");
        assertThat(runtime.getVariable(problem.getId(), "label"))
                .as("a task in a list does not say which of them wrote")
                .isEqualTo("Ana Silva & Ben Okoro");

        mediate(problem, Map.of("outcome", "continue"), Map.of("memberNote", "Try shorter meetings."));
        assertThat(problem).hasPassed("EndEvent_GoesOn").isEnded();
        assertThat(stage.letterText(ana, "fit-problem-continue")).contains("Try shorter meetings.");
        assertThat(stage.letters(ben))
                .as("the partner is told nothing, as they asked")
                .doesNotContain("fit-problem-partner");
        assertThat(stage.running("agreement", mentorship.id())).isNotEmpty();
    }

    @Test
    void whoeverLeavesInTheSameMomentIsWrittenToAboutItNoMore() {
        stage.start(mentorship);
        stage.leaves(ana, mentorship);
        ProcessInstance problem = raised("notParticipating", "wantHelp");
        assertThat(problem).hasPassed("EndEvent_NoLongerAMember").isEnded();
        assertThat(stage.letters(ana)).doesNotContain("fit-problem-received");
    }

    @Test
    void wordsToThePartnerNeverNameWhoeverDidNotWantToBeNamed() {
        stage.start(mentorship);
        ProcessInstance problem = raised("mla-peer", "communication", "yes", "talk", "withoutName");
        mediate(problem, Map.of("outcome", "continue"), Map.of("partnerNote", "Ana finds it hard to reach you."));
        assertThat(problem).hasNotPassed("EndEvent_GoesOn").isWaitingAt("UserTask_Mediate");
        assertThat(runtime.getVariable(problem.getId(), "wordsFault").toString())
                .contains("contain the name Ana")
                .contains("Say it without the name.");
        assertThat(stage.letters(ben)).doesNotContain("fit-problem-partner");

        mediate(problem, Map.of("outcome", "continue"), Map.of("partnerNote", "A fixed weekday helps many."));
        assertThat(problem).hasPassed("EndEvent_GoesOn").isEnded();
        assertThat(stage.letterText(ben, "fit-problem-partner"))
                .contains("A fixed weekday helps many.")
                .contains("We have taken a look")
                .doesNotContain("Ana has asked");
    }

    @Test
    void wordsToThePartnerAreRefusedIfTheyAskedUsNotToWrite() {
        stage.start(mentorship);
        ProcessInstance problem = raised("mla-peer", "communication", "yes", "talk", "no");
        mediate(problem, Map.of("outcome", "continue"), Map.of("partnerNote", "Hello"));
        assertThat(problem).isWaitingAt("UserTask_Mediate");
    }

    @Test
    void theyPauseUntilADay() {
        stage.start(mentorship);
        ProcessInstance problem = raised("workload", "yes");
        mediate(problem, Map.of("outcome", "pause", "pauseUntil", "2026-04-20"), Map.of());
        assertThat(problem).hasPassed("EndEvent_Paused").isEnded();
        assertThat(stage.letterText(ben, "paused")).contains("April 20, 2026");
    }

    @Test
    void theMentorshipEndsWithThanks() {
        ProcessInstance underWay = stage.start(mentorship);
        ProcessInstance problem = raised("badFit", "no");

        mediate(problem, Map.of("outcome", "end"), Map.of());
        assertThat(problem).hasPassed("EndEvent_EndedWithThanks").isEnded();
        assertThat(stage.asked(underWay, ana)).containsExactly("what-next");
        assertThat(stage.now(mentorship).state()).isEqualTo(Mentorship.State.ENDING);
        assertThat(stage.letterText(ben, "ended-early")).doesNotContain("Ana");
    }

    @Test
    void bothLookForSomebodyElse() {
        stage.start(mentorship);
        ProcessInstance problem = raised("badFit", "no");
        mediate(problem, Map.of("outcome", "newPartner"), Map.of());
        assertThat(problem).isEnded();
        assertThat(stage.letters(ana)).contains("new-partner");
        assertThat(stage.letters(ben)).contains("new-partner");
    }

    @Test
    void anEndThatComesTooLateHarmsNothing() {
        ProcessInstance problem = raised("badFit", "no");
        mediate(problem, Map.of("outcome", "end"), Map.of());
        assertThat(problem).hasPassed("EndEvent_EndedWithThanks").isEnded();
    }

    @Test
    void itIsRecordedAndNothingElse() {
        ProcessInstance problem = raised("workload", "yes");
        mediate(problem, Map.of("outcome", "record"), Map.of());
        assertThat(problem).hasPassed("EndEvent_Recorded").isEnded();
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("fit-problem-received", "fit-problem-recorded");
        assertThat(stage.letters(ben)).isEmpty();
    }

    @Test
    void whatIsStillOpenEndsWithTheMentorship() {
        ProcessInstance problem = raised("workload", "yes");
        stage.over(mentorship, ana);
        assertThat(problem).hasPassed("EndEvent_NothingMoreToDo").isEnded();
    }

    /** Where the row says so, the members are helped to talk first (C10). */
    private ProcessInstance firstWithThePartner(String want) {
        Cohort mentors = stage.cohort("wla", Cohort.State.RUNNING);
        ana = stage.participant(mentors, "Ana Silva", "mentee", Participant.State.MATCHED);
        ben = stage.participant(mentors, "Ben Okoro", "mentor", Participant.State.MATCHED);
        mentorship = stage.mentorship(mentors, ben, ana);
        submission = stage.submission(ana, mentorship.id(), "fit-problem", Map.of("details", "We never meet."));
        ProcessInstance problem = raised("wla", "communication", "no", want, "no");
        assertThat(stage.asked(problem, ana)).containsExactly("first-talk");
        assertThat(stage.letters(ben)).isEmpty();
        return problem;
    }

    @Test
    void afterATalkByThemselvesItIsBetter() {
        ProcessInstance problem = firstWithThePartner("tips");
        stage.answer(problem, ana, Map.of("way", "self"));
        assertThat(stage.due(problem, "Event_TimeToSee")).isEqualTo(Stage.morningOf("2026-03-17"));

        stage.time.travelTo(LocalDate.parse("2026-03-17"));
        stage.answer(problem, ana, "is-it-better", Map.of("better", "yes"));
        assertThat(problem).hasPassed("EndEvent_ItIsBetter").isEnded();
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("first-talk", "is-it-better", "fit-problem-better");
        assertThat(stage.letters(ben)).isEmpty();
    }

    @Test
    void aMessageIsPassedOnInTheirOwnWords() {
        ProcessInstance problem = firstWithThePartner("draft");
        stage.submission(ana, mentorship.id(), "first-talk", Map.of("message", "Could we fix a weekday?"));
        stage.answer(problem, ana, Map.of("way", "message"));
        assertThat(stage.letterText(ben, "partner-message"))
                .contains("A message from Ana")
                .contains("Could we fix a weekday?");
    }

    @Test
    void aTalkIsArrangedAndStandsInTheCalendar() {
        ProcessInstance problem = firstWithThePartner("talk");
        stage.answer(problem, ana, Map.of("way", "talk"));
        stage.written(
                stage.task(problem, "UserTask_ArrangeTalk"),
                ana,
                "arrange-talk",
                Map.of("talkAt", "2026-03-10T18:00", "note", "By telephone."));
        stage.complete(problem, "UserTask_ArrangeTalk", Map.of());
        assertThat(stage.letterText(ben, "three-way-talk"))
                .contains("March 10, 2026 at 6:00")
                .contains("By telephone.");
        assertThat(stage.calendar(ben, "three-way-talk")).contains("DTSTART;TZID=America/Chicago:20260310T180000");
        assertThat(problem).isWaitingAt("Event_TimeToSee");
    }

    @Test
    void whatIsNotBetterGoesToACoordinatorSilenceIncluded() {
        ProcessInstance problem = firstWithThePartner("tips");
        stage.time.travelTo(LocalDate.parse("2026-04-20"));
        assertThat(problem).isWaitingAt("UserTask_Mediate");
        assertThat(stage.letters(ana)).contains("fit-problem-received");
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
