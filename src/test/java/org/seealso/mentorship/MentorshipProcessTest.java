package org.seealso.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.emailedform.Leaving;
import org.seealso.letter.Under;
import org.seealso.people.Cohort;
import org.seealso.people.Contacts;
import org.seealso.people.Contacts.CheckIn;
import org.seealso.people.Contacts.State;
import org.seealso.people.Exclusions;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.seealso.rules.PublishedRules;
import org.springframework.beans.factory.annotation.Autowired;

@SeeAlsoTest
class MentorshipProcessTest {
    private static final Map<String, Object> ALL_WELL = Map.of("contacts", "2", "fit", "good", "help", "none");
    private static final Map<String, Object> GO_ON = Map.of("continueFormally", "yes");

    @Autowired
    Stage stage;

    @Autowired
    ManagementService management;

    @Autowired
    Leaving leaving;

    @Autowired
    PublishedRules rules;

    @Autowired
    Exclusions exclusions;

    @Autowired
    Contacts contacts;

    private Cohort cohort;
    private Participant ana;
    private Participant ben;

    @BeforeEach
    void theFirstDay() {
        stage.opensOn("2026-01-12");
        cohort = stage.cohort(Cohort.State.RUNNING);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
    }

    private void agree(ProcessInstance mentorship) {
        stage.answer(mentorship, ana, "agreement", Map.of("agreed", "yes"));
        stage.answer(mentorship, ben, "accept-agreement", Map.of("accepted", "yes"));
    }

    @Test
    void aPairAgreesChecksInEveryMonthAndCloses() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        ProcessInstance mentorship = stage.start(pair);
        assertThat(stage.now(pair).state()).isEqualTo(Mentorship.State.ACTIVE);
        assertThat(stage.asked(mentorship, ana)).containsExactly("agreement");
        assertThat(stage.letters(ben)).containsExactly("kickoff");
        agree(mentorship);
        assertThat(mentorship).hasPassed("EndEvent_AgreementDealtWith");

        for (String day : List.of("2026-02-12", "2026-03-12", "2026-04-12", "2026-05-12", "2026-06-12")) {
            assertThat(stage.due(mentorship, "Event_NextStepDue")).isEqualTo(Stage.morningOf(day));
            stage.time.travelTo(LocalDate.parse(day));
            for (Participant member : List.of(ana, ben)) {
                assertThat(stage.asked(mentorship, member)).containsExactly("check-in");
                stage.answer(mentorship, member, ALL_WELL);
            }
        }
        assertThat(mentorship).hasPassed("EndEvent_PeriodOver");
        assertThat(stage.due(mentorship, "Event_NextStepDue")).isEqualTo(Stage.morningOf("2026-06-26"));

        stage.time.travelTo(LocalDate.parse("2026-06-26"));
        assertThat(mentorship).hasPassed("EndEvent_SurveyTime").isWaitingAt("CallActivity_CloseMentorshipTogether");
        assertThat(stage.asked(mentorship, ben)).containsExactly("closing-survey");

