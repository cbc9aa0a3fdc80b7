package org.seealso.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.people.Cohort;
import org.seealso.people.Exclusions;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Mentorships.Placed;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.springframework.beans.factory.annotation.Autowired;

/** vimloc gives seven days to agree, with a reminder on the fifth. */
@SeeAlsoTest
class ConsentProcessTest {
    @Autowired
    Stage stage;

    @Autowired
    Mentorships mentorships;

    @Autowired
    Participants participants;

    @Autowired
    Exclusions exclusions;

    private Cohort cohort;
    private Participant mona;
    private Participant theo;
    private Mentorship match;

    @BeforeEach
    void aMatchIsProposed() {
        stage.opensOn("2025-12-16");
        cohort = stage.cohort("vimloc", Cohort.State.CLOSED);
        mona = stage.mentor(cohort, "Mona Haddad", "cataloguing", 1);
        theo = stage.mentee(cohort, "Theo Nguyen", "cataloguing");
        match = mentorships.mentorship(mentorships.add(
                cohort.id(),
                Mentorship.State.PROPOSED,
                LocalDate.parse("2026-01-12"),
                LocalDate.parse("2026-03-12"),
                List.of(
                        new Placed(mona.id(), List.of("You can share cataloguing, which Theo wants to learn.")),
                        new Placed(theo.id(), List.of()))));
        stage.move(mona, Participant.State.ASKED);
        stage.move(theo, Participant.State.ASKED);
    }

    /** The application of somebody who was accepted. */
    private ProcessInstance waitsInThePool(Participant participant) {
        return stage.callFrom(
                "ServiceTask_SendAcceptance",
                "admission",
                participant.id(),
                Map.of(
                        "program", "vimloc",
                        "cohortId", cohort.id().toString(),
                        "applicationId", participant.id().toString(),
                        "label", participant.person().name()));
    }

    private ProcessInstance ask() {
        return stage.call(
                "consent",
                cohort.id(),
                Map.of(
                        "program", "vimloc",
                        "cohortId", cohort.id().toString(),
                        "mentorshipId", match.id().toString()));
    }

    @Test
    void whenEverybodyAgreesTheMatchBecomesAMentorship() {
        ProcessInstance consent = ask();
        assertThat(stage.asked(consent, mona)).containsExactly("consent");
        assertThat(stage.asked(consent, theo)).containsExactly("consent");

        stage.answer(consent, mona, Map.of("consent", "yes"));
        assertThat(stage.now(match).state()).isEqualTo(Mentorship.State.PROPOSED);
        stage.answer(consent, theo, Map.of("consent", "yes"));

        assertThat(consent).hasPassed("EndEvent_MatchAgreed").isEnded();
        assertThat(stage.now(match).state()).isEqualTo(Mentorship.State.PLANNED);
        assertThat(stage.now(match).startsOn()).isEqualTo("2026-01-12");
        assertThat(stage.now(mona).state()).isEqualTo(Participant.State.MATCHED);
        assertThat(stage.now(theo).state()).isEqualTo(Participant.State.MATCHED);
        assertThat(stage.letterText(theo, "match"))
                .as("told at once, whatever becomes of other matches")
                .contains("Mona Haddad");
    }

    @Test
    void inARollingProgramAnAgreedMatchBeginsAtOnce() {
        Cohort wla = stage.cohort("wla", Cohort.State.OPEN);
        Participant nils = stage.mentor(wla, "Nils Berg", "cataloguing", 1);
        Participant uma = stage.mentee(wla, "Uma Park", "cataloguing");
        UUID proposed = mentorships.add(
                wla.id(),
                Mentorship.State.PROPOSED,
                LocalDate.parse("2025-12-01"),
                LocalDate.parse("2026-12-01"),
                List.of(new Placed(nils.id(), List.of()), new Placed(uma.id(), List.of())));
        ProcessInstance consent = stage.call(
                "consent",
                wla.id(),
                Map.of("program", "wla", "cohortId", wla.id().toString(), "mentorshipId", proposed.toString()));
        stage.answer(consent, nils, Map.of("consent", "yes"));
        stage.answer(consent, uma, Map.of("consent", "yes"));
        assertThat(consent).hasPassed("EndEvent_MentorshipBegun").isEnded();
        assertThat(mentorships.mentorship(proposed)).satisfies(begun -> {
            assertThat(begun.state()).isEqualTo(Mentorship.State.ACTIVE);
            assertThat(begun.startsOn()).as("its year counts from the yes").isEqualTo("2025-12-16");
            assertThat(begun.endsOn()).isEqualTo("2026-12-16");
        });
        assertThat(stage.running("mentorship", proposed)).hasSize(1);
        assertThat(stage.letters(uma)).contains("match", "kickoff");
    }

