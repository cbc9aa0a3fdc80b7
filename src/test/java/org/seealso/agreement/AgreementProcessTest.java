package org.seealso.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.people.Cohort;
import org.seealso.people.Meeting;
import org.seealso.people.Meetings;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.springframework.beans.factory.annotation.Autowired;

/** The pilot's mentorships end on July 10; a form is open for 14 days. */
@SeeAlsoTest
class AgreementProcessTest {
    @Autowired
    Stage stage;

    @Autowired
    Meetings meetings;

    @Autowired
    Mentorships mentorships;

    @Autowired
    Participants participants;

    private Cohort cohort;
    private Participant ana;
    private Participant ben;
    private Mentorship mentorship;

    @BeforeEach
    void anaAndBenHaveBegun() {
        stage.opensOn("2026-01-13");
        cohort = stage.cohort(Cohort.State.RUNNING);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        mentorship = stage.underWay(cohort, ana, ben);
    }

    private Map<String, Object> facts(Mentorship about) {
        return new HashMap<>(Map.of(
                "program", "mla-peer",
                "cohortId", about.cohortId().toString(),
                "mentorshipId", about.id().toString(),
                "label", about.label()));
    }

    private ProcessInstance afterKickoff() {
        return stage.call("agreement", mentorship.id(), facts(mentorship));
    }

    /** Somebody writes a new agreement down by the link in a letter. */
    private ProcessInstance writesAnew(Participant author, Map<String, String> fields) {
        UUID submission = stage.writes(author, mentorship, "agreement", fields);
        Map<String, Object> facts = facts(mentorship);
        facts.put("submissionId", submission.toString());
        facts.put("proposerId", author.id().toString());
        return stage.start("agreement.proposed", mentorship.id(), facts);
    }

    private static Map<String, String> monthly(String nextMeeting) {
        return Map.of(
                "agreed", "yes",
                "goal1", "Run one storytime together",
                "frequency", "monthly",
                "meetingLength", "45",
                "nextMeeting", nextMeeting);
    }

    private static Map<String, String> with(Map<String, String> fields, String field, String value) {
        Map<String, String> more = new HashMap<>(fields);
        more.put(field, value);
        return more;
    }

    private List<String> days() {
        return meetings.coming(mentorship.id()).stream()
                .map(m -> LocalDate.ofInstant(m.startsAt(), Stage.WINNIPEG).toString())
                .toList();
    }

    @Test
    void onceEverybodyHasAcceptedItCountsAndTheMeetingsAreInEveryCalendar() {
        ProcessInstance agreement = afterKickoff();
        assertThat(stage.asked(agreement, ana)).containsExactly("agreement");
        stage.fillIn(agreement, ana, mentorship, monthly("2026-01-31T14:00"), "agreed");
        assertThat(stage.asked(agreement, ben)).containsExactly("accept-agreement");
        assertThat(days()).as("nothing counts before all have accepted").isEmpty();

        stage.fillIn(agreement, ben, mentorship, Map.of("accepted", "yes", "confidentiality", "true"), "accepted");

        assertThat(agreement)
                .hasPassed("EndEvent_Agreed", "EndEvent_ReplyKnown", "EndEvent_Settled")
                .isEnded();
        assertThat(days())
                .as("counted from the first, never from the last")
                .containsExactly("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30");
        assertThat(meetings.coming(mentorship.id())).allSatisfy(m -> {
            assertThat(LocalTime.ofInstant(m.startsAt(), Stage.WINNIPEG)).isEqualTo("14:00");
            assertThat(m.length()).hasMinutes(45);
        });
        assertThat(stage.letterText(ben, "agreed"))
                .contains("Run one storytime together", "Saturday, January 31, 2026 at 2:00 p.m.");
        assertThat(stage.calendar(ana, "agreed"))
                .contains("method=PUBLISH", "METHOD:PUBLISH", "UID:" + mentorship.id() + "-meeting-1@")
                .contains("SEQUENCE:0", "STATUS:CONFIRMED", "DTSTART;TZID=America/Winnipeg:20260331T140000")
                .contains("ORGANIZER;CN=");
    }

    @Test
    void whoWantsToTalkFirstIsHeardAndWhatWasAgreedBeforeStays() {
        ProcessInstance first = afterKickoff();
        stage.fillIn(first, ana, mentorship, monthly("2026-01-27T14:00"), "agreed");
        stage.answer(first, ben, Map.of("accepted", "yes"));
        List<String> before = days();

        ProcessInstance second = writesAnew(ben, monthly("2026-02-03T10:00"));
        stage.fillIn(second, ana, mentorship, Map.of("accepted", "talk", "change", "Mornings are hard."), "accepted");

        assertThat(second).hasPassed("EndEvent_StillTalking").isEnded();
        assertThat(stage.letterText(ben, "agreement-wishes"))
                .contains("Ana would like to change", "Mornings are hard.", "write it down anew");
        assertThat(stage.letters(ana)).doesNotContain("agreement-wishes").containsOnlyOnce("agreed");
        assertThat(days()).isEqualTo(before);
    }

