package org.seealso.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
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

/** wla looks again every 14 days, counted from the day the pool opened, and asks for help after 45 days of waiting. */
@SeeAlsoTest
class PoolProcessTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @Autowired
    Stage stage;

    @Autowired
    Mentorships mentorships;

    private Cohort cohort;

    @BeforeEach
    void aRollingProgram() {
        stage.opensOn("2025-11-20");
        cohort = stage.cohort("wla", Cohort.State.OPEN);
    }

    private ProcessInstance open() {
        return stage.call(
                "pool",
                cohort.id(),
                Map.of(
                        "program", "wla",
                        "cohortId", cohort.id().toString(),
                        "label", cohort.name(),
                        "closesAt", Date.from(inChicago("2026-11-20"))));
    }

    private void joins(ProcessInstance pool) {
        assertThat(pool).isWaitingFor("pool.joined");
        stage.tell("pool.joined", cohort.id(), Map.of());
    }

    private void everybodyAgrees(ProcessInstance pool, Participant... members) {
        stage.confirmMatches(cohort);
        stage.complete(pool, "UserTask_ConfirmMatches", Map.of("confirmed", true));
        for (Participant member : members) {
            stage.answer(pool, member, Map.of("consent", "yes"));
        }
    }

    @Test
    void whoeverArrivesIsMatchedAtOnceAndBeginsAsSoonAsBothAgree() {
        ProcessInstance pool = open();
        assertThat(stage.due(pool, "Event_TimeToLookAgain")).isEqualTo(inChicago("2025-12-04"));

        Participant mona = stage.mentor(cohort, "Mona Haddad", "cataloguing", 2);
        joins(pool);
        assertThat(stage.tasks(pool)).as("nobody to match with yet").isEmpty();

        Participant theo = stage.mentee(cohort, "Theo Nguyen", "cataloguing");
        joins(pool);
        stage.todayIs("2025-11-25");
        everybodyAgrees(pool, mona, theo);

        assertThat(mentorships.in(cohort.id(), Mentorship.State.ACTIVE))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.label()).isEqualTo("Mona Haddad & Theo Nguyen");
                    assertThat(m.startsOn()).isEqualTo("2025-11-25");
                    assertThat(m.endsOn()).isEqualTo("2026-11-25");
                });
        assertThat(stage.letters(theo)).contains("consent", "match", "kickoff");

        Participant uma = stage.mentee(cohort, "Uma Park", "cataloguing");
        joins(pool);
        everybodyAgrees(pool, mona, uma);
        assertThat(mentorships.in(cohort.id(), Mentorship.State.ACTIVE))
                .as("a mentor with room for two gets a second mentee")
                .hasSize(2);

        stage.mentee(cohort, "Vic Roy", "cataloguing");
        joins(pool);
        assertThat(stage.tasks(pool))
                .as("but never a third")
                .noneMatch(task -> task.getTaskDefinitionKey().equals("UserTask_ConfirmMatches"));
    }

    @Test
    void whoAgreedDoesNotWaitForOthersToAnswer() {
        ProcessInstance pool = open();
        Participant mona = stage.mentor(cohort, "Mona Haddad", "cataloguing", 1);
        Participant nils = stage.mentor(cohort, "Nils Berg", "grants", 1);
        Participant theo = stage.mentee(cohort, "Theo Nguyen", "cataloguing");
        Participant uma = stage.mentee(cohort, "Uma Park", "grants");
        joins(pool);
        stage.confirmMatches(cohort);
        stage.complete(pool, "UserTask_ConfirmMatches", Map.of("confirmed", true));
        stage.answer(pool, mona, Map.of("consent", "yes"));
        stage.answer(pool, theo, Map.of("consent", "yes"));
        assertThat(stage.letters(theo)).contains("match", "kickoff");
        assertThat(stage.asked(pool, uma)).containsExactly("consent");
        assertThat(stage.asked(pool, nils)).containsExactly("consent");
    }

    @Test
    void theOpenTaskTakesNewcomersInInsteadOfMakingAnotherOne() {
        ProcessInstance pool = open();
        stage.mentor(cohort, "Mona Haddad", "cataloguing", 1);
        stage.mentee(cohort, "Theo Nguyen", "cataloguing");
        joins(pool);
        stage.mentee(cohort, "Uma Park", "cataloguing");
        joins(pool);
        assertThat(stage.task(pool, "UserTask_ConfirmMatches")).isNotNull();
        stage.confirmMatches(cohort);
        stage.complete(pool, "UserTask_ConfirmMatches", Map.of("confirmed", true));
        assertThat(mentorships.in(cohort.id(), Mentorship.State.PROPOSED)).hasSize(1);
    }

    @Test
    void whoeverIsFreedByANoIsMatchedAgain() {
        ProcessInstance pool = open();
        Participant mona = stage.mentor(cohort, "Mona Haddad", "cataloguing", 1);
        Participant theo = stage.mentee(cohort, "Theo Nguyen", "cataloguing");
        joins(pool);
        stage.confirmMatches(cohort);
        stage.complete(pool, "UserTask_ConfirmMatches", Map.of("confirmed", true));
        Participant nils = stage.mentor(cohort, "Nils Berg", "cataloguing", 1);
        stage.answer(pool, mona, Map.of("consent", "no"));

        assertThat(stage.task(pool, "UserTask_ConfirmMatches")).isNotNull();
        everybodyAgrees(pool, nils, theo);
        assertThat(mentorships.in(cohort.id(), Mentorship.State.ACTIVE))
                .singleElement()
                .satisfies(
                        m -> assertThat(m.members()).extracting(Participant::id).containsExactly(nils.id(), theo.id()));
    }

    @Test
    void thePoolIsLookedAtEveryTwoWeeksEvenIfNobodyJoins() {
        ProcessInstance pool = open();
        Participant theo = stage.mentee(cohort, "Theo Nguyen", "cataloguing");
        joins(pool);
        stage.mentor(cohort, "Mona Haddad", "cataloguing", 1);
        assertThat(stage.tasks(pool)).isEmpty();

        assertThat(stage.due(pool, "Event_TimeToLookAgain")).isEqualTo(inChicago("2025-12-04"));
        stage.time.travelTo(inChicago("2025-12-04"));
        assertThat(stage.task(pool, "UserTask_ConfirmMatches")).isNotNull();
        assertThat(stage.due(pool, "Event_TimeToLookAgain")).isEqualTo(inChicago("2025-12-18"));
        assertThat(stage.now(theo).state()).isEqualTo(Participant.State.POOL);
    }

    @Test
    void aStarvedPoolBecomesOneTaskNotOneEveryTwoWeeks() {
        ProcessInstance pool = open();
        stage.mentee(cohort, "Theo Nguyen", "cataloguing");
        joins(pool);
        stage.time.travelTo(inChicago("2026-01-01"));
        assertThat(stage.tasks(pool)).as("42 days of waiting").isEmpty();

        stage.time.travelTo(inChicago("2026-01-15"));
        assertThat(stage.task(pool, "UserTask_HelpStarvedPool")).hasCandidateGroup("coordinators");
        stage.time.travelTo(inChicago("2026-01-29"));
        stage.complete(pool, "UserTask_HelpStarvedPool", Map.of("outcome", "asked"));
        stage.time.travelTo(inChicago("2026-02-26"));
        assertThat(stage.tasks(pool)).isEmpty();

        stage.time.travelTo(inChicago("2026-03-12"));
        assertThat(stage.task(pool, "UserTask_HelpStarvedPool"))
                .as("still starved")
                .isNotNull();
    }

    @Test
    void whenTheLastDayToApplyIsOverWhoeverStillWaitsIsToldSo() {
        ProcessInstance pool = open();
        Participant theo = stage.mentee(cohort, "Theo Nguyen", "cataloguing");
        joins(pool);
        assertThat(stage.due(pool, "Event_LastDayToApplyOver")).isEqualTo(inChicago("2026-11-20"));
        stage.time.travelTo(inChicago("2026-11-20"));
        for (int i = stage.tasks(pool).size(); i > 0; i--) {
            stage.completeFirst(pool, "UserTask_HelpStarvedPool", Map.of("outcome", "later"));
        }
        assertThat(pool).hasPassed("EndEvent_PoolClosed").isEnded();
        assertThat(stage.now(theo).state()).isEqualTo(Participant.State.UNMATCHED);
        assertThat(stage.letters(theo)).containsOnlyOnce("unmatched").containsOnly("where-you-are", "unmatched");
    }

    /** wla writes every 21 days; whoever applied is told by their application. */
    @Test
    void whoeverWaitsWithoutAnApplicationHearsWhereTheyAreToo() {
        ProcessInstance pool = open();
        Participant theo = stage.mentee(cohort, "Theo Nguyen", "cataloguing");
        joins(pool);
        stage.time.travelTo(inChicago("2025-12-10"));
        assertThat(stage.letters(theo)).isEmpty();
        stage.time.travelTo(inChicago("2025-12-11"));
        assertThat(stage.letters(theo)).as("21 days after they came").containsExactly("where-you-are");
        assertThat(stage.letterText(theo, "where-you-are")).contains("Leave the program");
        stage.time.travelTo(inChicago("2026-01-02"));
        assertThat(stage.letters(theo)).hasSize(2);

        stage.tell(
                "admission.withdrawn", theo.id(), Map.of("leaverId", theo.id().toString()));
        assertThat(stage.now(theo).state()).isEqualTo(Participant.State.WITHDRAWN);
        stage.time.travelTo(inChicago("2026-03-01"));
        assertThat(stage.letters(theo)).hasSize(3).containsOnlyOnce("withdrawn");
    }

    @Test
    void whoeverIsBackAfterAMentorshipHearsWhereTheyAreUntilTheNextOne() {
        ProcessInstance pool = open();
        Participant mona = stage.mentor(cohort, "Mona Haddad", "cataloguing", 1);
        Participant theo = stage.mentee(cohort, "Theo Nguyen", "cataloguing");
        joins(pool);
        everybodyAgrees(pool, mona, theo);
        assertThat(stage.now(theo).state()).isEqualTo(Participant.State.MATCHED);
        stage.time.travelTo(inChicago("2025-12-23"));
        assertThat(stage.letters(theo)).doesNotContain("where-you-are");

        stage.move(theo, Participant.State.POOL);
        stage.tell("pool.joined", cohort.id(), Map.of());
        stage.time.travelTo(inChicago("2026-01-20"));
        assertThat(stage.letters(theo)).containsOnlyOnce("where-you-are");
    }

    private static Instant inChicago(String day) {
        return LocalDate.parse(day).atTime(9, 0).atZone(CHICAGO).toInstant();
    }
}
