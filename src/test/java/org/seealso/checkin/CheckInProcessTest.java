package org.seealso.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.emailedform.EmailedForms;
import org.seealso.people.Cohort;
import org.seealso.people.Contacts;
import org.seealso.people.Contacts.CheckIn;
import org.seealso.people.Contacts.State;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;

@SeeAlsoTest
class CheckInProcessTest {
    @Autowired
    Stage stage;

    @Autowired
    EmailedForms forms;

    @Autowired
    Contacts contacts;

    @Autowired
    Mentorships mentorships;

    @Autowired
    RuntimeService runtime;

    private Cohort cohort;
    private Mentorship mentorship;
    private Participant ana;
    private Participant ben;

    @BeforeEach
    void aPair() {
        stage.opensOn("2026-02-12");
        pairOf("mla-peer");
    }

    private void pairOf(String program) {
        cohort = stage.cohort(program, Cohort.State.RUNNING);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        mentorship = stage.mentorship(cohort, ana, ben);
        mentorships.move(mentorship.id(), Mentorship.State.ACTIVE);
    }

    private ProcessInstance ask(Participant member, int period) {
        return stage.call(
                "check-in",
                mentorship.id(),
                Map.of(
                        "program", cohort.program(),
                        "cohortId", cohort.id().toString(),
                        "mentorshipId", mentorship.id().toString(),
                        "label", mentorship.label(),
                        "period", period,
                        "applicationId", member.id().toString()));
    }

    private void says(ProcessInstance checkIn, Participant member, String contacts, String fit, String help) {
        stage.answer(checkIn, member, Map.of("contacts", contacts, "fit", fit, "help", help));
    }

    private void noted(Participant member, int period, State state, @Nullable Integer times, @Nullable String fit) {
        contacts.note(mentorship.id(), new CheckIn(member.id(), period, state, times, fit, false));
    }