    @Test
    void aNewAgreementMovesAndCallsOffMeetingsInOneFile() {
        ProcessInstance first = afterKickoff();
        stage.fillIn(first, ana, mentorship, with(monthly("2026-01-27T14:00"), "reviewDate", "2026-04-01"), "agreed");
        stage.answer(first, ben, Map.of("accepted", "yes"));
        assertThat(first).isWaitingAt("Gateway_WhatComesFirst");
        stage.time.travelTo(LocalDate.parse("2026-03-01"));

        ProcessInstance second = writesAnew(ben, with(monthly("2026-05-06T10:00"), "frequency", "monthly"));
        stage.answer(second, ana, Map.of("accepted", "yes"));

        assertThat(first).hasPassed("EndEvent_Replaced").isEnded();
        assertThat(days()).containsExactly("2026-05-06", "2026-06-06", "2026-07-06");
        List<Meeting> all = meetings.all(mentorship.id());
        assertThat(all.stream().filter(Meeting::cancelled)).hasSize(1);
        assertThat(all.stream().filter(m -> m.sequence() == 0))
                .as("what is over stays as it was")
                .hasSize(2);
        assertThat(stage.letters(ben).stream().filter("agreed"::equals)).hasSize(2);
    }

    @Test
    void onTheReviewDayTheyAreAskedWhetherItStillSuits() {
        ProcessInstance agreement = afterKickoff();
        stage.fillIn(
                agreement, ana, mentorship, with(monthly("2026-01-27T14:00"), "reviewDate", "2026-03-16"), "agreed");
        stage.answer(agreement, ben, Map.of("accepted", "yes"));
        assertThat(stage.due(agreement, "Event_ReviewDay")).isEqualTo(Stage.morningOf("2026-03-16"));

        stage.time.travelTo(LocalDate.parse("2026-03-16"));

        assertThat(agreement).hasPassed("EndEvent_Reviewed").isEnded();
        assertThat(stage.letterText(ana, "agreement-review")).contains("Run one storytime together", "still suit");
        assertThat(stage.letters(ben)).contains("agreement-review");
    }

    @Test
    void nobodyIsAskedWhetherItSuitsInABusyTime() {
        ProcessInstance agreement = afterKickoff();
        stage.fillIn(
                agreement, ana, mentorship, with(monthly("2026-01-27T14:00"), "reviewDate", "2026-03-16"), "agreed");
        stage.answer(agreement, ben, Map.of("accepted", "yes"));
        participants.busyUntil(ben.person().id(), LocalDate.parse("2026-03-20"));
        stage.time.travelTo(LocalDate.parse("2026-03-16"));
        assertThat(agreement).isEnded();
        assertThat(stage.letters(ana)).doesNotContain("agreement-review");
    }

    @Test
    void notYetIsAskedOnceMoreAndSilenceThenEndsItQuietly() {
        ProcessInstance agreement = afterKickoff();
        stage.answer(agreement, ana, Map.of("agreed", "notYet"));
        assertThat(agreement).isWaitingAt("Event_TimeToAsk");
        assertThat(stage.due(agreement, "Event_TimeToAsk")).isEqualTo(Stage.morningOf("2026-01-27"));

        stage.time.travelTo(LocalDate.parse("2026-01-27"));
        assertThat(stage.asked(agreement, ana)).containsExactly("agreement");
        stage.time.travelTo(LocalDate.parse("2026-02-10"));

        assertThat(agreement)
                .hasPassed("EndEvent_NobodyAsked", "EndEvent_Settled")
                .isEnded();
        assertThat(stage.letters(ben)).isEmpty();
        assertThat(stage.letters(ana)).containsExactly("agreement", "agreement", "agreement");
    }

    @Test
    void aPartnerWhoNeverAnswersLeavesItOpen() {
        ProcessInstance agreement = afterKickoff();
        stage.fillIn(agreement, ana, mentorship, monthly("2026-01-27T14:00"), "agreed");
        stage.time.travelTo(LocalDate.parse("2026-01-28"));
        assertThat(agreement).hasPassed("EndEvent_StillTalking").isEnded();
        assertThat(stage.letterText(ana, "agreement-wishes")).contains("Not everybody has answered yet");
        assertThat(days()).isEmpty();
    }

