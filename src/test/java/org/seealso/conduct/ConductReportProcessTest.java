package org.seealso.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.data.TemporalUnitOffset;
import org.assertj.core.data.TemporalUnitWithinOffset;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.seealso.people.People;
import org.springframework.beans.factory.annotation.Autowired;

/** The row of the pilot names two handlers; in tests, the first has an account from the start. */
@SeeAlsoTest
class ConductReportProcessTest {
    private static final String FIRST = "conduct@mla.example";
    private static final String SECOND = "ombuds@mla.example";
    private static final String OFFICE = "professional.development@mla.example";
    private static final Instant NOON = Stage.at("2026-03-03", LocalTime.NOON);

    @Autowired
    Stage stage;

    @Autowired
    People people;

    @Autowired
    IdentityService identity;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    private Participant ana;
    private Participant ben;
    private Mentorship mentorship;
    private UUID submission = UUID.randomUUID();
    private int firstBefore;
    private int secondBefore;
    private String listeners = "";

    @BeforeEach
    void aMentorship() {
        stage.opensOn("2026-03-03");
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        mentorship = stage.mentorship(cohort, ana, ben);
        firstBefore = stage.lettersTo(FIRST, "conduct-reminder");
        secondBefore = stage.lettersTo(SECOND, "conduct-reminder");
    }

    @AfterEach
    void theSecondHandlerGoes() {
        identity.deleteUser("ombuds");
        if (!listeners.isEmpty()) {
            repository.deleteDeployment(listeners, true);
        }
    }

    private void theSecondHandlerHasAnAccount() {
        User user = identity.newUser("ombuds");
        user.setEmail(SECOND);
        user.setPassword("ombuds-in-tests");
        identity.saveUser(user);
        identity.createMembership("ombuds", "conduct-handlers");
    }

    private ProcessInstance reported(Map<String, Object> fields) {
        return reported(mentorship.id(), fields);
    }

    private ProcessInstance reported(UUID about, Map<String, Object> fields) {
        submission = stage.conductReport(ana, about, fields);
        return started();
    }

    private ProcessInstance started() {
        return stage.start(
                "conduct.reported",
                submission,
                Map.of("submissionId", submission.toString(), "program", "mla-peer", "label", "In confidence"));
    }

    private int toTheFirst() {
        return stage.lettersTo(FIRST, "conduct-reminder") - firstBefore;
    }

    private int toTheSecond() {
        return stage.lettersTo(SECOND, "conduct-reminder") - secondBefore;
    }

    /** Stands for the mentorship: waits to hear twice that it has changed. */
    private ProcessInstance listener() {
        listeners = repository
                .createDeployment()
                .addModelInstance(
                        "listener.bpmn",
                        Bpmn.createExecutableProcess("listener")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .intermediateCatchEvent("StillGoing")
                                .message("mentorship.changed")
                                .camundaOutputParameter(
                                        "heard",
                                        "${execution.getVariable('change')} ${execution.getVariable('until')}|")
                                .intermediateCatchEvent("HeardOnce")
                                .message("mentorship.changed")
                                .camundaOutputParameter(
                                        "heard",
                                        "${execution.getVariable('change')} ${execution.getVariable('until')}|")
                                .userTask("HeardTwice")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        return runtime.startProcessInstanceByKey("listener", mentorship.id().toString());
    }

    @Test
    void aHandlerClosesAReportAndLeavesEverythingAsItIs() {
        ProcessInstance report = reported(Map.of("what", "A threat.", "stopNow", "no"));
        assertThat(stage.task(report, "UserTask_HandleReport")).hasCandidateGroup("conduct-handlers");
        assertThat(stage.letters(ana)).containsExactly("conduct-received");
        assertThat(toTheFirst()).isOne();

        stage.closeReport(report, submission, Map.of("outcome", "nothing", "tell", "We have acted on it."));
        assertThat(report)
                .hasPassed("EndEvent_ReportClosed")
                .hasNotPassed("ServiceTask_EndContact", "ServiceTask_ResumeContact")
                .isEnded();
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("conduct-received", "conduct-outcome");
        assertThat(stage.letters(ben)).as("the partner is told nothing").isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(submission.toString())
                        .count())
                .isZero();
    }

