package org.seealso.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
import org.seealso.people.Frequency;
import org.seealso.people.Meetings;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.springframework.beans.factory.annotation.Autowired;

/** Ana and Ben meet on the 27th of every month at two, until July 10. */
@SeeAlsoTest
class PlansProcessTest {
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
    void anaAndBenMeetMonthly() {
        stage.opensOn("2026-01-20");
        cohort = stage.cohort(Cohort.State.RUNNING);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        mentorship = stage.underWay(cohort, ana, ben);
        agreed(mentorship);
    }

    private void agreed(Mentorship pair) {
        meetings.agree(pair.id(), UUID.randomUUID(), at("2026-01-27T14:00"), Frequency.MONTHLY, Duration.ofMinutes(45));
        meetings.plan(pair.id(), pair.endsOn(), Stage.WINNIPEG);
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(Stage.WINNIPEG).toInstant();
    }

    /** Somebody sends the form behind the link Change of plans. */
    private ProcessInstance says(Participant who, String what, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("what", what);
        UUID submission = stage.writes(who, mentorship, "plans", all);
        return changed(
                who, what, Map.of("submissionId", submission.toString(), "until", all.getOrDefault("until", "")));
    }

    private ProcessInstance changed(Participant who, String what, Map<String, String> more) {
        Map<String, Object> facts = new HashMap<>(more);
        facts.putAll(Map.of(
                "program", "mla-peer",
                "cohortId", cohort.id().toString(),
                "mentorshipId", mentorship.id().toString(),
                "label", mentorship.label(),
                "applicationId", who.id().toString(),
                "what", what));
        return stage.start("plans.changed", mentorship.id(), facts);
    }

    private List<String> times() {
        return meetings.coming(mentorship.id()).stream()
                .map(m -> LocalDateTime.ofInstant(m.startsAt(), Stage.WINNIPEG).toString())
                .toList();
    }

    @Test
    void whoCantMakeItTellsThePartnerAndTheMeetingLeavesBothCalendars() {
        ProcessInstance plans = says(ana, "cantMakeIt", Map.of("words", "Sorry, the roof leaks!"));

        assertThat(plans).hasPassed("EndEvent_Told").isEnded();
        assertThat(times().get(0)).isEqualTo("2026-02-27T14:00");
        assertThat(stage.letterText(ben, "cant-make-it"))
                .contains("Ana can't make your meeting on Tuesday, January 27, 2026 at 2:00 p.m.")
                .contains("Sorry, the roof leaks!", "find another date");
        assertThat(stage.calendar(ben, "cant-make-it"))
                .contains("method=CANCEL", "METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1")
                .contains("UID:" + mentorship.id() + "-meeting-1@");
        assertThat(stage.letterText(ana, "plans-noted")).contains("Ben Okoro knows");
    }

    @Test
    void whereNoMeetingIsSetThePartnerIsToldAllTheSame() {
        meetings.callOff(mentorship.id(), m -> true);
        ProcessInstance plans = changed(ana, "cantMakeIt", Map.of());
        assertThat(plans).hasPassed("EndEvent_Told").isEnded();
        assertThat(stage.letterText(ben, "cant-make-it")).contains("Ana can't make your next meeting");
        assertThat(stage.letters(ana)).isEmpty();
    }

    @Test
    void anotherTimeThatSuitsIsInEveryCalendar() {
        ProcessInstance plans = says(ana, "cantMakeIt", Map.of("newTime", "2026-01-29T10:00"));
        assertThat(stage.asked(plans, ben)).containsExactly("new-time");
        assertThat(stage.letterText(ben, "cant-make-it")).contains("second letter");
        assertThat(stage.letterText(ben, "new-time"))
                .contains("Ana suggests to meet on", "Thursday, January 29, 2026 at 10:00 a.m.");
        assertThat(stage.due(plans, "Event_WaitedLongEnough"))
                .as("an answer after that would be of no use")
                .isEqualTo(at("2026-01-29T10:00"));

        stage.answer(plans, ben, Map.of("suits", "yes"));

        assertThat(plans)
                .hasPassed("EndEvent_ReplyKnown", "EndEvent_NewTimeSet")
                .isEnded();
        assertThat(times()).startsWith("2026-01-29T10:00", "2026-02-27T14:00");
        assertThat(stage.calendar(ana, "new-time-set"))
                .contains("METHOD:PUBLISH", "DTSTART;TZID=America/Winnipeg:20260129T100000")
                .contains("DTEND;TZID=America/Winnipeg:20260129T104500");
        assertThat(stage.letters(ben)).contains("new-time-set");
    }