    @Test
    void aBusyTimeIsWaitedFor() {
        participants.busyUntil(ben.person().id(), LocalDate.parse("2026-01-31"));
        ProcessInstance agreement = afterKickoff();
        assertThat(stage.letters(ana)).isEmpty();
        assertThat(stage.due(agreement, "Event_TimeToAsk")).isEqualTo(Stage.morningOf("2026-02-01"));
        stage.time.travelTo(LocalDate.parse("2026-02-01"));
        assertThat(stage.asked(agreement, ana)).containsExactly("agreement");
    }

    @Test
    void whileContactIsStoppedNobodyIsAsked() {
        mentorships.stop(mentorship.id());
        assertThat(afterKickoff()).hasPassed("EndEvent_NobodyAsked").isEnded();
        assertThat(stage.letters(ana)).isEmpty();
    }

    @Test
    void theNewestProposalIsTheOneToRead() {
        ProcessInstance first = afterKickoff();
        stage.fillIn(first, ana, mentorship, monthly("2026-01-27T14:00"), "agreed");
        ProcessInstance second = writesAnew(ben, monthly("2026-01-28T14:00"));

        assertThat(first).hasPassed("EndEvent_Overtaken").isEnded();
        assertThat(stage.asked(second, ana)).containsExactly("accept-agreement");
        stage.answer(second, ana, Map.of("accepted", "yes"));
        assertThat(days().get(0)).isEqualTo("2026-01-28");
    }

    @Test
    void aCoordinatorMayWantANewOne() {
        ProcessInstance agreement = stage.start("agreement.wanted", mentorship.id(), facts(mentorship));
        assertThat(agreement).hasPassed("StartEvent_NewAgreementWanted");
        assertThat(stage.asked(agreement, ana)).containsExactly("agreement");
    }

    @Test
    void withTheMentorshipItsQuestionsEnd() {
        ProcessInstance agreement = afterKickoff();
        stage.ends(mentorship);
        assertThat(agreement).hasPassed("EndEvent_NothingLeftToArrange").isEnded();
        assertThat(stage.tasks(agreement)).isEmpty();
    }

    @Test
    void anAcceptanceAfterTheEndChangesNothing() {
        ProcessInstance agreement = afterKickoff();
        stage.fillIn(agreement, ana, mentorship, monthly("2026-01-27T14:00"), "agreed");
        mentorships.move(mentorship.id(), Mentorship.State.ENDING);
        stage.answer(agreement, ben, Map.of("accepted", "yes"));
        assertThat(agreement).isEnded();
        assertThat(days()).isEmpty();
        assertThat(stage.letters(ana)).doesNotContain("agreed");
    }

    @Test
    void inATrioBothOthersAccept() {
        Participant cara = stage.participant(cohort, "Cara Lee", Participant.State.MATCHED);
        mentorship = stage.underWay(cohort, ana, ben, cara);
        ProcessInstance agreement = afterKickoff();
        stage.fillIn(agreement, ana, mentorship, with(monthly("2026-01-27T14:00"), "frequency", "weekly"), "agreed");
        stage.answer(agreement, ben, Map.of("accepted", "yes"));
        assertThat(days()).isEmpty();
        stage.answer(agreement, cara, Map.of("accepted", "yes"));
        assertThat(days()).startsWith("2026-01-27", "2026-02-03", "2026-02-10").hasSize(24);
        assertThat(stage.letterText(cara, "agreed")).contains("All of you have said yes");
    }

    @Test
    void aMenteeIsAskedToWriteItDown() {
        Cohort vimloc = stage.cohort("vimloc", Cohort.State.RUNNING);
        Participant mona = stage.mentor(vimloc, "Mona Haddad", "cataloguing", 1);
        Participant theo = stage.mentee(vimloc, "Theo Nguyen", "cataloguing");
        mentorship = stage.underWay(vimloc, mona, theo);
        Map<String, Object> facts = facts(mentorship);
        facts.put("program", "vimloc");
        ProcessInstance agreement = stage.call("agreement", mentorship.id(), facts);
        assertThat(stage.asked(agreement, theo)).containsExactly("agreement");
        assertThat(stage.asked(agreement, mona)).isEmpty();
    }

    @Test
    void aDayWithoutAnHourIsNoMeeting() {
        ProcessInstance agreement = afterKickoff();
        stage.fillIn(agreement, ana, mentorship, monthly("2026-01-27"), "agreed");
        stage.answer(agreement, ben, Map.of("accepted", "yes"));
        assertThat(days()).isEmpty();
        assertThat(stage.letterText(ana, "agreed")).contains("find one together");
        assertThat(meetings.agreement(mentorship.id()))
                .hasValueSatisfying(
                        agreed -> assertThat(agreed.agreedAt()).isAfter(Instant.parse("2026-01-13T00:00:00Z")));
    }
}