    @Test
    void nobodyLearnsASurnameOrAnAddressBeforeEverybodyHasAgreed() {
        ask();
        assertThat(stage.letterText(theo, "consent"))
                .contains("Mona")
                .doesNotContain("Haddad")
                .doesNotContain(mona.person().email());
        assertThat(stage.letterText(mona, "consent"))
                .contains("You can share cataloguing, which Theo wants to learn.")
                .contains("topicsSought", "cataloguing")
                .doesNotContain("Nguyen")
                .doesNotContain(theo.person().email());
    }

    @Test
    void aNoIsHeldAgainstNobodyAndThePairIsNeverProposedAgain() {
        ProcessInstance consent = ask();
        stage.answer(consent, mona, Map.of("consent", "no"));

        assertThat(consent).hasPassed("EndEvent_MatchCalledOff").isEnded();
        assertThat(stage.asked(consent, theo)).as("the other is asked no more").isEmpty();
        assertThat(stage.now(match).state()).isEqualTo(Mentorship.State.CALLED_OFF);
        assertThat(stage.now(mona).state()).isEqualTo(Participant.State.POOL);
        assertThat(stage.now(theo).state()).isEqualTo(Participant.State.POOL);
        assertThat(exclusions.pairs(cohort.id()))
                .containsExactly(Set.of(mona.person().id(), theo.person().id()));
        assertThat(participants.waiting(cohort.id(), Set.of(Participant.State.POOL), LocalDate.parse("2025-12-16")))
                .as("the freed partner comes first, ahead of those who waited longer")
                .extracting(w -> w.participant().id())
                .containsExactly(theo.id(), mona.id());
        assertThat(stage.letters(theo)).containsExactlyInAnyOrder("consent", "called-off");
        assertThat(stage.letterText(theo, "called-off"))
                .contains("first in line")
                .doesNotContain("Mona")
                .doesNotContain("Haddad");
        assertThat(stage.letters(mona)).containsExactlyInAnyOrder("consent", "called-off");
        assertThat(stage.letterText(mona, "called-off")).contains("You keep your place");
    }

    @Test
    void aQuestionIsAnsweredAndTheFormAskedAgain() {
        ProcessInstance consent = ask();
        stage.submission(theo, match.id(), "consent", Map.of("question", "Does she know special libraries?"));
        stage.answer(consent, theo, Map.of("consent", "question"));
        assertThat(stage.task(consent, "UserTask_AnswerMatchQuestion")).hasCandidateGroup("coordinators");

        stage.todayIs("2025-12-19");
        stage.complete(consent, "UserTask_AnswerMatchQuestion", Map.of());
        assertThat(stage.letters(theo)).containsExactlyInAnyOrder("consent", "help-reply", "consent");
        assertThat(stage.letterText(theo, "help-reply")).contains("Does she know special libraries?");
        assertThat(stage.dues(consent, "Event_WaitedLongEnough"))
                .as("the days count anew for the one who asked")
                .containsExactlyInAnyOrder(inToronto("2025-12-23"), inToronto("2025-12-26"));

        stage.answer(consent, theo, Map.of("consent", "yes"));
        stage.answer(consent, mona, Map.of("consent", "yes"));
        assertThat(consent).hasPassed("EndEvent_MatchAgreed").isEnded();
    }

