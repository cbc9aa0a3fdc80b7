package org.seealso.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
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
class ClosingProcessTest {
    @Autowired
    Stage stage;

    private Participant ana;
    private Participant ben;
    private Mentorship mentorship;
    private ProcessInstance closing;

    @BeforeEach
    void theTermIsEnding() {
        closes("2026-06-26");
    }

    private void closes(String day) {
        stage.opensOn(day);
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        mentorship = stage.mentorship(cohort, ana, ben);
        closing = stage.call(
                "closing",
                mentorship.id(),
                Map.of(
                        "program", "mla-peer",
                        "cohortId", cohort.id().toString(),
                        "mentorshipId", mentorship.id().toString(),
                        "label", mentorship.label()));
    }

    @Test
    void everybodyAnswersAndIsThankedOnTheLastDay() {
        assertThat(stage.now(mentorship).state()).isEqualTo(Mentorship.State.ENDING);
        assertThat(stage.asked(closing, ana)).containsExactly("closing-survey");
        stage.answer(closing, ana, Map.of());
        stage.answer(closing, ben, Map.of());
        assertThat(closing).isWaitingAt("Event_LastDay");
        assertThat(stage.due(closing, "Event_LastDay")).isEqualTo(Stage.morningOf("2026-07-10"));
        assertThat(stage.letters(ana)).containsExactly("closing-survey");

        stage.time.travelTo(LocalDate.parse("2026-07-10"));
        assertThat(closing).hasPassed("EndEvent_MentorshipOver").isEnded();
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("closing-survey", "thanks");
        assertThat(stage.now(mentorship).state()).isEqualTo(Mentorship.State.CLOSED);
        assertThat(stage.now(ben).state()).isEqualTo(Participant.State.DONE);
    }

    @Test
    void itClosesOnItsDayThoughNobodyAnswers() {
        assertThat(stage.asked(closing, ben)).containsExactly("closing-survey");
        stage.time.travelTo(LocalDate.parse("2026-07-10"));
        assertThat(closing).hasPassed("EndEvent_MentorshipOver").isEnded();
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("closing-survey", "closing-survey", "thanks");
        assertThat(stage.now(mentorship).state()).isEqualTo(Mentorship.State.CLOSED);
    }

    @Test
    void anEarlyEndLeavesTheDaysOfTheRulesToAnswer() {
        closes("2026-03-03");
        stage.answer(closing, ana, Map.of());
        stage.answer(closing, ben, Map.of());
        assertThat(stage.due(closing, "Event_LastDay")).isEqualTo(Stage.morningOf("2026-03-17"));
        stage.time.travelTo(LocalDate.parse("2026-03-17"));
        assertThat(closing).isEnded();
    }

    @Test
    void whoeverLeavesMeanwhileIsAskedNoMore() {
        stage.leaves(ana, mentorship);
        assertThat(closing).hasPassed("EndEvent_OutOfTheClosing").isNotEnded();
        assertThat(stage.asked(closing, ana)).isEmpty();
        assertThat(stage.asked(closing, ben)).containsExactly("closing-survey");
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.WITHDRAWN);

        stage.time.travelTo(LocalDate.parse("2026-07-10"));
        assertThat(closing).isEnded();
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("closing-survey", "left");
        assertThat(stage.letters(ben)).contains("thanks");
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.WITHDRAWN);
        assertThat(stage.now(ben).state()).isEqualTo(Participant.State.DONE);
    }
}
