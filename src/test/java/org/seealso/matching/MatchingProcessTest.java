package org.seealso.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;

@SeeAlsoTest
class MatchingProcessTest {
    @Autowired
    Stage stage;

    @Autowired
    Mentorships mentorships;

    private Cohort cohort;
    private Participant ana;
    private Participant ben;

    @BeforeEach
    void aPool() {
        stage.opensOn("2025-12-15");
        cohort = stage.cohort(Cohort.State.CLOSED);
        ana = stage.inPool(cohort, "Ana Silva", "cataloguing", "outreach");
        ben = stage.inPool(cohort, "Ben Okoro", "outreach", "cataloguing");
    }

    private ProcessInstance match() {
        return stage.call(
                "matching",
                cohort.id(),
                Map.of("program", "mla-peer", "cohortId", cohort.id().toString(), "label", cohort.name()));
    }

    private List<Mentorship> planned() {
        return mentorships.in(cohort.id(), Mentorship.State.PLANNED);
    }

    @Test
    void everybodyIsMatchedAndTold() {
        ProcessInstance matching = match();
        assertThat(stage.task(matching, "UserTask_ConfirmMatches")).hasCandidateGroup("coordinators");
        assertThat(stage.letters(ana)).isEmpty();

        stage.confirmMatches(cohort);
        stage.complete(matching, "UserTask_ConfirmMatches", Map.of("confirmed", true));
        assertThat(matching).hasPassed("EndEvent_EverybodyMatched").isEnded();
        assertThat(planned())
                .singleElement()
                .satisfies(pair -> assertThat(pair.members())
                        .extracting(Participant::id)
                        .containsExactlyInAnyOrder(ana.id(), ben.id()));
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.MATCHED);
        assertThat(stage.letters(ana)).containsExactly("match");
        assertThat(stage.letters(ben)).containsExactly("match");
    }

    @Test
    void anOddHeadCountBecomesATrio() {
        stage.inPool(cohort, "Cara Lee", "outreach", "cataloguing");
        ProcessInstance matching = match();
        stage.confirmMatches(cohort);
        stage.complete(matching, "UserTask_ConfirmMatches", Map.of("confirmed", true));
        assertThat(matching).hasPassed("EndEvent_EverybodyMatched").isEnded();
        assertThat(planned())
                .singleElement()
                .satisfies(trio -> assertThat(trio.members()).hasSize(3));
    }

    @Test
    void whoeverIsLeftOverIsToldSo() {
        Participant cara = stage.inPool(cohort, "Cara Lee", "grants", "weeding");
        ProcessInstance matching = match();
        stage.confirmMatches(cohort, List.of(List.of(ana.id(), ben.id())), List.of(cara.id()));
        stage.complete(matching, "UserTask_ConfirmMatches", Map.of("confirmed", true));
        assertThat(matching).hasPassed("EndEvent_EverybodyTold").isEnded();
        assertThat(stage.letters(cara)).containsExactly("unmatched");
        assertThat(stage.letters(ana)).containsExactly("match");
        assertThat(stage.now(cara).state()).isEqualTo(Participant.State.UNMATCHED);
    }

    @Test
    void aCoordinatorMayHaveTheMatchesFoundAgain() {
        ProcessInstance matching = match();
        Participant cara = stage.inPool(cohort, "Cara Lee", "outreach", "cataloguing");
        stage.complete(matching, "UserTask_ConfirmMatches", Map.of("confirmed", false));
        assertThat(matching).isWaitingAt("UserTask_ConfirmMatches").variables().containsEntry("people", 3);
        assertThat(stage.letters(cara)).isEmpty();
        assertThat(planned()).isEmpty();
    }

    @Test
    void aPoolThatChangedAfterTheConfirmationIsMatchedAgainAndNobodyIsToldAnythingWrong() {
        Participant cara = stage.inPool(cohort, "Cara Lee", "outreach", "cataloguing");
        ProcessInstance matching = match();
        stage.confirmMatches(cohort);
        stage.move(ben, Participant.State.WITHDRAWN);
        stage.complete(matching, "UserTask_ConfirmMatches", Map.of("confirmed", true));
        assertThat(matching)
                .hasPassed("Event_PoolHasChanged")
                .isWaitingAt("UserTask_ConfirmMatches")
                .variables()
                .containsEntry("people", 2);
        assertThat(stage.letters(cara)).isEmpty();
        assertThat(planned()).isEmpty();
    }

    @Test
    void aCoordinatorDecidesWhenThereAreTooFewPeople() {
        stage.move(ben, Participant.State.WITHDRAWN);
        ProcessInstance matching = match();
        assertThat(stage.task(matching, "UserTask_DecideAboutTooFewPeople")).hasCandidateGroup("coordinators");

        stage.complete(matching, "UserTask_DecideAboutTooFewPeople", Map.of("outcome", "again"));
        assertThat(matching).isWaitingAt("UserTask_DecideAboutTooFewPeople");
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.POOL);

        stage.complete(matching, "UserTask_DecideAboutTooFewPeople", Map.of("outcome", "stop"));
        assertThat(matching).hasPassed("EndEvent_EverybodyTold").isEnded();
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.UNMATCHED);
        assertThat(stage.letters(ana)).containsExactly("unmatched");
    }
}