    @Test
    void theEngineNamesNobody() {
        ProcessInstance report = reported(Map.of("what", "A threat.", "stopNow", "yes"));
        assertThat(runtime.getVariables(report.getId()))
                .containsOnlyKeys(
                        "submissionId",
                        "program",
                        "label",
                        "stopNow",
                        "contactStopped",
                        "timesTold",
                        "handlersRemindAt")
                .containsEntry("label", "In confidence");
    }

    @Test
    void theMentorshipEndsIfAHandlerSaysSo() {
        ProcessInstance underWay = stage.start(mentorship);
        ProcessInstance report = reported(Map.of("what", "A threat.", "stopNow", "no"));
        stage.closeReport(report, submission, Map.of("outcome", "end", "tell", "We have acted on it."));
        assertThat(report)
                .hasPassed("ServiceTask_EndContact", "EndEvent_ReportClosed")
                .isEnded();
        assertThat(stage.asked(underWay, ben)).containsExactly("what-next");
        assertThat(stage.now(mentorship).state()).isEqualTo(Mentorship.State.ENDING);
        assertThat(stage.letters(ben)).contains("ended-early").noneMatch(letter -> letter.startsWith("conduct"));
    }

    @Test
    void contactStopsAtOnceAndMayBeginAgain() {
        ProcessInstance listener = listener();
        ProcessInstance report = reported(Map.of("what", "A threat.", "stopNow", "yes"));
        assertThat(report).hasPassed("ServiceTask_StopContact");
        assertThat(listener).isWaitingAt("HeardOnce");
        assertThat(runtime.getVariable(listener.getId(), "heard")).isEqualTo("stop |");
        assertThat(stage.letterText(ana, "conduct-received")).contains("your mentorship is stopped for now");

        stage.closeReport(report, submission, Map.of("outcome", "goOn", "tell", "We have spoken with them."));
        assertThat(report)
                .hasPassed("ServiceTask_ResumeContact", "EndEvent_ReportClosed")
                .isEnded();
        assertThat(listener).isWaitingAt("HeardTwice");
        assertThat(runtime.getVariable(listener.getId(), "heard")).isEqualTo("resume |");
    }

    @Test
    void whatWasNotStoppedIsNotResumed() {
        ProcessInstance listener = listener();
        ProcessInstance report = reported(Map.of("what", "A threat.", "stopNow", "no"));
        assertThat(stage.letterText(ana, "conduct-received")).doesNotContain("stopped");
        stage.closeReport(report, submission, Map.of("outcome", "goOn", "tell", "We have spoken with them."));
        assertThat(report).hasPassed("Gateway_WasContactStopped").isEnded();
        assertThat(listener).isWaitingAt("StillGoing");
    }

    @Test
    void whereThereIsNoMentorshipThereIsNothingToStop() {
        submission = stage.conductReport(ana, null, Map.of("what", "A threat.", "stopNow", "yes"));
        ProcessInstance report = started();
        assertThat(report).hasNotPassed("ServiceTask_StopContact").isActive();
        assertThat(stage.letterText(ana, "conduct-received")).doesNotContain("stopped");
        stage.closeReport(report, submission, Map.of("outcome", "end", "tell", "We have acted on it."));
        assertThat(report).isEnded();
    }

    @Test
    void handlersAreToldOneAfterTheOtherAndThenAllEveryWeek() {
        theSecondHandlerHasAnAccount();
        ProcessInstance report = reported(Map.of("what", "A threat.", "stopNow", "no"));
        told(report, 1, 0, NOON.plus(Duration.ofHours(24)));
        told(report, 2, 0, NOON.plus(Duration.ofHours(48)));
        told(report, 2, 1, NOON.plus(Duration.ofHours(48)).plus(Duration.ofDays(7)));
        told(report, 3, 2, NOON.plus(Duration.ofHours(48)).plus(Duration.ofDays(14)));
        told(report, 4, 3, NOON.plus(Duration.ofHours(48)).plus(Duration.ofDays(21)));
        assertThat(stage.letters(ana)).containsExactly("conduct-received");
        assertThat(stage.tasks(report)).as("still one task, and the same").hasSize(1);

        stage.closeReport(report, submission, Map.of("outcome", "nothing", "tell", "We have acted on it."));
        assertThat(report).hasPassed("EndEvent_Handled").isEnded();
        assertThat(stage.time.nextTimer()).as("nobody is reminded any more").isEmpty();
    }

