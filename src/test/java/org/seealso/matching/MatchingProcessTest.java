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
    void twoRoundsAtOneMomentMakeOneTask() {
        ProcessInstance first = match();
        ProcessInstance second = match();
        assertThat(second).hasPassed("EndEvent_WaitingForMorePeople").isEnded();
        stage.confirmMatches(cohort);
        stage.complete(first, "UserTask_ConfirmMatches", Map.of("confirmed", true));
        assertThat(first).hasPassed("EndEvent_EverybodyMatched").isEnded();
        assertThat(planned()).hasSize(1);
    }

    @Test
    void aRoundThatWasTakenAwayDoesNotKeepTheNextFromLooking() {
        ProcessInstance first = match();
        stage.cancel(first);
        assertThat(match()).isWaitingAt("UserTask_ConfirmMatches");
    }

    @Test
    void whoeverComesWhileOthersAreBeingToldIsMatchedBeforeAnybodyIsLetGo() {
        ProcessInstance matching = match();
        stage.confirmMatches(cohort);
        Participant cara = stage.inPool(cohort, "Cara Lee", "grants", "weeding");
        Participant dev = stage.inPool(cohort, "Dev Patel", "weeding", "grants");
        stage.complete(matching, "UserTask_ConfirmMatches", Map.of("confirmed", true));
        assertThat(matching).isWaitingAt("UserTask_ConfirmMatches");
        stage.confirmMatches(cohort);
        stage.complete(matching, "UserTask_ConfirmMatches", Map.of("confirmed", true));
        assertThat(matching).isEnded();
        assertThat(stage.letters(cara)).containsExactly("match");
        assertThat(stage.letters(dev)).containsExactly("match");
        assertThat(planned()).hasSize(2);
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

    @Test
    void whereTheRowSaysSoEverybodyIsAskedFirstAndWhoIsFreedIsMatchedAgain() {
        Cohort vimloc = stage.cohort("vimloc", Cohort.State.CLOSED);
        Participant mona = stage.mentor(vimloc, "Mona Haddad", "cataloguing", 1);
        Participant nils = stage.mentor(vimloc, "Nils Berg", "grants", 1);
        Participant theo = stage.mentee(vimloc, "Theo Nguyen", "cataloguing");
        ProcessInstance matching = stage.call(
                "matching",
                vimloc.id(),
                Map.of("program", "vimloc", "cohortId", vimloc.id().toString(), "label", vimloc.name()));
        stage.confirmMatches(vimloc);
        stage.complete(matching, "UserTask_ConfirmMatches", Map.of("confirmed", true));
        assertThat(stage.letters(theo)).containsExactly("consent");
        assertThat(stage.now(theo).state()).isEqualTo(Participant.State.ASKED);

        stage.answer(matching, mona, Map.of("consent", "no"));
        assertThat(matching).isWaitingAt("UserTask_ConfirmMatches");
        stage.confirmMatches(vimloc);
        stage.complete(matching, "UserTask_ConfirmMatches", Map.of("confirmed", true));
        stage.answer(matching, theo, Map.of("consent", "yes"));
        stage.answer(matching, nils, Map.of("consent", "yes"));

        assertThat(matching).hasPassed("EndEvent_EverybodyTold").isEnded();
        assertThat(mentorships.in(vimloc.id(), Mentorship.State.PLANNED))
                .singleElement()
                .satisfies(m -> assertThat(m.label()).isEqualTo("Nils Berg & Theo Nguyen"));
        assertThat(stage.letters(theo)).containsExactlyInAnyOrder("consent", "called-off", "consent", "match");
        assertThat(stage.letters(mona)).containsExactlyInAnyOrder("consent", "called-off", "keep-unmatched");
    }

    @Test
    void aRollingPoolWithNobodyToMatchSimplyWaits() {
        Cohort wla = stage.cohort("wla", Cohort.State.OPEN);
        Participant theo = stage.mentee(wla, "Theo Nguyen", "cataloguing");
        ProcessInstance matching = stage.call(
                "matching",
                wla.id(),
                Map.of("program", "wla", "cohortId", wla.id().toString(), "label", wla.name()));
        assertThat(matching).hasPassed("EndEvent_WaitingForMorePeople").isEnded();
        assertThat(stage.now(theo).state()).isEqualTo(Participant.State.POOL);
        assertThat(stage.letters(theo)).isEmpty();
    }

    @Test
    void groupsAreFormedWithoutALeaderAsEvenAsTheyCanBe() {
        Cohort groups = stage.cohort("peer-group", Cohort.State.CLOSED);
        for (String name : List.of("Ana A", "Ben B", "Cara C", "Dev D", "Eve E", "Fay F", "Gil G", "Hal H", "Ida I")) {
            stage.inPool(groups, name, "cataloguing", "outreach");
        }
        ProcessInstance matching = stage.call(
                "matching",
                groups.id(),
                Map.of("program", "peer-group", "cohortId", groups.id().toString(), "label", groups.name()));
        stage.confirmMatches(groups);
        stage.complete(matching, "UserTask_ConfirmMatches", Map.of("confirmed", true));
        assertThat(matching).hasPassed("EndEvent_EverybodyMatched").isEnded();
        assertThat(mentorships.in(groups.id(), Mentorship.State.PLANNED))
                .extracting(m -> m.members().size())
                .containsExactlyInAnyOrder(5, 4);
    }

    @Test
    void whoIsHeldBackIsProposedAgainBeforeAnybodyIsToldNo() {
        Participant cara = stage.inPool(cohort, "Cara Lee", "grants", "weeding");
        Participant dev = stage.inPool(cohort, "Dev Patel", "weeding", "grants");
        ProcessInstance matching = match();
        stage.confirmMatches(
                cohort,
                List.of(List.of(ana.id(), ben.id())),
                List.of(cara.id(), dev.id()),
                List.of(cara.id(), dev.id()));
        stage.complete(matching, "UserTask_ConfirmMatches", Map.of("confirmed", true));
        assertThat(stage.letters(ana)).containsExactly("match");
        assertThat(matching).isWaitingAt("UserTask_ConfirmMatches");
        assertThat(stage.letters(cara)).isEmpty();

        stage.confirmMatches(cohort);
        stage.complete(matching, "UserTask_ConfirmMatches", Map.of("confirmed", true));
        assertThat(matching).hasPassed("EndEvent_EverybodyMatched").isEnded();
        assertThat(stage.letters(ana)).as("told once").containsExactly("match");
        assertThat(stage.letters(dev)).containsExactly("match");
    }
}