    @Test
    void silenceIsRemindedOnceAndThenACoordinatorFindsOut() {
        ProcessInstance consent = ask();
        stage.answer(consent, theo, Map.of("consent", "yes"));
        assertThat(stage.due(consent, "Event_TimeToRemind")).isEqualTo(inToronto("2025-12-21"));
        assertThat(stage.due(consent, "Event_WaitedLongEnough")).isEqualTo(inToronto("2025-12-23"));

        stage.time.travelTo(inToronto("2025-12-21"));
        assertThat(stage.letters(mona)).containsExactlyInAnyOrder("consent", "consent");
        assertThat(stage.letters(theo)).containsExactly("consent");

        stage.time.travelTo(inToronto("2025-12-23"));
        assertThat(stage.task(consent, "UserTask_FollowUpSilentConsent")).hasCandidateGroup("coordinators");

        stage.complete(consent, "UserTask_FollowUpSilentConsent", Map.of("outcome", "again"));
        assertThat(stage.asked(consent, mona)).containsExactly("consent");
        assertThat(stage.due(consent, "Event_WaitedLongEnough")).isEqualTo(inToronto("2025-12-30"));

        stage.time.travelTo(inToronto("2025-12-30"));
        stage.complete(consent, "UserTask_FollowUpSilentConsent", Map.of("outcome", "yes"));
        assertThat(consent).hasPassed("EndEvent_MatchAgreed").isEnded();
    }

    @Test
    void whoCannotBeReachedIsTakenOutOfThePool() {
        ProcessInstance admission = waitsInThePool(mona);
        ProcessInstance consent = ask();
        stage.answer(consent, theo, Map.of("consent", "yes"));
        stage.time.travelTo(inToronto("2025-12-23"));
        stage.complete(consent, "UserTask_FollowUpSilentConsent", Map.of("outcome", "out"));

        assertThat(consent).hasPassed("EndEvent_MatchCalledOff").isEnded();
        assertThat(admission).hasPassed("EndEvent_ApplicationWithdrawn").isEnded();
        assertThat(stage.now(mona).state()).isEqualTo(Participant.State.WITHDRAWN);
        assertThat(exclusions.pairs(cohort.id())).isEmpty();
        assertThat(stage.letters(theo)).containsExactlyInAnyOrder("consent", "called-off");
    }

    @Test
    void whoLeavesWhileBeingAskedCallsTheMatchOff() {
        waitsInThePool(theo);
        ProcessInstance consent = ask();
        stage.tell("admission.withdrawn", theo.id(), Map.of());

        assertThat(consent).hasPassed("EndEvent_MatchCalledOff").isEnded();
        assertThat(stage.now(theo).state()).isEqualTo(Participant.State.WITHDRAWN);
        assertThat(stage.letters(theo)).containsExactlyInAnyOrder("accepted", "consent", "withdrawn");
        assertThat(stage.now(mona).state()).isEqualTo(Participant.State.POOL);
        assertThat(stage.letters(mona)).containsExactlyInAnyOrder("consent", "called-off");
    }

    @Test
    void whoLeavesAfterSayingYesIsNotMatchedAnyMore() {
        ProcessInstance consent = ask();
        stage.answer(consent, theo, Map.of("consent", "yes"));
        stage.move(theo, Participant.State.WITHDRAWN);
        stage.answer(consent, mona, Map.of("consent", "yes"));

        assertThat(consent).hasPassed("EndEvent_MatchCalledOff").isEnded();
        assertThat(stage.now(match).state()).isEqualTo(Mentorship.State.CALLED_OFF);
        assertThat(stage.now(mona).state()).isEqualTo(Participant.State.POOL);
        assertThat(stage.letters(mona)).containsExactlyInAnyOrder("consent", "called-off");
        assertThat(stage.letters(theo)).containsExactly("consent");
        assertThat(exclusions.pairs(cohort.id())).isEmpty();
    }

    private static Instant inToronto(String day) {
        return LocalDate.parse(day)
                .atTime(9, 0)
                .atZone(ZoneId.of("America/Toronto"))
                .toInstant();
    }
}