    /** What has been told by now, and when it is time again; then it is. */
    private void told(ProcessInstance report, int first, int second, Instant again) {
        assertThat(List.of(toTheFirst(), toTheSecond())).containsExactly(first, second);
        assertThat(stage.due(report, "Event_TimeToTellAgain")).isCloseTo(again, within());
        stage.time.travelTo(again.plusSeconds(60));
    }

    /** The clock stands a second past each timer. */
    private static TemporalUnitOffset within() {
        return new TemporalUnitWithinOffset(30, ChronoUnit.SECONDS);
    }

    @Test
    void theOnlyHandlerIsRemindedAfterADayAndThenEveryWeek() {
        ProcessInstance report = reported(Map.of("what", "A threat.", "stopNow", "no"));
        assertThat(stage.due(report, "Event_TimeToTellAgain")).isEqualTo(NOON.plus(Duration.ofHours(24)));
        stage.time.travelTo(NOON.plus(Duration.ofHours(25)));
        assertThat(toTheFirst()).isEqualTo(2);
        stage.time.travelTo(NOON.plus(Duration.ofDays(9)));
        assertThat(toTheFirst()).isEqualTo(3);
        assertThat(toTheSecond()).as("nobody with that address could read it").isZero();
    }

    @Test
    void aHandlerTheReporterRuledOutIsNotTold() {
        theSecondHandlerHasAnAccount();
        reported(Map.of("what", "A threat.", "stopNow", "no", "conflict", List.of("Conduct@MLA.example")));
        assertThat(List.of(toTheFirst(), toTheSecond())).containsExactly(0, 1);
    }

    @Test
    void ifNobodyIsFreeTheOfficeNamesAnotherHandlerWhoIsThenToldFirst() {
        int before = stage.lettersTo(OFFICE, "conduct-nobody-free");
        ProcessInstance report = reported(Map.of("what", "A threat.", "stopNow", "no", "conflict", List.of(FIRST)));
        assertThat(stage.lettersTo(OFFICE, "conduct-nobody-free") - before).isOne();
        assertThat(List.of(toTheFirst(), toTheSecond())).containsExactly(0, 0);
        assertThat(stage.due(report, "Event_TimeToTellAgain")).isEqualTo(NOON.plus(Duration.ofHours(24)));

        theSecondHandlerHasAnAccount();
        stage.time.travelTo(NOON.plus(Duration.ofHours(25)));
        assertThat(stage.lettersTo(OFFICE, "conduct-nobody-free") - before).isOne();
        assertThat(List.of(toTheFirst(), toTheSecond())).containsExactly(0, 1);
    }

    @Test
    void aHandlerWhoIsOrWasAMemberIsNotTold() {
        theSecondHandlerHasAnAccount();
        people.changeAddress(ben.person().id(), SECOND);
        try {
            reported(Map.of("what", "A threat.", "stopNow", "no", "conflict", List.of(FIRST)));
            assertThat(List.of(toTheFirst(), toTheSecond())).containsExactly(0, 0);
        } finally {
            people.changeAddress(ben.person().id(), ben.person().email());
        }
    }

    @Test
    void whoeverWantsNoLettersGetsNone() {
        ProcessInstance report = reported(Map.of("what", "A threat.", "stopNow", "no", "noLetters", true));
        stage.closeReport(report, submission, Map.of("outcome", "nothing", "tell", "We have acted on it."));
        assertThat(report).isEnded();
        assertThat(stage.letters(ana)).isEmpty();
    }

    @Test
    void aHandlerMayDecideToWriteNothing() {
        ProcessInstance report = reported(Map.of("what", "A threat.", "stopNow", "no"));
        stage.closeReport(report, submission, Map.of("outcome", "nothing", "tell", "nothing"));
        assertThat(stage.letters(ana)).containsExactly("conduct-received");
    }

    @Test
    void whoeverWasForgottenIsNotWrittenTo() {
        ProcessInstance report = reported(Map.of("what", "A threat.", "stopNow", "no"));
        stage.move(ana, Participant.State.FORGOTTEN);
        stage.closeReport(report, submission, Map.of("outcome", "nothing", "tell", "We have acted on it."));
        assertThat(report).isEnded();
        assertThat(stage.letters(ana)).containsExactly("conduct-received");
    }
}
