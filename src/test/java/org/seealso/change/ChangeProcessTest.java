package org.seealso.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.AbstractStringAssert;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.people.Cohort;
import org.seealso.people.Exclusions;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.springframework.beans.factory.annotation.Autowired;

/** Real mentorships of every format change, one day in February. */
@SeeAlsoTest
class ChangeProcessTest {
    @Autowired
    Stage stage;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Mentorships mentorships;

    @Autowired
    Participants participants;

    @Autowired
    Exclusions exclusions;

    private Cohort cohort;
    private Participant ana;
    private Participant ben;
    private Mentorship pair;
    private ProcessInstance running;

    @BeforeEach
    void aPairIsUnderWay() {
        stage.opensOn("2026-01-12");
        cohort = stage.cohort(Cohort.State.RUNNING);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        pair = stage.mentorship(cohort, ana, ben);
        running = stage.start(pair);
        stage.todayIs("2026-02-02");
    }

    private ProcessInstance change(String kind, Mentorship mentorship, Map<String, String> more) {
        Map<String, Object> wanted = new HashMap<>(Map.of("until", "", "newcomerId", "", "leaverId", ""));
        wanted.putAll(more);
        wanted.put("change", kind);
        wanted.put("mentorshipId", mentorship.id().toString());
        return stage.call("change", UUID.randomUUID(), wanted);
    }

    private ProcessInstance change(String kind, Map<String, String> more) {
        return change(kind, pair, more);
    }

    private static Map<String, String> until(String day) {
        return Map.of("until", day);
    }

    private static Map<String, String> comes(Participant newcomer) {
        return Map.of("newcomerId", newcomer.id().toString());
    }

    private static Map<String, String> swap(Participant leaver, Participant newcomer) {
        return Map.of(
                "leaverId", leaver.id().toString(), "newcomerId", newcomer.id().toString());
    }

    /** Nothing happened but a task, and it says why. */
    private AbstractStringAssert<?> refused(ProcessInstance change) {
        assertThat(change).isWaitingAt("UserTask_CorrectChange");
        return assertThat((String) runtime.getVariable(change.getId(), "changeFault"));
    }

    private List<UUID> members(Mentorship mentorship) {
        return stage.now(mentorship).members().stream().map(Participant::id).toList();
    }

    @Test
    void aPauseIsToldToBothAndAsksNobodyAnythingBeforeItsEnd() {
        assertThat(change("pause", until("2026-05-01")))
                .hasPassed("EndEvent_CourseChanged")
                .isEnded();
        assertThat(stage.now(pair).pausedUntil()).isEqualTo("2026-05-01");
        assertThat(stage.letters(ana)).contains("paused");
        assertThat(stage.letters(ben)).contains("paused");
        assertThat(stage.due(running, "Event_NextStepDue")).isEqualTo(Stage.morningOf("2026-05-01"));
    }

    @Test
    void aPauseCanBeMovedAndEnded() {
        change("pause", until("2026-05-01"));
        assertThat(change("pause", until("2026-04-01"))).isEnded();
        assertThat(stage.now(pair).pausedUntil()).isEqualTo("2026-04-01");
        assertThat(change("resume", Map.of())).isEnded();
        assertThat(stage.now(pair).pausedUntil()).isNull();
        assertThat(stage.letters(ana)).contains("resumed");
        assertThat(stage.due(running, "Event_NextStepDue")).isEqualTo(Stage.morningOf("2026-02-12"));
    }

    @Test
    void anotherLastDayMovesTheClosing() {
        assertThat(change("extend", until("2026-09-30")))
                .hasPassed("EndEvent_CourseChanged")
                .isEnded();
        assertThat(stage.now(pair).endsOn()).isEqualTo("2026-09-30");
        assertThat(stage.letters(ben)).contains("extended");
    }

