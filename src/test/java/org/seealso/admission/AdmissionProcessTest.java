package org.seealso.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.answer.Answers;
import org.seealso.people.Cohort;
import org.seealso.people.Orientations;
import org.seealso.people.Participant;
import org.seealso.people.Participant.State;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.beans.factory.annotation.Autowired;

@SeeAlsoTest
class AdmissionProcessTest {
    private static final Instant ANSWER_BY = Stage.morningOf("2025-12-08");

    @Autowired
    Stage stage;

    @Autowired
    Applications applications;

    @Autowired
    Orientations orientations;

    @Autowired
    PublishedRules rules;

    @Autowired
    Answers answers;

    private Participant ana;
    private ProcessInstance admission;

    @BeforeEach
    void anaApplies() {
        stage.opensOn("2025-12-01");
        applies("yes");
    }

    private void applies(String worksInLibrary) {
        Cohort cohort = stage.cohort(Cohort.State.OPEN);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.APPLIED);
        stage.submission(ana, null, "application-peer", Map.of("shortGoal", "Run a good story time."));
        Map<String, Object> variables = new HashMap<>(Map.of(
                "program",
                "mla-peer",
                "cohortId",
                cohort.id().toString(),
                "applicationId",
                ana.id().toString(),
                "label",
                "Ana Silva",
                "answerBy",
                Date.from(ANSWER_BY),
                "worksInLibrary",
                worksInLibrary,
                "conductAccepted",
                true,
                "voluntary",
                true));
        admission = stage.start("admission.received", ana.id(), variables);
    }

    private void confirmsTheAddress() {
        stage.answer(admission, ana, Map.of());
    }

    private Participant.State state() {
        return stage.now(ana).state();
    }

    @Test
    void aGoodApplicationWaitsInThePoolUntilThePoolIsSettled() {
        assertThat(stage.asked(admission, ana)).containsExactly("confirm-email");
        assertThat(state()).isEqualTo(Participant.State.APPLIED);

        confirmsTheAddress();
        assertThat(state()).isEqualTo(Participant.State.IN_REVIEW);
        assertThat(stage.task(admission, "UserTask_ReviewApplication"))
                .hasCandidateGroup("coordinators")
                .isNotAssigned()
                .hasDueDate(Date.from(Stage.morningOf("2025-12-06")));

        stage.complete(admission, "UserTask_ReviewApplication", Map.of("decision", "accept"));
        assertThat(state()).isEqualTo(Participant.State.POOL);
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("confirm-email", "accepted");
        assertThat(admission).isWaitingAt("Event_PoolIsSettled");

        stage.tell("admission.settled", ana.id(), Map.of());
        assertThat(admission).hasPassed("EndEvent_OutOfThePool").isEnded();
    }

    @Test
    void anAddressNobodyConfirmsIsRemindedOnceAndThenForgotten() {
        assertThat(stage.due(admission, "Event_TimeToRemind")).isEqualTo(Stage.morningOf("2025-12-06"));
        assertThat(stage.due(admission, "Event_WaitedLongEnough")).isEqualTo(ANSWER_BY);

        stage.time.travelTo(LocalDate.parse("2025-12-06"));
        assertThat(stage.letters(ana)).containsExactly("confirm-email", "confirm-email");

        stage.time.travelTo(LocalDate.parse("2025-12-08"));
        assertThat(admission).hasPassed("EndEvent_NeverConfirmed").isEnded();
        assertThat(state()).isEqualTo(Participant.State.FORGOTTEN);
        assertThat(answers.ofParticipant(ana.id(), "application-peer")).isEmpty();
    }

    @Test
    void somebodyWhoIsNotEligibleIsToldSo() {
        applies("no");
        confirmsTheAddress();
        assertThat(admission).hasPassed("EndEvent_NotEligible").isEnded();
        assertThat(state()).isEqualTo(Participant.State.NOT_ELIGIBLE);
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("confirm-email", "not-eligible");
    }

    @Test
    void aCoordinatorMayAskForMoreAndDecline() {
        confirmsTheAddress();
        stage.complete(admission, "UserTask_ReviewApplication", Map.of("decision", "more"));
        assertThat(stage.asked(admission, ana)).containsExactly("application-more");

        stage.answer(admission, ana, Map.of());
        assertThat(admission).isWaitingAt("UserTask_ReviewApplication");

        stage.complete(admission, "UserTask_ReviewApplication", Map.of("decision", "decline"));
        assertThat(admission).hasPassed("EndEvent_Declined").isEnded();
        assertThat(state()).isEqualTo(Participant.State.DECLINED);
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("confirm-email", "ask-more", "declined");
    }

    @Test
    void anApplicantMayWithdrawFromThePool() {
        confirmsTheAddress();
        stage.complete(admission, "UserTask_ReviewApplication", Map.of("decision", "accept"));

        stage.tell("admission.withdrawn", ana.id(), Map.of("leaverId", ana.id().toString()));
        assertThat(admission).hasPassed("EndEvent_ApplicationWithdrawn").isEnded();
        assertThat(state()).isEqualTo(Participant.State.WITHDRAWN);
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("confirm-email", "accepted", "withdrawn");
    }

    @Test
    void anApplicantMayWithdrawWhileACoordinatorReads() {
        confirmsTheAddress();
        stage.tell("admission.withdrawn", ana.id(), Map.of("leaverId", ana.id().toString()));
        assertThat(admission).hasPassed("EndEvent_ApplicationWithdrawn").isEnded();
    }

    /** wla writes every 21 days. */
    private ProcessInstance accepted(Participant participant) {
        return stage.callFrom(
                "ServiceTask_SendAcceptance",
                "admission",
                participant.id(),
                Map.of(
                        "program",
                        "mla-peer",
                        "cohortId",
                        participant.cohortId().toString(),
                        "applicationId",
                        participant.id().toString(),
                        "label",
                        participant.person().name()));
    }

    @Test
    void whereAnOrientationIsWantedItComesBeforeThePool() {
        Participant kim = stage.participant(stage.cohort(Cohort.State.OPEN), "Kim Sato", Participant.State.ACCEPTED);
        ProcessInstance admission = accepted(kim);
        assertThat(stage.now(kim).state()).isEqualTo(Participant.State.ACCEPTED);
        stage.submission(
                kim,
                null,
                "orientation",
                Map.of("busy", "tell", "goals", "learner", "secret", "nobody", "work", "ask", "exit", "nothing"));
        stage.answer(admission, kim, Map.of());
        assertThat(stage.now(kim).state()).isEqualTo(Participant.State.POOL);
        assertThat(admission).isWaitingAt("Event_PoolIsSettled");
    }

    @Test
    void anOrientationHoldsForTheMonthsOfTheRow() {
        Participant kim = stage.participant(stage.cohort(Cohort.State.OPEN), "Kim Sato", Participant.State.IN_REVIEW);
        orientations.passed(kim.person().id(), "mla-peer");
        applications.accept(kim.id(), withOrientation(12));
        assertThat(stage.now(kim).state())
                .as("whoever passed lately is not asked again")
                .isEqualTo(State.POOL);

        stage.move(kim, State.IN_REVIEW);
        stage.todayIs("2026-12-15");
        applications.accept(kim.id(), withOrientation(12));
        assertThat(applications.needsOrientation(kim.id())).as("it expires").isTrue();
    }

    @Test
    void whoeverHasNotDoneTheOrientationWhenTheOthersAreMatchedHasNoMatch() {
        Participant kim = stage.participant(stage.cohort(Cohort.State.OPEN), "Kim Sato", Participant.State.ACCEPTED);
        ProcessInstance admission = accepted(kim);
        stage.tell("admission.settled", kim.id(), Map.of());
        assertThat(admission).hasPassed("EndEvent_OrientationMissed").isEnded();
    }

    /** The pilot's row with an orientation that holds for so many months. */
    private ProgramRow withOrientation(int months) {
        ProgramRow row = rules.row(rules.current(), "mla-peer");
        try {
            var parts = ProgramRow.class.getRecordComponents();
            Class<?>[] types = new Class<?>[parts.length];
            Object[] values = new Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                types[i] = parts[i].getType();
                values[i] = parts[i].getName().equals("orientationMonths")
                        ? months
                        : parts[i].getAccessor().invoke(row);
            }
            return ProgramRow.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoeverWaitsLongHearsHonestlyWhereTheyAre() {
        Cohort wla = stage.cohort("wla", Cohort.State.OPEN);
        Participant theo = stage.mentee(wla, "Theo Nguyen", "cataloguing");
        stage.mentor(wla, "Mona Haddad", "cataloguing", 1);
        ProcessInstance waiting = stage.callFrom(
                "ServiceTask_SendAcceptance",
                "admission",
                theo.id(),
                Map.of(
                        "program",
                        "wla",
                        "cohortId",
                        wla.id().toString(),
                        "applicationId",
                        theo.id().toString(),
                        "label",
                        "Theo Nguyen"));
        assertThat(stage.due(waiting, "Event_NewsDay")).isEqualTo(Stage.morningOf("2025-12-22"));
        stage.time.travelTo(Stage.morningOf("2025-12-22"));
        assertThat(stage.letterText(theo, "where-you-are"))
                .contains("since Monday, December 1, 2025")
                .contains("Looking for a mentor: 1, you among them. Mentors waiting for their first mentee: 1.")
                .contains("Monday, January 12, 2026");
        assertThat(stage.due(waiting, "Event_NewsDay")).isEqualTo(Stage.morningOf("2026-01-12"));

        stage.move(theo, Participant.State.ASKED);
        stage.time.travelTo(Stage.morningOf("2026-01-12"));
        assertThat(stage.letters(theo))
                .as("who is being asked about a match needs no news")
                .containsExactlyInAnyOrder("accepted", "where-you-are");

        stage.tell("admission.settled", theo.id(), Map.of());
        assertThat(waiting)
                .hasPassed("Event_PlaceFound", "EndEvent_OutOfThePool")
                .isEnded();
    }
}