    private List<ProcessInstance> fitProblems() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("fit-problem")
                .variableValueEquals("applicationId", ana.id().toString())
                .list();
    }

    @Test
    void allIsWell() {
        ProcessInstance checkIn = ask(ana, 1);
        assertThat(stage.asked(checkIn, ana)).containsExactly("check-in");
        says(checkIn, ana, "3", "good", "none");
        assertThat(checkIn).hasPassed("EndEvent_AllIsWell").isEnded();
        assertThat(contacts.of(mentorship.id()))
                .extracting(CheckIn::state, CheckIn::contacts, CheckIn::fit)
                .containsExactly(tuple(State.ANSWERED, 3, "good"));
        assertThat(stage.letters(ana)).containsExactly("check-in");
    }

    @Test
    void theLetterAsksSinceTheLastTimeAndNamesTwoTopicsNobodyHasTouched() {
        stage.submission(ben, mentorship.id(), "check-in", Map.of("topics", "cataloguing"));
        ask(ana, 2);
        assertThat(stage.letterText(ana, "check-in"))
                .contains("since Thursday, February 12, 2026")
                .contains("A tip:")
                .contains("Nobody has ticked these yet")
                .doesNotContain("Have you talked live yet?");
    }

    @Test
    void contactsOfAPeriodCountOnceHoweverManyTellOfThem() {
        says(ask(ana, 1), ana, "2", "good", "none");
        says(ask(ben, 1), ben, "1", "good", "none");
        says(ask(ana, 2), ana, "1", "good", "none");
        assertThat(contacts.soFar(mentorship.id())).isEqualTo(3);
    }

    @Test
    void aLiveCallIsAskedAboutUntilThereWasOne() {
        pairOf("vimloc");
        ProcessInstance first = ask(ana, 1);
        assertThat(stage.letterText(ana, "check-in")).contains("Have you talked live yet?");
        stage.submission(ana, mentorship.id(), "check-in", Map.of("liveCall", "yes"));
        says(first, ana, "2", "good", "none");

        ask(ben, 2);
        assertThat(stage.letterText(ben, "check-in")).doesNotContain("Have you talked live yet?");
    }

    @Test
    void somebodyWhoAsksForTipsGetsThemByLetter() {
        ProcessInstance checkIn = ask(ana, 1);
        says(checkIn, ana, "1", "good", "tips");
        assertThat(checkIn).hasPassed("EndEvent_TipsSent").isEnded();
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("check-in", "tips");
    }

    @Test
    void noContactYetIsMetWithIdeas() {
        ProcessInstance checkIn = ask(ana, 1);
        says(checkIn, ana, "0", "good", "none");
        assertThat(checkIn).hasPassed("EndEvent_TipsSent").isEnded();
    }

    @Test
    void whoeverIsBehindOverTheWholeTermGetsKindWords() {
        stage.todayIs("2026-04-12");
        noted(ana, 1, State.ANSWERED, 0, "good");
        noted(ana, 2, State.ANSWERED, 0, "good");
        ProcessInstance checkIn = ask(ana, 3);
        says(checkIn, ana, "1", "good", "none");
        assertThat(checkIn).hasPassed("EndEvent_Encouraged").isEnded();
        assertThat(stage.letterText(ana, "encouragement")).contains("propose two dates");
    }

    @Test
    void somebodyWhoAsksForAHumanGetsOne() {
        ProcessInstance checkIn = ask(ana, 1);
        says(checkIn, ana, "1", "good", "coordinator");
        assertThat(stage.task(checkIn, "UserTask_LookAtCheckIn")).hasCandidateGroup("coordinators");

        stage.complete(checkIn, "UserTask_LookAtCheckIn", Map.of("outcome", "reached"));
        assertThat(checkIn).hasPassed("EndEvent_LookedAfter").isEnded();
        assertThat(fitProblems()).isEmpty();
    }

    @Test
    void stillDecidingIsFineOnceAndASecondTimeACoordinatorLooks() {
        ProcessInstance first = ask(ana, 1);
        says(first, ana, "1", "deciding", "none");
        assertThat(first).hasPassed("EndEvent_AllIsWell").isEnded();

        ProcessInstance second = ask(ana, 2);
        says(second, ana, "1", "deciding", "none");
        stage.complete(second, "UserTask_LookAtCheckIn", Map.of("outcome", "problem"));
        assertThat(second).hasPassed("EndEvent_FitProblemRaised").isEnded();
        assertThat(fitProblems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).isWaitingAt("UserTask_Mediate"));
    }

    @Test
    void somebodyToMeetIsFoundByACoordinator() {
        ProcessInstance checkIn = ask(ana, 1);
        says(checkIn, ana, "1", "good", "introduction");
        stage.written(
                stage.task(checkIn, "UserTask_MakeIntroduction"), ana, "introduce", Map.of("note", "Write to Mei."));
        stage.complete(checkIn, "UserTask_MakeIntroduction", Map.of("outcome", "done"));
        assertThat(checkIn).hasPassed("EndEvent_Introduced").isEnded();
        assertThat(stage.letterText(ana, "introduction")).contains("Write to Mei.");
    }

    @Test
    void aFitThatIsNotGoodBecomesAFitProblemAtOnce() {
        ProcessInstance checkIn = ask(ana, 1);
        says(checkIn, ana, "2", "notGood", "none");
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
    void whoeverDoesNotFeelSafeReachesConductHandlersAndNobodyElse() {
        ProcessInstance checkIn = ask(ana, 1);
        says(checkIn, ana, "2", "unsafe", "none");
        assertThat(checkIn).hasPassed("EndEvent_FitProblemRaised").isEnded();
        assertThat(fitProblems()).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("conduct-report")
                        .count())
                .isEqualTo(1);
        assertThat(stage.letters(ben)).isEmpty();
    }

    @Test
    void aFirstSilenceIsNothingYet() {
        ProcessInstance checkIn = ask(ana, 1);
        assertThat(stage.due(checkIn, "Event_TimeToRemind")).isEqualTo(Stage.morningOf("2026-02-17"));
        assertThat(stage.due(checkIn, "Event_WaitedLongEnough")).isEqualTo(Stage.morningOf("2026-02-26"));
        stage.time.travelTo(LocalDate.parse("2026-02-26"));
        assertThat(stage.letters(ana)).containsExactly("check-in", "check-in");
        assertThat(checkIn)
                .hasPassed("ServiceTask_RecordSilence", "EndEvent_AllIsWell")
                .isEnded();
    }

    @Test
    void afterTwoSilencesTheOtherIsAskedWhetherTheyAreInTouch() {
        ProcessInstance checkIn = silentTwiceWhileBenAnswers();
        assertThat(stage.asked(checkIn, ben)).containsExactly("in-touch");
        stage.submission(ben, mentorship.id(), "in-touch", Map.of("touch", "yes"));
        stage.answer(checkIn, ben, Map.of());
        assertThat(checkIn).hasPassed("EndEvent_InTouch").isEnded();
    }

    @Test
    void ifTheyAreNotACoordinatorFollowsUp() {
        ProcessInstance checkIn = silentTwiceWhileBenAnswers();
        stage.submission(ben, mentorship.id(), "in-touch", Map.of("touch", "no"));
        stage.answer(checkIn, ben, Map.of());
        assertThat(stage.task(checkIn, "UserTask_FollowUpMissedCheckIn")).hasCandidateGroup("coordinators");
        stage.complete(checkIn, "UserTask_FollowUpMissedCheckIn", Map.of("outcome", "reached"));
        assertThat(checkIn).hasPassed("EndEvent_LookedAfter").isEnded();
    }

    private ProcessInstance silentTwiceWhileBenAnswers() {
        noted(ana, 1, State.SILENCE, null, null);
        noted(ben, 1, State.ANSWERED, 1, "good");
        ProcessInstance checkIn = ask(ana, 2);
        says(ask(ben, 2), ben, "1", "good", "none");
        stage.time.travelTo(LocalDate.parse("2026-02-26"));
        return checkIn;
    }

    @Test
    void ifBothAreSilentOneTaskIsMade() {
        ProcessInstance anas = ask(ana, 1);
        ProcessInstance bens = ask(ben, 1);
        stage.time.travelTo(LocalDate.parse("2026-02-26"));
        assertThat(stage.tasks(anas).size() + stage.tasks(bens).size()).isOne();
    }

    @Test
    void aBusyTimeIsNoSilenceAndThePartnerHearsOfIt() {
        ProcessInstance checkIn = ask(ana, 1);
        stage.submission(ana, mentorship.id(), "check-in", Map.of("busyUntil", "2026-03-20"));
        says(checkIn, ana, "1", "good", "none");
        assertThat(stage.running("plans", mentorship.id()).size()
                        + stage.letters(ben).size())
                .isPositive();
        assertThat(stage.letters(ben)).containsExactly("partner-busy");

        ProcessInstance bens = ask(ben, 1);
        stage.time.travelTo(LocalDate.parse("2026-02-26"));
        assertThat(bens).hasPassed("EndEvent_AllIsWell").isEnded();
        assertThat(contacts.of(mentorship.id())).extracting(CheckIn::state).contains(State.HELD);
    }

    @Test
    void somebodyWhoLeftIsNotFollowedUp() {
        ProcessInstance checkIn = ask(ana, 1);
        forms.withdrawAll(ana.id(), mentorship.id());
        stage.time.settle();
        assertThat(checkIn).hasPassed("EndEvent_CheckInCalledOff").isEnded();
        assertThat(contacts.of(mentorship.id())).isEmpty();
    }

    @Test
    void anOpenTaskAboutSomebodyWhoLeftGoesWithThem() {
        ProcessInstance checkIn = ask(ana, 1);
        says(checkIn, ana, "1", "good", "coordinator");
        stage.over(mentorship, ana);
        assertThat(checkIn).hasPassed("EndEvent_NothingMoreToDo").isEnded();
    }
}
