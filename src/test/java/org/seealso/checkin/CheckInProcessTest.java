package org.seealso.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.emailedform.EmailedForms;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SeeAlsoTest
class CheckInProcessTest {
    @Autowired
    Stage stage;

    @Autowired
    EmailedForms forms;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private Participant ana;
    private ProcessInstance checkIn;

    @BeforeEach
    void anaIsAskedHowItGoes() {
        stage.opensOn("2026-02-12");
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        Participant ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        Mentorship mentorship = stage.mentorship(cohort, ana, ben);
        checkIn = stage.call(
                "check-in",
                mentorship.id(),
                Map.of(
                        "program", "mla-peer",
                        "cohortId", cohort.id().toString(),
                        "mentorshipId", mentorship.id().toString(),
                        "label", mentorship.label(),
                        "period", 1,
                        "applicationId", ana.id().toString()));
    }

    private void anaSays(String contacts, String fit, String help) {
        stage.answer(checkIn, ana, Map.of("contacts", contacts, "fit", fit, "help", help));
    }

    private List<Tuple> recorded() {
        return jdbc.sql("select state, contacts from check_in where participant_id = ?")
                .param(ana.id())
                .query((row, n) -> tuple(row.getString("state"), row.getObject("contacts")))
                .list();
    }

    private List<ProcessInstance> fitProblems() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("fit-problem")
                .variableValueEquals("applicationId", ana.id().toString())
                .list();
    }

    @Test
    void allIsWell() {
        assertThat(stage.asked(checkIn, ana)).containsExactly("check-in");
        anaSays("3", "good", "none");
        assertThat(checkIn).hasPassed("EndEvent_AllWell").isEnded();
        assertThat(recorded()).containsExactly(tuple("ANSWERED", 3));
        assertThat(stage.letters(ana)).containsExactly("check-in");
    }

    @Test
    void somebodyWhoAsksForTipsGetsThemByLetter() {
        anaSays("1", "good", "tips");
        assertThat(checkIn).hasPassed("EndEvent_TipsSent").isEnded();
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("check-in", "tips");
    }

    @Test
    void noContactYetIsMetWithTips() {
        anaSays("0", "deciding", "none");
        assertThat(checkIn).hasPassed("EndEvent_TipsSent").isEnded();
        assertThat(recorded()).containsExactly(tuple("ANSWERED", 0));
    }

    @Test
    void somebodyWhoAsksForAHumanGetsOne() {
        anaSays("1", "deciding", "coordinator");
        assertThat(stage.task(checkIn, "UserTask_LookAtCheckIn")).hasCandidateGroup("coordinators");

        stage.complete(checkIn, "UserTask_LookAtCheckIn", Map.of("outcome", "reached"));
        assertThat(checkIn).hasPassed("EndEvent_LookedAfter").isEnded();
        assertThat(fitProblems()).isEmpty();
    }

    @Test
    void aCoordinatorMayFindAFitProblemInACheckIn() {
        anaSays("1", "deciding", "introduction");
        stage.complete(checkIn, "UserTask_LookAtCheckIn", Map.of("outcome", "problem"));
        assertThat(checkIn).hasPassed("EndEvent_FitProblemRaised").isEnded();
        assertThat(fitProblems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).isWaitingAt("UserTask_Mediate"));
    }

    @Test
    void aFitThatIsNotGoodBecomesAFitProblemAtOnce() {
        anaSays("2", "notGood", "none");
        assertThat(checkIn)
                .hasPassed("EndEvent_FitProblemRaised")
                .hasNotPassed("UserTask_LookAtCheckIn")
                .isEnded();
        assertThat(fitProblems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).isWaitingAt("UserTask_Mediate"));
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("check-in", "fit-problem-received");
    }

    @Test
    void silenceIsFollowedUpByACoordinator() {
        assertThat(stage.due(checkIn, "Event_TimeToRemind")).isEqualTo(Stage.morningOf("2026-02-17"));
        assertThat(stage.due(checkIn, "Event_WaitedLongEnough")).isEqualTo(Stage.morningOf("2026-02-26"));

        stage.time.travelTo(LocalDate.parse("2026-02-26"));
        assertThat(stage.letters(ana)).containsExactly("check-in", "check-in");
        assertThat(recorded()).containsExactly(tuple("SILENCE", null));
        assertThat(stage.task(checkIn, "UserTask_FollowUpMissedCheckIn")).hasCandidateGroup("coordinators");

        stage.complete(checkIn, "UserTask_FollowUpMissedCheckIn", Map.of("outcome", "reached"));
        assertThat(checkIn).hasPassed("EndEvent_FollowedUp").isEnded();
        assertThat(fitProblems()).isEmpty();
    }

    @Test
    void aFollowUpMayFindAFitProblem() {
        stage.time.travelTo(LocalDate.parse("2026-02-26"));
        stage.complete(checkIn, "UserTask_FollowUpMissedCheckIn", Map.of("outcome", "problem"));
        assertThat(checkIn).hasPassed("EndEvent_FitProblemRaised").isEnded();
        assertThat(fitProblems()).hasSize(1);
    }

    @Test
    void somebodyWhoLeftIsNotFollowedUp() {
        forms.withdrawAll(ana.id());
        stage.time.settle();
        assertThat(checkIn).hasPassed("EndEvent_CheckInCalledOff").isEnded();
        assertThat(recorded()).isEmpty();
    }
}