        stage.time.travelTo(LocalDate.parse("2026-07-10"));
        assertThat(mentorship).hasPassed("EndEvent_MentorshipClosed").isEnded();
        assertThat(stage.now(pair).state()).isEqualTo(Mentorship.State.CLOSED);
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.DONE);
        assertThat(stage.letters(ana)).doesNotContain("ended-early").contains("thanks");
    }

    @Test
    void afterATrialEverybodyIsAskedWhetherItFits() {
        ProcessInstance mentorship = stage.start(stage.mentorship(cohort, ana, ben));
        // No program of ours has a trial, so its timer is far away.
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(mentorship.getId())
                .activityId("StartEvent_TrialOver")
                .singleResult()
                .getId());
        stage.time.settle();
        for (Participant member : List.of(ana, ben)) {
            assertThat(stage.letters(member)).contains("trial-review");
            stage.answer(mentorship, member, "trial-review", Map.of("fit", "good"));
        }
        assertThat(mentorship).hasPassed("EndEvent_TrialReviewed").isNotEnded();
    }

    @Test
    void itClosesThoughNobodyEverAnswersAnything() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        ProcessInstance mentorship = stage.start(pair);
        assertThat(stage.due(mentorship, "StartEvent_FirstWeeksOver")).isEqualTo(Stage.morningOf("2026-01-22"));

        stage.time.travelTo(LocalDate.parse("2026-07-10"));
        assertThat(mentorship).hasPassed("EndEvent_MentorshipClosed").isEnded();
        assertThat(stage.tasks(mentorship)).isEmpty();
        assertThat(stage.now(pair).state()).isEqualTo(Mentorship.State.CLOSED);
    }

    @Test
    void nobodyIsAskedAboutAFirstContactThatIsKnown() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        ProcessInstance mentorship = stage.start(pair);
        contacts.note(pair.id(), new CheckIn(ana.id(), 0, State.ANSWERED, 1, "good", false));
        stage.time.travelTo(LocalDate.parse("2026-01-22"));
        assertThat(mentorship).hasPassed("EndEvent_FirstContactWatched");
        assertThat(stage.letters(ben)).doesNotContain("first-contact");
    }

    @Test
    void aGroupWantsNoAgreementAndItsHostWritesFirst() {
        Cohort groups = stage.cohort("peer-group", Cohort.State.RUNNING);
        Participant host = stage.participant(groups, "Hana Ito", Participant.State.MATCHED);
        Participant guest = stage.participant(groups, "Gus Roy", Participant.State.MATCHED);
        Participant other = stage.participant(groups, "Ola Berg", Participant.State.MATCHED);
        ProcessInstance mentorship = stage.start(stage.mentorship(groups, host, guest, other));
        assertThat(mentorship).hasPassed("EndEvent_NoAgreementWanted").hasNotPassed("CallActivity_MakeAgreement");
        assertThat(stage.letterText(host, "kickoff")).contains("You are the one to write first.");
        assertThat(stage.letterText(guest, "kickoff"))
                .contains("Hana writes first")
                .contains("about 6 times a year");
    }

    @Test
    void mentorAndMenteeGetLettersOfTheirOwn() {
        Cohort mentors = stage.cohort("wla", Cohort.State.RUNNING);
        Participant mentor = stage.participant(mentors, "Mona Weiss", "mentor", Participant.State.MATCHED);
        Participant mentee = stage.participant(mentors, "Teo Lang", "mentee", Participant.State.MATCHED);
        stage.start(stage.mentorship(mentors, mentor, mentee));
        assertThat(stage.letterText(mentor, "kickoff"))
                .contains("You listen.")
                .contains("Teo writes first")
                .contains("about 5 times a year");
        assertThat(stage.letterText(mentee, "kickoff")).contains("You lead.").contains("propose two or three dates");
    }

    @Test
    void aTrioGoesOnAsAPairWhenSomebodyLeaves() {
        Participant cara = stage.participant(cohort, "Cara Lee", Participant.State.MATCHED);
        Mentorship trio = stage.mentorship(cohort, ana, ben, cara);
        ProcessInstance mentorship = stage.start(trio);

        stage.leaves(cara, trio);
        assertThat(mentorship).hasPassed("EndEvent_GoesOnWithoutThem");
        assertThat(stage.asked(mentorship, cara)).isEmpty();
        assertThat(stage.now(cara).state()).isEqualTo(Participant.State.WITHDRAWN);
        assertThat(stage.letters(cara)).contains("left").doesNotContain("member-left");
        assertThat(stage.letters(ana)).contains("member-left");

        stage.time.travelTo(LocalDate.parse("2026-02-12"));
        assertThat(stage.asked(mentorship, ben)).contains("check-in");
        assertThat(stage.asked(mentorship, cara)).isEmpty();
    }

    @Test
    void whoeverIsLeftAloneIsAskedWhatTheyWouldLike() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        ProcessInstance mentorship = stage.start(pair);
        agree(mentorship);
        stage.time.travelTo(LocalDate.parse("2026-02-12"));

        stage.leaves(ben, pair);
        assertThat(mentorship).hasPassed("EndEvent_TooFewMembers", "Event_TooFewToGoOn");
        assertThat(stage.letters(ben)).contains("left").doesNotContain("ended-early");
        assertThat(stage.asked(mentorship, ben)).isEmpty();
        assertThat(stage.asked(mentorship, ana)).containsExactly("what-next");
        assertThat(stage.letterText(ana, "ended-early")).doesNotContain("Ben");

        stage.submission(ana, pair.id(), "what-next", Map.of("wish", "survey"));
        stage.answer(mentorship, ana, Map.of());
        assertThat(stage.asked(mentorship, ana)).containsExactly("closing-survey");

        stage.time.travelTo(LocalDate.parse("2026-03-01"));
        assertThat(mentorship).hasPassed("EndEvent_MentorshipClosed").isEnded();
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.DONE);
    }

    @Test
    void twoWhoLeaveInTheSameMomentBothGetTheirFarewell() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        ProcessInstance mentorship = stage.start(pair);
        stage.leaveTogether(pair, ana, ben);
        assertThat(mentorship).hasPassed("EndEvent_TooFewMembers");
        assertThat(stage.letters(ana)).containsOnlyOnce("left");
        assertThat(stage.letters(ben)).containsOnlyOnce("left");
    }

    /** A life of the state machine test (seed 31143): whoever left while a coordinator ended it got two farewells. */
    @Test
    void whoeverLeavesWhileItIsBeingEndedGetsOneFarewell() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        ProcessInstance mentorship = stage.start(pair);
        stage.isToEnd(pair);
        assertThat(leaving.leave(ana.id(), pair.id(), new Under(rules.current(), "mla-peer")))
                .isTrue();
        stage.time.settle();
        assertThat(mentorship).hasPassed("ServiceTask_EndEarly");
        assertThat(stage.letters(ana)).containsOnlyOnce("left").doesNotContain("ended-early");
        assertThat(stage.letters(ben)).containsOnlyOnce("ended-early");
    }

    /** A life of the state machine test (seed 30127): one of two newcomers was welcomed twice, the other never. */
    @Test
    void twoWhoComeInTheSameMomentAreBothWelcomed() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        stage.start(pair);
        Participant cara = stage.participant(cohort, "Cara Lee", Participant.State.POOL);
        Participant dev = stage.participant(cohort, "Dev Patel", Participant.State.POOL);
        stage.joinTogether(pair, cara, dev);
        for (Participant newcomer : List.of(cara, dev)) {
            assertThat(stage.letters(newcomer)).containsOnlyOnce("kickoff");
            assertThat(stage.now(newcomer).state()).isEqualTo(Participant.State.MATCHED);
        }
        assertThat(stage.now(pair).members())
                .extracting(Participant::id)
                .contains(ana.id(), ben.id(), cara.id(), dev.id());
    }

    @Test
    void whoeverIsLeftAloneMayGoToTheFrontOfThePool() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        ProcessInstance mentorship = stage.start(pair);
        stage.leaves(ben, pair);
        stage.submission(ana, pair.id(), "what-next", Map.of("wish", "pool"));
        stage.answer(mentorship, ana, Map.of());

        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.POOL);
        assertThat(stage.running("pool", cohort.id()))
                .as("a cohort under way opens a pool for whoever looks for somebody else")
                .hasSize(1);
        stage.time.travelTo(stage.due(mentorship, "Event_LastDay"));
        assertThat(mentorship).isEnded();
        assertThat(stage.letters(ana)).doesNotContain("closing-survey");
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.POOL);
    }

    @Test
    void whoeverIsLeftAloneMayLeaveTheProgram() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        ProcessInstance mentorship = stage.start(pair);
        stage.leaves(ben, pair);
        stage.submission(ana, pair.id(), "what-next", Map.of("wish", "leave"));
        stage.answer(mentorship, ana, Map.of());
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.WITHDRAWN);
    }

    @Test
    void aCoordinatorMayEndItEarly() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        ProcessInstance mentorship = stage.start(pair);
        stage.tell("mentorship.ended", pair.id(), Map.of());
        assertThat(mentorship).hasPassed("Event_EndedEarly");
        assertThat(stage.asked(mentorship, ana)).containsExactly("what-next");
        assertThat(stage.asked(mentorship, ben)).containsExactly("what-next");
        assertThat(stage.now(pair).state()).isEqualTo(Mentorship.State.ENDING);

        assertThat(stage.dues(mentorship, "Event_WaitedLongEnough"))
                .containsOnly(Stage.morningOf("2026-01-26"))
                .hasSize(2);
        stage.time.travelTo(LocalDate.parse("2026-01-26"));
        assertThat(stage.asked(mentorship, ana)).containsExactly("closing-survey");
    }

    @Test
    void forANewPartnerBothGoToTheFrontOfThePoolAndAreNeverMatchedAgain() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        ProcessInstance mentorship = stage.start(pair);
        stage.end(pair, "pool");
        assertThat(mentorship).hasPassed("ServiceTask_ReturnToPool").hasNotPassed("CallActivity_AskWhatNext");
        assertThat(List.of(stage.now(ana).state(), stage.now(ben).state())).containsOnly(Participant.State.POOL);
        assertThat(exclusions.pairs(cohort.id()))
                .contains(java.util.Set.of(ana.person().id(), ben.person().id()));
        assertThat(stage.letters(ana)).contains("new-partner").doesNotContain("ended-early");
        assertThat(stage.running("pool", cohort.id())).as("one round for both").hasSize(1);
    }

    @Test
    void aBreakHoldsCheckInsUntilItIsOver() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        ProcessInstance mentorship = stage.start(pair);
        agree(mentorship);
        stage.changes(pair, "pause", "2026-03-20", null);
        assertThat(mentorship).hasPassed("EndEvent_CourseChanged", "Event_PlansHaveChanged");
        assertThat(stage.letterText(ben, "paused")).contains("March 20, 2026");
        assertThat(stage.due(mentorship, "Event_NextStepDue"))
                .as("two check-ins fall into the break and become one")
                .isEqualTo(Stage.morningOf("2026-03-20"));

        stage.time.travelTo(LocalDate.parse("2026-03-20"));
        assertThat(stage.asked(mentorship, ana)).containsExactly("check-in");
        assertThat(stage.due(mentorship, "Event_NextStepDue")).isEqualTo(Stage.morningOf("2026-04-12"));
    }

    @Test
    void aStoppedMentorshipAsksNothingUntilItGoesOn() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        ProcessInstance mentorship = stage.start(pair);
        stage.changes(pair, "stop", "", null);
        assertThat(stage.letterText(ana, "stopped")).contains("says nothing about anybody");
        assertThat(stage.due(mentorship, "Event_NextStepDue")).isEqualTo(Stage.morningOf("2026-06-26"));

        stage.time.travelTo(LocalDate.parse("2026-03-20"));
        assertThat(stage.letters(ana)).doesNotContain("check-in");
        stage.changes(pair, "resume", "", null);
        assertThat(stage.letters(ben)).contains("resumed");
        assertThat(stage.due(mentorship, "Event_NextStepDue")).isEqualTo(Stage.morningOf("2026-04-12"));
    }

    @Test
    void anotherLastDayMovesTheSurvey() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        ProcessInstance mentorship = stage.start(pair);
        stage.time.travelTo(LocalDate.parse("2026-06-20"));
        assertThat(stage.due(mentorship, "Event_NextStepDue")).isEqualTo(Stage.morningOf("2026-06-26"));
        stage.changes(pair, "extend", "2026-09-10", null);
        assertThat(stage.letterText(ana, "extended")).contains("September 10, 2026");
        assertThat(stage.due(mentorship, "Event_NextStepDue")).isEqualTo(Stage.morningOf("2026-07-12"));
    }

    @Test
    void aNewMemberIsWelcomedAndAskedFromThenOn() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        ProcessInstance mentorship = stage.start(pair);
        Participant cara = stage.participant(cohort, "Cara Lee", Participant.State.POOL);
        stage.changes(pair, "join", "", cara);
        assertThat(stage.letterText(ana, "member-joined")).contains("Cara Lee joins your mentorship");
        assertThat(stage.letters(cara)).containsExactly("kickoff");
        assertThat(stage.now(cara).state()).isEqualTo(Participant.State.MATCHED);

        stage.leaves(ben, pair);
        assertThat(mentorship).hasPassed("EndEvent_GoesOnWithoutThem");
        stage.time.travelTo(LocalDate.parse("2026-02-12"));
        assertThat(stage.asked(mentorship, cara)).contains("check-in");
    }

    @Test
    void aBusyTimeMovesTheNextCheckIn() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        ProcessInstance mentorship = stage.start(pair);
        stage.start(
                "plans.changed",
                UUID.randomUUID(),
                Map.of(
                        "program", "mla-peer",
                        "cohortId", cohort.id().toString(),
                        "mentorshipId", pair.id().toString(),
                        "label", pair.label(),
                        "applicationId", ben.id().toString(),
                        "what", "busy",
                        "until", "2026-02-20"));
        assertThat(stage.due(mentorship, "Event_NextStepDue")).isEqualTo(Stage.morningOf("2026-02-21"));
    }

    @Test
    void itGoesOnForAnotherTermIfAllWantIt() {
        Cohort mentors = stage.cohort("wla", Cohort.State.RUNNING);
        Participant mentor = stage.participant(mentors, "Mona Weiss", "mentor", Participant.State.MATCHED);
        Participant mentee = stage.participant(mentors, "Teo Lang", "mentee", Participant.State.MATCHED);
        Mentorship pair = stage.mentorship(mentors, mentor, mentee);
        ProcessInstance mentorship = stage.start(pair);
        stage.time.travelTo(LocalDate.parse("2026-06-26"));
        for (Participant member : List.of(mentor, mentee)) {
            stage.submission(member, pair.id(), "closing-survey", Map.of("continueFormally", "yes"));
            stage.answer(mentorship, member, "closing-survey", GO_ON);
        }
        assertThat(mentorship).hasPassed("ServiceTask_BeginAnotherTerm").isNotEnded();
        assertThat(stage.due(mentorship, "Event_NextStepDue")).isEqualTo(Stage.morningOf("2026-07-12"));
        assertThat(stage.now(pair).endsOn()).isEqualTo("2027-07-10");
        assertThat(stage.letters(mentor)).containsOnlyOnce("kickoff").contains("extended");
    }

    private Mentorship groupOfFour() {
        cohort = stage.cohort("peer-group", Cohort.State.RUNNING);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        return stage.mentorship(
                cohort,
                ana,
                ben,
                stage.participant(cohort, "Cara Lee", Participant.State.MATCHED),
                stage.participant(cohort, "Dov Katz", Participant.State.MATCHED));
    }

    @Test
    void aGroupHasAnotherHostInEachPeriodAndEveryLetterNamesTheSame() {
        Mentorship group = groupOfFour();
        ProcessInstance mentorship = stage.start(group);
        assertThat(stage.letterText(ana, "kickoff")).contains("You are a group without a leader", "You begin.");
        assertThat(stage.letterText(ben, "kickoff")).contains("Ana Silva begins.");
        assertThat(stage.asked(mentorship, ana)).containsExactly("propose-dates");
        stage.fillIn(
                mentorship,
                ana,
                group,
                Map.of("hosting", "dates", "date1", "2026-02-03T17:00", "date2", "2026-02-04T17:00"),
                "hosting");
        stage.time.travelTo(LocalDate.parse("2026-03-12"));
        assertThat(stage.asked(mentorship, ana)).doesNotContain("propose-dates");
        assertThat(stage.asked(mentorship, ben)).contains("propose-dates");
        assertThat(stage.letterText(ana, "check-in")).contains("From now on Ben Okoro hosts.");
        assertThat(stage.letterText(ben, "check-in")).contains("From now on it is your turn to host.");
        stage.time.travelTo(LocalDate.parse("2026-07-10"));
        assertThat(mentorship).isEnded();
    }

    @Test
    void theGatheringsAreArrangedLongBeforeTheEnd() {
        Mentorship group = groupOfFour();
        ProcessInstance mentorship = stage.start(group);
        for (String period : List.of("2026-03-12", "2026-05-12")) {
            stage.time.travelTo(LocalDate.parse(period));
        }
        for (int i = 0; i < group.members().size(); i++) {
            group.members().stream()
                    .filter(host -> stage.asked(mentorship, host).contains("propose-dates"))
                    .toList()
                    .forEach(host -> stage.answer(mentorship, host, "propose-dates", Map.of("hosting", "pass")));
        }
        assertThat(mentorship).hasPassed("EndEvent_GatheringsArranged");
        assertThat(stage.now(group).state()).isEqualTo(Mentorship.State.ACTIVE);
    }

    @Test
    void aGroupThatBecomesTooSmallEndsAndItsMembersMayMeetInANewOne() {
        Mentorship group = groupOfFour();
        ProcessInstance mentorship = stage.start(group);
        Participant dov = group.members().get(3);
        stage.leaves(dov, group);
        assertThat(mentorship).hasPassed("Event_TooFewToGoOn").isWaitingAt("CallActivity_AskWhatNext");
        assertThat(stage.letterText(ana, "ended-early")).contains("a new group, with those of you who would like that");
        assertThat(exclusions.in(cohort.id())).isEmpty();
        stage.fillIn(mentorship, ana, group, Map.of("wish", "pool"));
        stage.fillIn(mentorship, ben, group, Map.of("wish", "survey"));
        stage.fillIn(mentorship, group.members().get(2), group, Map.of("wish", "pool"));
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.POOL);
        assertThat(stage.now(group.members().get(2)).state()).isEqualTo(Participant.State.POOL);
        assertThat(stage.running("pool", cohort.id())).as("one round for both").hasSize(1);
    }
}
