package org.seealso.carryover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.springframework.beans.factory.annotation.Autowired;

/** Theo found no mentor this time; the next cohort opens in March. */
@SeeAlsoTest
class CarryOverProcessTest {
    @Autowired
    Stage stage;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Cohorts cohorts;

    @Autowired
    Participants participants;

    @Autowired
    Answers answers;

    private Participant theo;
    private ProcessInstance carryOver;

    @BeforeEach
    void nobodyWasFoundForTheo() {
        stage.opensOn("2025-12-15");
        Cohort cohort = stage.cohort("vimloc", Cohort.State.CLOSED);
        theo = stage.mentee(cohort, "Theo Nguyen", "cataloguing");
        stage.move(theo, Participant.State.UNMATCHED);
        carryOver = stage.start(
                "carryOver.offered",
                theo.id(),
                Map.of(
                        "program",
                        "vimloc",
                        "cohortId",
                        cohort.id().toString(),
                        "applicationId",
                        theo.id().toString(),
                        "label",
                        "Theo Nguyen",
                        "keep",
                        ""));
    }

    private Cohort nextCohortOpens() {
        ProcessInstance program = stage.call(
                "program",
                UUID.randomUUID(),
                Map.of(
                        "program", "vimloc",
                        "cohortName", "Spring 2026",
                        "opensOn", "2026-03-02",
                        "closesOn", "2026-03-20",
                        "matchOn", "2026-03-27",
                        "startsOn", "2026-04-06",
                        "endsOn", "2026-06-08"));
        Cohort next = cohorts.cohort(
                UUID.fromString(runtime.getVariable(program.getId(), "cohortId").toString()));
        stage.time.travelTo(LocalDate.parse("2026-03-02"));
        return next;
    }

    @Test
    void whoeverSaysYesIsInThePoolOfTheNextCohortOnTheDayItOpens() {
        assertThat(stage.letterText(theo, "keep-unmatched")).contains("could not find a partner");
        stage.answer(carryOver, theo, Map.of("keep", "yes"));
        assertThat(carryOver).isWaitingAt("Gateway_WhatComesFirst");
        Cohort next = nextCohortOpens();

        Participant again = participants.of(next.id(), theo.person().id()).orElseThrow();
        assertThat(carryOver).hasPassed("EndEvent_CarriedOver").isEnded();
        assertThat(again.state()).isEqualTo(Participant.State.POOL);
        assertThat(stage.letterText(again, "welcome-back")).contains("Spring 2026", "April 6, 2026");
        assertThat(answers.ofParticipant(again.id(), "application-mentee"))
                .extracting(Answer::field, Answer::shown)
                .contains(org.assertj.core.groups.Tuple.tuple("topicsSought", "cataloguing"));
        assertThat(stage.running("admission", again.id())).hasSize(1);
        stage.tell(
                "admission.withdrawn", again.id(), Map.of("leaverId", again.id().toString()));
        assertThat(stage.now(again).state()).as("can leave").isEqualTo(Participant.State.WITHDRAWN);
    }

    @Test
    void whoeverHasAppliedByThemselvesMeanwhileIsNotTakenTwice() {
        stage.answer(carryOver, theo, Map.of("keep", "yes"));
        Cohort next = cohorts.cohort(nextCohortWithTheo().id());
        Participant own = participants.of(next.id(), theo.person().id()).orElseThrow();
        assertThat(own.state()).isEqualTo(Participant.State.IN_REVIEW);
        assertThat(stage.letters(own)).doesNotContain("welcome-back");
    }

    private Cohort nextCohortWithTheo() {
        Cohort next = stage.cohort("vimloc", Cohort.State.OPEN);
        Participant own = participants.apply(next.id(), theo.person(), "mentee").orElseThrow();
        stage.move(own, Participant.State.IN_REVIEW);
        runtime.createMessageCorrelation("program.opened")
                .processInstanceBusinessKey(theo.id().toString())
                .setVariable("newCohortId", next.id().toString())
                .correlate();
        stage.time.settle();
        return next;
    }

    @Test
    void noMeansNoAndSoDoesSilence() {
        stage.answer(carryOver, theo, Map.of("keep", "no"));
        assertThat(carryOver).hasPassed("EndEvent_ApplicationOver").isEnded();
    }

    @Test
    void aYesHoldsForTheMonthsTheRowSays() {
        stage.answer(carryOver, theo, Map.of("keep", "yes"));
        assertThat(stage.due(carryOver, "Event_KeptLongEnough"))
                .as("twelve months, in the morning of the program's zone")
                .isBetween(
                        java.time.Instant.parse("2026-12-15T00:00:00Z"),
                        java.time.Instant.parse("2026-12-15T23:59:00Z"));
        stage.time.travelTo(LocalDate.parse("2026-12-16"));
        assertThat(carryOver).hasPassed("EndEvent_NotKeptLonger").isEnded();
    }

    @Test
    void theConsentIsTakenBackByLeaving() {
        stage.answer(carryOver, theo, Map.of("keep", "yes"));
        stage.tell(
                "admission.withdrawn", theo.id(), Map.of("leaverId", theo.id().toString()));
        assertThat(carryOver).hasPassed("EndEvent_ConsentTakenBack").isEnded();
        assertThat(stage.now(theo).state()).isEqualTo(Participant.State.WITHDRAWN);
    }
}