    @Test
    void whatWouldSuitInsteadGoesBackToWhoeverSuggested() {
        ProcessInstance plans = says(ana, "anotherTime", Map.of("otherTime", "2026-01-29T10:00"));
        assertThat(times().get(0)).as("nothing is called off").isEqualTo("2026-01-27T14:00");
        assertThat(stage.letters(ben)).containsExactly("new-time");

        stage.fillIn(plans, ben, mentorship, Map.of("suits", "no", "suggestion", "Tuesdays after four."), "suits");

        assertThat(plans).hasPassed("EndEvent_StillLooking").isEnded();
        assertThat(stage.letterText(ana, "other-times"))
                .contains("Ben can't make the time", "Tuesdays after four.", "Suggest another time");
    }

    @Test
    void aNewerSuggestionTakesThePlaceOfAnOlder() {
        ProcessInstance first = says(ana, "anotherTime", Map.of("otherTime", "2026-01-29T10:00"));
        ProcessInstance second = says(ana, "anotherTime", Map.of("otherTime", "2026-01-30T10:00"));
        assertThat(first).hasPassed("EndEvent_Overtaken").isEnded();
        stage.answer(second, ben, Map.of("suits", "yes"));
        assertThat(times()).contains("2026-01-30T10:00").doesNotContain("2026-01-29T10:00");
    }

    @Test
    void noAnswerToASuggestionIsNoYes() {
        ProcessInstance plans = says(ana, "anotherTime", Map.of("otherTime", "2026-01-29T10:00"));
        stage.time.travelTo(LocalDate.parse("2026-01-29"));
        assertThat(plans).hasPassed("EndEvent_StillLooking").isEnded();
        assertThat(stage.letterText(ana, "other-times")).contains("no yes yet");
        assertThat(times()).doesNotContain("2026-01-29T10:00");
    }

    @Test
    void aBusyTimeIsToldAndCallsOffItsMeetingsAndEndsWithAFriendlyWord() {
        ProcessInstance plans = says(ana, "busy", Map.of("until", "2026-03-01", "words", "We are moving house."));

        assertThat(participants.busyUntil(ana.person().id())).hasValue(LocalDate.parse("2026-03-01"));
        assertThat(times()).startsWith("2026-03-27T14:00");
        assertThat(stage.letterText(ben, "partner-busy"))
                .contains("until Sunday, March 1, 2026", "We are moving house.");
        assertThat(stage.calendar(ben, "partner-busy")).contains("METHOD:CANCEL", "-meeting-1@", "-meeting-2@");
        assertThat(stage.calendar(ana, "busy-noted")).contains("METHOD:CANCEL");
        assertThat(stage.due(plans, "Event_BusyTimeOver")).isEqualTo(Stage.morningOf("2026-03-02"));

        stage.time.travelTo(LocalDate.parse("2026-03-02"));

        assertThat(plans).hasPassed("EndEvent_PickedUpAgain").isEnded();
        assertThat(stage.letterText(ben, "pick-up-again")).contains("Friday, March 27, 2026 at 2:00 p.m.");
        assertThat(stage.letters(ana)).containsExactly("busy-noted", "pick-up-again");
    }

    @Test
    void comingBackEarlyIsTheSameLetterSooner() {
        ProcessInstance busy = says(ana, "busy", Map.of("until", "2026-03-01"));
        stage.time.travelTo(LocalDate.parse("2026-02-10"));
        ProcessInstance back = says(ana, "back", Map.of());

        assertThat(busy).hasPassed("EndEvent_Replaced").isEnded();
        assertThat(back).hasPassed("EndEvent_PickedUpAgain").isEnded();
        assertThat(mentorships.quietUntil(mentorship.id(), LocalDate.parse("2026-02-10")))
                .isEmpty();
        stage.time.travelTo(LocalDate.parse("2026-03-03"));
        assertThat(stage.letters(ben)).containsExactly("partner-busy", "pick-up-again");
    }