    @Test
    void anEndAsksBothWhatTheyWouldLikeNext() {
        assertThat(change("end", Map.of())).hasPassed("EndEvent_Ended").isEnded();
        assertThat(running).hasPassed("Event_EndedEarly");
        assertThat(stage.asked(running, ana)).containsExactly("what-next");
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.MATCHED);
    }

    @Test
    void anEndForNewPartnersBringsBothToThePool() {
        assertThat(change("newPartner", Map.of())).hasPassed("EndEvent_Ended").isEnded();
        assertThat(running).hasPassed("ServiceTask_ReturnToPool");
        assertThat(stage.letters(ana)).contains("new-partner");
        assertThat(stage.now(ben).state()).isEqualTo(Participant.State.POOL);
    }

    @Test
    void aPairStaysAPairWhenAMemberIsReplaced() {
        Participant dev = stage.participant(cohort, "Dev Patel", Participant.State.POOL);
        assertThat(change("swap", swap(ben, dev)))
                .hasPassed("EndEvent_MembersChanged")
                .isEnded();
        assertThat(members(pair)).containsExactly(ana.id(), dev.id());
        assertThat(running).hasNotPassed("Event_TooFewToGoOn").isNotEnded();
        assertThat(stage.now(pair).state()).isEqualTo(Mentorship.State.ACTIVE);
        assertThat(stage.letters(dev)).contains("kickoff");
        assertThat(stage.letters(ben)).contains("left").doesNotContain("member-joined");
        assertThat(stage.letters(ana)).contains("member-joined", "member-left");
        assertThat(stage.asked(running, ben)).isEmpty();
        assertThat(stage.now(dev).state()).isEqualTo(Participant.State.MATCHED);

        stage.time.travelTo(LocalDate.parse("2026-02-12"));
        assertThat(stage.asked(running, dev)).contains("check-in");
        assertThat(stage.asked(running, ben)).isEmpty();
    }

    @Test
    void aPairOfPeersBecomesATrioAndNoMore() {
        Participant dev = stage.participant(cohort, "Dev Patel", Participant.State.UNMATCHED);
        Participant eli = stage.participant(cohort, "Eli Roy", Participant.State.POOL);
        assertThat(change("join", comes(dev)))
                .hasPassed("EndEvent_MembersChanged")
                .isEnded();
        assertThat(members(pair)).containsExactly(ana.id(), ben.id(), dev.id());
        assertThat(stage.letters(ben)).contains("member-joined");

        refused(change("join", comes(eli))).contains("pair or a trio", "Replace a member instead");
        assertThat(members(pair)).doesNotContain(eli.id());
    }

    @Test
    void aGroupGrowsUntilItIsFull() {
        Cohort groups = stage.cohort("peer-group", Cohort.State.RUNNING);
        Participant[] members = new Participant[8];
        for (int i = 0; i < members.length; i++) {
            members[i] = stage.participant(groups, "Member " + (char) ('A' + i), Participant.State.MATCHED);
        }
        Participant dev = stage.participant(groups, "Dev Patel", Participant.State.POOL);
        Mentorship full = stage.mentorship(groups, members);
        stage.start(full);
        refused(change("join", full, comes(dev))).contains("as many as its program allows");
        assertThat(change("swap", full, swap(members[3], dev))).isEnded();
        assertThat(members(full)).hasSize(8).contains(dev.id());
    }

    @Test
    void aMentorIsReplacedByAMentorAndNobodyIsAdded() {
        Cohort mentoring = stage.cohort("wla", Cohort.State.RUNNING);
        Participant mentor = stage.mentor(mentoring, "Mo Mentor", "Cataloguing", 1);
        Participant mentee = stage.mentee(mentoring, "Mia Mentee", "Cataloguing");
        Participant other = stage.mentor(mentoring, "Max Mentor", "Cataloguing", 1);
        Participant learner = stage.mentee(mentoring, "Lea Learner", "Cataloguing");
        stage.move(mentor, Participant.State.MATCHED);
        stage.move(mentee, Participant.State.MATCHED);
        Mentorship both = stage.mentorship(mentoring, mentor, mentee);
        stage.start(both);
        refused(change("join", both, comes(learner))).contains("meet as two");
        refused(change("swap", both, swap(mentor, learner)))
                .contains("Lea Learner is a mentee, and a mentor is needed.");
        assertThat(change("swap", both, swap(mentor, other))).isEnded();
        assertThat(members(both)).containsExactlyInAnyOrder(other.id(), mentee.id());
    }

    @Test
    void whoeverComesWaitsInTheSameCohortIsFreeAndMayBeMatchedWithThem() {
        Participant dev = stage.participant(cohort, "Dev Patel", Participant.State.POOL);
        refused(change("swap", comes(dev))).contains("Choose who is to be replaced.");
        refused(change("swap", Map.of("leaverId", ben.id().toString()))).contains("Choose who comes.");
        refused(change("swap", swap(dev, dev))).contains("not in this mentorship any more");
        refused(change("swap", swap(ben, ana))).contains("Ana Silva is in this mentorship already.");

        Participant elsewhere =
                stage.participant(stage.cohort(Cohort.State.RUNNING), "Eli Roy", Participant.State.POOL);
        refused(change("join", comes(elsewhere))).contains("Choose who comes.");
        Participant taken = stage.participant(cohort, "Fay Nowak", Participant.State.MATCHED);
        refused(change("join", comes(taken))).contains("Fay Nowak does not wait for a match any more.");

        participants.busyUntil(dev.person().id(), LocalDate.parse("2026-03-01"));
        refused(change("join", comes(dev))).contains("Dev Patel is busy at present.");
        participants.busyUntil(dev.person().id(), null);
        exclusions.add(dev.person().id(), ben.person().id(), Exclusions.Kind.DECLINED, "SeeAlso", "");
        refused(change("join", comes(dev))).contains("Dev Patel and Ben Okoro are never to be matched");
        assertThat(change("swap", swap(ben, dev)))
                .as("not with Ben, but instead of Ben")
                .isEnded();
    }

    @Test
    void datesThatCannotBeAreRefused() {
        refused(change("pause", Map.of())).contains("Give the day on which the pause ends.");
        refused(change("pause", until("soon"))).contains("Give the day on which the pause ends.");
        refused(change("pause", until("2026-02-02"))).contains("later day than today");
        refused(change("pause", until("2026-07-11"))).contains("The mentorship ends on 10 July 2026", "earlier day");
        refused(change("resume", Map.of())).contains("It is not paused");
        refused(change("extend", Map.of())).contains("Give the new last day.");
        refused(change("extend", until("2026-07-10"))).contains("Its last day is 10 July 2026");
        refused(change("extend", until("2062-07-10"))).contains("more than 24 months ahead");
        assertThat(stage.letters(ana)).doesNotContain("paused", "resumed", "extended");

        change("pause", until("2026-05-01"));
        refused(change("pause", until("2026-05-01"))).contains("paused until 1 May 2026 already");
    }

    @Test
    void whatAConductHandlerStoppedCoordinatorsCanOnlyEnd() {
        mentorships.stop(pair.id());
        Participant dev = stage.participant(cohort, "Dev Patel", Participant.State.POOL);
        for (String kind : List.of("pause", "resume", "extend", "swap", "join", "newPartner")) {
            refused(change(
                            kind,
                            Map.of(
                                    "until", "2026-05-01",
                                    "newcomerId", dev.id().toString(),
                                    "leaverId", ben.id().toString())))
                    .contains("A conduct handler has stopped it", "You can end it");
        }
        assertThat(change("end", Map.of())).isEnded();
        assertThat(running).hasPassed("Event_EndedEarly");
    }

    @Test
    void whatIsNotUnderWayCannotBeChanged() {
        Mentorship planned = stage.mentorship(
                cohort,
                stage.participant(cohort, "Eli Roy", Participant.State.MATCHED),
                stage.participant(cohort, "Fay Nowak", Participant.State.MATCHED));
        refused(change("end", planned, Map.of())).contains("has not begun yet", "kickoff on 12 January 2026");
        mentorships.move(planned.id(), Mentorship.State.ACTIVE);
        refused(change("end", planned, Map.of())).as("nobody would hear it").contains("closing already");

        change("end", Map.of());
        refused(change("pause", until("2026-05-01"))).contains("closing already", "choose another one");
        mentorships.move(planned.id(), Mentorship.State.CLOSED);
        refused(change("end", planned, Map.of())).contains("over already");
    }

    @Test
    void aRefusedChangeCanBeCorrectedOrGivenUp() {
        ProcessInstance change = change("pause", until("2026-02-01"));
        refused(change).contains("later day");
        assertThat(runtime.getVariable(change.getId(), "label")).isEqualTo("Ana Silva & Ben Okoro");
        stage.complete(change, "UserTask_CorrectChange", Map.of("until", "2026-03-01"));
        assertThat(change).hasPassed("EndEvent_CourseChanged").isEnded();
        assertThat(stage.now(pair).pausedUntil()).isEqualTo("2026-03-01");

        ProcessInstance other = stage.call("change", UUID.randomUUID(), Map.of("mentorshipId", "nobody"));
        refused(other).contains("Choose the mentorship");
        stage.complete(
                other,
                "UserTask_CorrectChange",
                Map.of("mentorshipId", pair.id().toString()));
        refused(other).contains("Choose what is to change.");
        stage.complete(other, "UserTask_CorrectChange", Map.of("change", "nothing"));
        assertThat(other).hasPassed("EndEvent_NothingChanged").isEnded();
    }

    @Test
    void aChangeThatWaitsForACorrectionEndsWithTheMentorship() {
        ProcessInstance change = change("pause", until("2026-02-01"));
        stage.time.travelTo(LocalDate.parse("2026-07-11"));
        assertThat(stage.now(pair).state()).isEqualTo(Mentorship.State.CLOSED);
        assertThat(change).hasPassed("EndEvent_NothingMoreToDo").isEnded();
    }
}
