package org.seealso.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.answer.Answers;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;

@SeeAlsoTest
class ExchangeProcessTest {
    @Autowired
    Stage stage;

    @Autowired
    Answers answers;

    private Cohort cohort;
    private Participant ana;

    @BeforeEach
    void anaIsBroughtAlong() {
        stage.opensOn("2026-01-20");
        cohort = stage.cohort(Cohort.State.RUNNING);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.POOL);
    }

    private Map<String, Object> anaIn(String program) {
        return Map.of(
                "program",
                program,
                "cohortId",
                cohort.id().toString(),
                "applicationId",
                ana.id().toString(),
                "label",
                "Ana Silva");
    }

    private ProcessInstance broughtAlong() {
        stage.submission(ana, null, "application-peer", Map.of("place", "Winnipeg"));
        return stage.start("exchange.broughtAlong", ana.id(), anaIn("mla-peer"));
    }

    @Test
    void oneLetterSaysThatTheyWereBroughtAlongAndHowToLeave() {
        ProcessInstance process = broughtAlong();
        assertThat(process).isWaitingAt("CallActivity_AskWhetherTheyTakePart");
        assertThat(stage.letters(ana)).containsExactly("brought-along");
        assertThat(stage.letterText(ana, "brought-along"))
                .startsWith("You are part of")
                .contains("Is that right?", "brought you along", "Say whether you take part", "Leave the program");
    }

    @Test
    void whoeverSaysYesTakesPart() {
        ProcessInstance process = broughtAlong();
        stage.answer(process, ana, Map.of("takesPart", "yes"));
        assertThat(process).hasPassed("EndEvent_Confirmed").isEnded();
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.POOL);
    }

    @Test
    void whoeverSaysNoIsOutAndNothingIsKept() {
        ProcessInstance process = broughtAlong();
        stage.answer(process, ana, Map.of("takesPart", "no"));
        assertThat(process).hasPassed("EndEvent_Gone").isEnded();
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.WITHDRAWN);
        assertThat(answers.ofParticipant(ana.id())).isEmpty();
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("brought-along", "left");
    }

    @Test
    void whoeverSaysNoWhileWaitingInARollingPoolWaitsNoMore() {
        ProcessInstance process = broughtAlong();
        ProcessInstance waits = stage.start("admission.waits", ana.id(), anaIn("wla"));
        assertThat(waits).isWaitingAt("Gateway_WhatComesFirst");
        stage.answer(process, ana, Map.of("takesPart", "no"));
        assertThat(waits).hasPassed("EndEvent_OutOfThePool").isEnded();
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("brought-along", "left");
    }

    @Test
    void whoeverSaysNoWhileMeetingSomebodyLeavesThatToo() {
        Participant ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        Participant cara = stage.participant(cohort, "Cara Lee", Participant.State.MATCHED);
        stage.move(ana, Participant.State.MATCHED);
        Mentorship trio = stage.mentorship(cohort, ana, ben, cara);
        stage.start(trio);
        ProcessInstance process = broughtAlong();
        stage.answer(process, ana, Map.of("takesPart", "no"));
        assertThat(process).isEnded();
        assertThat(stage.now(trio).label()).isEqualTo("Ben Okoro & Cara Lee");
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.WITHDRAWN);
        assertThat(stage.letters(ana)).as("one farewell").containsOnlyOnce("left");
        assertThat(stage.letters(ben)).contains("member-left");
    }

    @Test
    void silenceHoldsNothingUp() {
        ProcessInstance process = broughtAlong();
        stage.time.travelTo(LocalDate.parse("2026-03-01"));
        assertThat(process).hasPassed("EndEvent_NoWord").isEnded();
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.POOL);
    }
}