    @Test
    void busyForLongerTakesThePlaceOfTheFirstWord() {
        ProcessInstance first = says(ana, "busy", Map.of("until", "2026-02-01"));
        ProcessInstance second = says(ana, "busy", Map.of("until", "2026-02-20"));
        assertThat(first).hasPassed("EndEvent_Replaced").isEnded();
        stage.time.travelTo(LocalDate.parse("2026-02-02"));
        assertThat(stage.letters(ben)).doesNotContain("pick-up-again");
        stage.time.travelTo(LocalDate.parse("2026-02-21"));
        assertThat(second).hasPassed("EndEvent_PickedUpAgain");
        assertThat(stage.letters(ben)).containsOnlyOnce("pick-up-again");
    }

    @Test
    void whileTheOtherIsBusyStillNobodyIsAskedToPickItUp() {
        says(ana, "busy", Map.of("until", "2026-02-01"));
        says(ben, "busy", Map.of("until", "2026-02-10"));
        stage.time.travelTo(LocalDate.parse("2026-02-02"));
        assertThat(stage.letters(ana)).doesNotContain("pick-up-again");
        stage.time.travelTo(LocalDate.parse("2026-02-11"));
        assertThat(stage.letters(ana)).containsOnlyOnce("pick-up-again");
    }

    @Test
    void aMentorsOtherMenteeIsToldToo() {
        Participant cara = stage.participant(cohort, "Cara Lee", Participant.State.MATCHED);
        Mentorship other = stage.underWay(cohort, ana, cara);
        agreed(other);
        says(ana, "busy", Map.of("until", "2026-02-01"));
        assertThat(stage.letterText(cara, "partner-busy")).contains("Ana is busy until");
        assertThat(stage.letters(ana)).containsExactly("busy-noted");
        stage.time.travelTo(LocalDate.parse("2026-02-02"));
        assertThat(stage.letters(cara)).contains("pick-up-again");
    }

    @Test
    void whoWasNeverAwayIsNotWelcomedBack() {
        ProcessInstance plans = says(ana, "back", Map.of());
        assertThat(plans).hasPassed("EndEvent_WasNeverAway").isEnded();
        assertThat(stage.letters(ben)).isEmpty();
    }

    @Test
    void busyToTheEndHasNoReturn() {
        ProcessInstance plans = says(ana, "busy", Map.of("until", "2026-07-15"));
        assertThat(plans).hasPassed("EndEvent_BusyToTheEnd").isEnded();
        assertThat(times()).isEmpty();
    }

    @Test
    void afterTheEndNothingIsWritten() {
        mentorships.move(mentorship.id(), Mentorship.State.CLOSED);
        assertThat(says(ana, "cantMakeIt", Map.of()))
                .hasPassed("EndEvent_NothingToChange")
                .isEnded();
        assertThat(stage.letters(ben)).isEmpty();
    }

    @Test
    void aBusyTimeThatIsOverAlreadyChangesNothing() {
        assertThat(changed(ana, "busy", Map.of("until", "2026-01-19")))
                .hasPassed("EndEvent_NothingToChange")
                .isEnded();
        assertThat(stage.letters(ben)).isEmpty();
    }

    @Test
    void withTheMentorshipItsQuestionsAndTimersEnd() {
        ProcessInstance asking = says(ana, "anotherTime", Map.of("otherTime", "2026-01-29T10:00"));
        ProcessInstance busy = says(ben, "busy", Map.of("until", "2026-03-01"));
        mentorships.move(mentorship.id(), Mentorship.State.ENDING);
        stage.time.settle();
        stage.ends(mentorship);
        assertThat(asking).hasPassed("EndEvent_NothingLeftToArrange").isEnded();
        assertThat(busy).isEnded();
        stage.time.travelTo(LocalDate.parse("2026-03-02"));
        assertThat(stage.letters(ana)).doesNotContain("pick-up-again");
    }
}
