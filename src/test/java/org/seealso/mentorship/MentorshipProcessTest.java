package org.seealso.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;

@SeeAlsoTest
class MentorshipProcessTest {
    private static final Map<String, Object> ALL_WELL = Map.of("contacts", "2", "fit", "good", "help", "none");

    @Autowired
    Stage stage;

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
        stage.answer(mentorship, ana, Map.of("agreed", "yes"));
        stage.answer(mentorship, ben, Map.of("accepted", "yes"));
    }

    @Test
    void aPairAgreesChecksInEveryMonthAndCloses() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        ProcessInstance mentorship = stage.start(pair);
        assertThat(stage.now(pair).state()).isEqualTo(Mentorship.State.ACTIVE);
        assertThat(stage.asked(mentorship, ana)).containsExactly("agreement");
        assertThat(stage.asked(mentorship, ben)).isEmpty();
        assertThat(stage.letters(ben)).containsExactly("kickoff");

        stage.answer(mentorship, ana, Map.of("agreed", "yes"));
        assertThat(stage.asked(mentorship, ben)).containsExactly("accept-agreement");
        stage.answer(mentorship, ben, Map.of("accepted", "yes"));

        for (String day : List.of("2026-02-12", "2026-03-12", "2026-04-12", "2026-05-12", "2026-06-12")) {
            assertThat(stage.due(mentorship, "Event_CheckInDay")).isEqualTo(Stage.morningOf(day));
            stage.time.travelTo(LocalDate.parse(day));
            for (Participant member : List.of(ana, ben)) {
                assertThat(stage.asked(mentorship, member)).containsExactly("check-in");
                stage.answer(mentorship, member, ALL_WELL);
            }
        }
        assertThat(mentorship).hasPassed("EndEvent_PeriodOver");
        assertThat(stage.due(mentorship, "Event_ClosingTime")).isEqualTo(Stage.morningOf("2026-06-26"));

        stage.time.travelTo(LocalDate.parse("2026-06-26"));
        assertThat(mentorship).hasPassed("EndEvent_TimeToClose").isWaitingAt("CallActivity_CloseMentorshipTogether");
        assertThat(stage.asked(mentorship, ben)).containsExactly("closing-survey");

        stage.time.travelTo(LocalDate.parse("2026-07-10"));
        assertThat(mentorship).hasPassed("EndEvent_MentorshipClosed").isEnded();
        assertThat(stage.now(pair).state()).isEqualTo(Mentorship.State.CLOSED);
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.DONE);
        assertThat(stage.letters(ana)).doesNotContain("ended-early").contains("thanks");
    }

    @Test
    void itGoesOnWithoutAnAgreementIfNobodyWritesOneAndClosesThoughNobodyEverAnswers() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        ProcessInstance mentorship = stage.start(pair);
        assertThat(stage.due(mentorship, "Event_WaitedLongEnough")).isEqualTo(Stage.morningOf("2026-01-26"));

        stage.time.travelTo(LocalDate.parse("2026-01-26"));
        assertThat(stage.asked(mentorship, ben)).isEmpty();
        assertThat(stage.due(mentorship, "Event_CheckInDay")).isEqualTo(Stage.morningOf("2026-02-12"));

        stage.time.travelTo(LocalDate.parse("2026-07-10"));
        assertThat(mentorship).hasPassed("EndEvent_MentorshipClosed").isEnded();
        assertThat(stage.now(pair).state()).isEqualTo(Mentorship.State.CLOSED);
    }

    @Test
    void aProgramMayWantNoAgreement() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        ProcessInstance mentorship = stage.callFrom(
                "Gateway_AgreementWanted",
                "mentorship",
                pair.id(),
                Map.of(
                        "program",
                        "mla-peer",
                        "cohortId",
                        cohort.id().toString(),
                        "mentorshipId",
                        pair.id().toString(),
                        "label",
                        pair.label(),
                        "memberIds",
                        new ArrayList<>(List.of(ana.id().toString(), ben.id().toString())),
                        "agreementWanted",
                        false,
                        "period",
                        0,
                        "surveyAt",
                        Date.from(Stage.morningOf("2026-06-26"))));
        assertThat(stage.asked(mentorship, ana)).isEmpty();
        assertThat(mentorship).hasNotPassed("CallActivity_MakeAgreement").isWaitingAt("Event_CheckInDay");
    }

    @Test
    void aTrioGoesOnAsAPairWhenSomebodyLeaves() {
        Participant cara = stage.participant(cohort, "Cara Lee", Participant.State.MATCHED);
        Mentorship trio = stage.mentorship(cohort, ana, ben, cara);
        ProcessInstance mentorship = stage.start(trio);
        stage.answer(mentorship, ana, Map.of("agreed", "yes"));
        stage.answer(mentorship, ben, Map.of("accepted", "yes"));

        stage.leaves(cara, trio);
        assertThat(mentorship).hasPassed("EndEvent_GoesOnWithoutThem").isWaitingAt("Event_CheckInDay");
        assertThat(stage.asked(mentorship, cara)).isEmpty();
        assertThat(stage.now(cara).state()).isEqualTo(Participant.State.WITHDRAWN);
        assertThat(stage.letters(cara)).contains("left").doesNotContain("member-left");
        assertThat(stage.letters(ana)).contains("member-left");

        stage.time.travelTo(LocalDate.parse("2026-02-12"));
        assertThat(stage.asked(mentorship, ben)).containsExactly("check-in");
        assertThat(stage.asked(mentorship, cara)).isEmpty();
    }

    @Test
    void aPairEndsWhenSomebodyLeaves() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        ProcessInstance mentorship = stage.start(pair);
        agree(mentorship);

        stage.leaves(ben, pair);
        assertThat(mentorship)
                .hasPassed("EndEvent_TooFewMembers", "Event_TooFewToGoOn")
                .isWaitingAt("CallActivity_CloseMentorshipTogether");
        assertThat(stage.letters(ben)).contains("left").doesNotContain("ended-early", "closing-survey");
        assertThat(stage.letters(ana)).contains("ended-early", "closing-survey");
        assertThat(stage.due(mentorship, "Event_WaitedLongEnough")).isEqualTo(Stage.morningOf("2026-01-26"));

        stage.time.travelTo(LocalDate.parse("2026-01-26"));
        assertThat(mentorship).isEnded();
        assertThat(stage.now(pair).state()).isEqualTo(Mentorship.State.CLOSED);
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.DONE);
        assertThat(stage.now(ben).state()).isEqualTo(Participant.State.WITHDRAWN);
    }

    @Test
    void whatTheLastMemberWasAskedIsCalledOffWhenTheFirstLeavesInTheMiddleOfACheckIn() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        ProcessInstance mentorship = stage.start(pair);
        agree(mentorship);
        stage.time.travelTo(LocalDate.parse("2026-02-12"));

        stage.leaves(ana, pair);
        assertThat(stage.asked(mentorship, ana)).isEmpty();
        assertThat(stage.asked(mentorship, ben)).containsExactly("closing-survey");
    }

    @Test
    void aCoordinatorMayEndItEarly() {
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        ProcessInstance mentorship = stage.start(pair);
        stage.tell("mentorship.ended", pair.id(), Map.of());
        assertThat(mentorship).hasPassed("Event_EndedEarly").isWaitingAt("CallActivity_CloseMentorshipTogether");
        assertThat(stage.letters(ana)).contains("ended-early", "closing-survey");
        assertThat(stage.asked(mentorship, ana)).containsExactly("closing-survey");
        assertThat(stage.now(pair).state()).isEqualTo(Mentorship.State.ENDING);
    }
}
