package org.seealso.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
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
import org.seealso.engine.Rhythm;
import org.seealso.people.Cohort;
import org.seealso.people.CohortPlan;
import org.seealso.people.Cohorts;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;

@SeeAlsoTest
class ProgramProcessTest {
    @Autowired
    Stage stage;

    @Autowired
    Cohorts cohorts;

    @Autowired
    Mentorships mentorships;

    @Autowired
    Answers answers;

    @Autowired
    RuntimeService runtime;

    @BeforeEach
    void november() {
        stage.opensOn("2025-11-10");
    }

    private ProcessInstance wanted(String closesOn) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "program", "mla-peer",
                "cohortName", "Pilot 2026",
                "opensOn", "2025-11-20",
                "closesOn", closesOn,
                "matchOn", "2025-12-15",
                "startsOn", "2026-01-12",
                "endsOn", "2026-07-10"));
        return stage.call("program", UUID.randomUUID(), form);
    }

    private Cohort cohort(ProcessInstance program) {
        return cohorts.cohort(
                UUID.fromString(runtime.getVariable(program.getId(), "cohortId").toString()));
    }

    @Test
    void datesThatMakeNoSenseAreCorrectedByACoordinator() {
        ProcessInstance program = wanted("2025-11-01");
        assertThat(stage.task(program, "UserTask_CorrectDates")).hasCandidateGroup("coordinators");
        assertThat(runtime.getVariable(program.getId(), "dateFault"))
                .isEqualTo("The deadline is before applications open. Give a later deadline.");

        stage.complete(program, "UserTask_CorrectDates", Map.of("closesOn", "2025-12-12"));
        assertThat(program).isWaitingAt("Event_ApplicationsOpen");
        assertThat(cohort(program).state()).isEqualTo(Cohort.State.PLANNED);
        assertThat(cohort(program).closesOn()).isEqualTo("2025-12-12");
    }

    @Test
    void whoeverCorrectsDatesMayGiveUpInstead() {
        ProcessInstance program = wanted("2025-11-01");
        stage.complete(program, "UserTask_CorrectDates", Map.of("next", "nothing"));
        assertThat(program).hasPassed("EndEvent_NoCohortStarted").isEnded();
    }

    @Test
    void timersFollowWhenDatesAreChanged() {
        ProcessInstance program = wanted("2025-12-12");
        Cohort planned = cohort(program);
        move(planned, "2025-11-24", "2025-12-12", "2025-12-15", "2026-01-12");
        assertThat(stage.due(program, "Event_ApplicationsOpen")).isEqualTo(Stage.morningOf("2025-11-24"));
        stage.time.travelTo(LocalDate.parse("2025-11-24"));
        assertThat(cohort(program).state()).isEqualTo(Cohort.State.OPEN);

        move(planned, "2025-11-24", "2025-12-19", "2026-01-05", "2026-01-19");
        assertThat(program).hasPassed("EndEvent_TimersMoved");
        assertThat(stage.due(program, "Event_Deadline")).isEqualTo(Stage.at("2025-12-20", LocalTime.MIDNIGHT));
        stage.time.travelTo(LocalDate.parse("2025-12-20"));
        assertThat(cohort(program).state()).isEqualTo(Cohort.State.CLOSED);
        assertThat(stage.due(program, "Event_MatchingDay"))
                .as("a timer that came later knows the new day, too")
                .isEqualTo(Stage.morningOf("2026-01-05"));
    }

    @Test
    void thePoolOfARollingProgramFollowsItsNewLastDayToApply() {
        ProcessInstance program = rolling();
        stage.time.travelTo(LocalDate.parse("2025-11-20"));
        assertThat(stage.due(program, "Event_LastDayToApplyOver")).isEqualTo(Instant.parse("2026-01-21T06:00:00Z"));
        move(cohort(program), "2025-11-20", "2026-02-20", "2026-02-20", "2026-02-20");
        assertThat(stage.due(program, "Event_LastDayToApplyOver")).isEqualTo(Instant.parse("2026-02-21T06:00:00Z"));
    }

    private void move(Cohort cohort, String opens, String closes, String match, String starts) {
        cohorts.reschedule(
                cohort.id(),
                new CohortPlan(
                        LocalDate.parse(opens),
                        LocalDate.parse(closes),
                        LocalDate.parse(match),
                        LocalDate.parse(starts),
                        cohort.endsOn(),
                        Rhythm.parse("monthly")));
        runtime.createMessageCorrelation("cohort.datesChanged")
                .processInstanceVariableEquals("cohortId", cohort.id().toString())
                .correlateAll();
        stage.time.settle();
    }

    private ProcessInstance rolling() {
        return stage.call(
                "program",
                UUID.randomUUID(),
                Map.of(
                        "program", "wla",
                        "cohortName", "Mentor Program",
                        "opensOn", "2025-11-20",
                        "closesOn", "2026-01-20",
                        "endsOn", "2026-07-10"));
    }

    @Test
    void aCohortRunsFromItsDatesToItsEvaluation() {
        ProcessInstance program = wanted("2025-12-12");
        assertThat(stage.due(program, "Event_ApplicationsOpen")).isEqualTo(Stage.morningOf("2025-11-20"));
        stage.time.travelTo(LocalDate.parse("2025-11-20"));
        Cohort cohort = cohort(program);
        assertThat(cohort.state()).isEqualTo(Cohort.State.OPEN);

        Participant ana = stage.inPool(cohort, "Ana Silva", "cataloguing", "outreach");
        Participant ben = stage.inPool(cohort, "Ben Okoro", "outreach", "cataloguing");
        stage.move(ben, Participant.State.IN_REVIEW);

        assertThat(stage.due(program, "Event_Deadline"))
                .as("the deadline counts to the end of its day")
                .isEqualTo(Stage.at("2025-12-13", LocalTime.MIDNIGHT));
        stage.time.travelTo(LocalDate.parse("2025-12-12"));
        assertThat(cohort(program).state()).isEqualTo(Cohort.State.OPEN);
        stage.time.travelTo(LocalDate.parse("2025-12-13"));
        assertThat(cohort(program).state()).isEqualTo(Cohort.State.CLOSED);

        assertThat(stage.due(program, "Event_MatchingDay")).isEqualTo(Stage.morningOf("2025-12-15"));
        stage.time.travelTo(LocalDate.parse("2025-12-15"));
        assertThat(stage.task(program, "UserTask_FinishReviews")).hasCandidateGroup("coordinators");
        stage.complete(program, "UserTask_FinishReviews", Map.of());
        assertThat(program).as("Ben's application is still unread").isWaitingAt("UserTask_FinishReviews");
        stage.move(ben, Participant.State.POOL);
        stage.complete(program, "UserTask_FinishReviews", Map.of());

        stage.confirmMatches(cohort);
        stage.complete(program, "UserTask_ConfirmMatches", Map.of("confirmed", true));
        assertThat(stage.due(program, "Event_FirstDay")).isEqualTo(Stage.morningOf("2026-01-12"));
        stage.time.travelTo(LocalDate.parse("2026-01-12"));
        assertThat(cohort(program).state()).isEqualTo(Cohort.State.RUNNING);
        Mentorship mentorship = mentorships.current(ana.id()).orElseThrow();
        assertThat(stage.running("mentorship", mentorship.id())).hasSize(1);
        assertThat(stage.letters(ben)).contains("match", "kickoff");

        assertThat(stage.due(program, "Event_TermOver")).isEqualTo(Stage.morningOf("2026-07-17"));
        stage.time.travelTo(LocalDate.parse("2026-07-17"));
        assertThat(stage.now(mentorship).state()).isEqualTo(Mentorship.State.CLOSED);
        assertThat(stage.task(program, "UserTask_EvaluateProgram")).hasCandidateGroup("coordinators");
        assertThat(answers.ofCohort(cohort.id(), "evaluation"))
                .extracting(Answer::question, Answer::shown)
                .contains(
                        tuple("Mentorships", "1"),
                        tuple("People matched", "2"),
                        tuple("Closing surveys answered", "0 of 2 sent"),
                        tuple("What people said", "Fewer than 5 people answered, so their answers are not shown."));

        stage.complete(program, "UserTask_EvaluateProgram", Map.of());
        assertThat(program).hasPassed("EndEvent_CohortOver").isEnded();
        assertThat(cohorts.cohort(cohort.id()).state()).isEqualTo(Cohort.State.ENDED);
    }

    @Test
    void aCohortInWhichNobodyIsMatchedIsOverAtOnce() {
        ProcessInstance program = wanted("2025-12-12");
        Cohort cohort = cohort(program);
        stage.time.travelTo(LocalDate.parse("2025-11-20"));
        Participant ana = stage.inPool(cohort, "Ana Silva", "cataloguing", "outreach");

        stage.time.travelTo(LocalDate.parse("2025-12-15"));
        stage.complete(program, "UserTask_DecideAboutTooFewPeople", Map.of("outcome", "stop"));
        assertThat(program)
                .hasPassed("EndEvent_CohortOver")
                .hasNotPassed("Event_FirstDay")
                .isEnded();
        assertThat(stage.letters(ana)).containsExactly("unmatched");
        assertThat(cohorts.cohort(cohort.id()).state()).isEqualTo(Cohort.State.ENDED);
    }

    @Test
    void whereTooFewPeopleCameApplicationsOpenAgainAndTheDaysMoveAlong() {
        ProcessInstance program = wanted("2025-12-12");
        Cohort cohort = cohort(program);
        stage.time.travelTo(LocalDate.parse("2025-11-20"));
        Participant ana = stage.inPool(cohort, "Ana Silva", "cataloguing", "outreach");
        stage.time.travelTo(LocalDate.parse("2025-12-15"));
        stage.complete(
                program, "UserTask_DecideAboutTooFewPeople", Map.of("outcome", "reopen", "reopenUntil", "2026-01-12"));

        assertThat(program).hasPassed("ServiceTask_ReopenApplications").isWaitingAt("Event_Deadline");
        assertThat(stage.due(program, "Event_Deadline")).isEqualTo(Stage.at("2026-01-13", LocalTime.MIDNIGHT));
        Cohort again = cohort(program);
        assertThat(again.state()).isEqualTo(Cohort.State.OPEN);
        assertThat(again.matchOn()).isEqualTo("2026-01-15");
        assertThat(again.startsOn()).as("a month later, as the deadline").isEqualTo("2026-02-12");
        assertThat(again.endsOn()).isEqualTo("2026-08-10");
        assertThat(stage.letterText(ana, "new-dates")).contains("January 15, 2026", "February 12, 2026");

        stage.inPool(cohort, "Ben Okoro", "outreach", "cataloguing");
        stage.time.travelTo(LocalDate.parse("2026-01-15"));
        stage.confirmMatches(cohort);
        stage.complete(program, "UserTask_ConfirmMatches", Map.of("confirmed", true));
        assertThat(stage.due(program, "Event_FirstDay")).isEqualTo(Stage.morningOf("2026-02-12"));
    }

    @Test
    void whateverIsStillOpenWhenTheTermIsOverIsEnded() {
        stage.opensOn("2026-07-17");
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        Participant ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        Participant ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        Mentorship open = stage.mentorship(cohort, LocalDate.parse("2026-09-30"), ana, ben);
        stage.start(open);
        Participant cara = stage.participant(cohort, "Cara Lee", Participant.State.MATCHED);
        Participant dev = stage.participant(cohort, "Dev Patel", Participant.State.MATCHED);
        Mentorship unreachable = stage.mentorship(cohort, cara, dev);
        mentorships.move(unreachable.id(), Mentorship.State.ACTIVE);

        ProcessInstance program = stage.callFrom(
                "ServiceTask_EndMentorships",
                "program",
                UUID.randomUUID(),
                Map.of("program", "mla-peer", "cohortId", cohort.id().toString(), "label", cohort.name()));
        assertThat(program).isWaitingAt("UserTask_EvaluateProgram");
        assertThat(stage.now(open).state()).isEqualTo(Mentorship.State.ENDING);
        assertThat(stage.letters(ana))
                .as("nobody is offered the pool of a program that is over")
                .contains("closing-survey")
                .doesNotContain("ended-early");
    }

    @Test
    void whatItsMembersMadeLongerOutlivesTheCohort() {
        stage.opensOn("2026-07-17");
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        Participant ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        Participant ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        Mentorship longer = stage.mentorship(cohort, ana, ben);
        mentorships.extend(longer.id(), LocalDate.parse("2027-07-10"));
        stage.start(longer);

        ProcessInstance program = stage.callFrom(
                "ServiceTask_EndMentorships",
                "program",
                UUID.randomUUID(),
                Map.of("program", "mla-peer", "cohortId", cohort.id().toString(), "label", cohort.name()));
        assertThat(program).isWaitingAt("UserTask_EvaluateProgram");
        assertThat(stage.now(longer).state()).isEqualTo(Mentorship.State.ACTIVE);
        assertThat(stage.letters(ana)).doesNotContain("ended-early");
        assertThat(answers.ofCohort(cohort.id(), "evaluation"))
                .extracting(Answer::question, Answer::shown)
                .contains(tuple("… that went on longer", "1"), tuple("… that are still under way", "1"));
    }

    @Test
    void aRollingProgramMatchesPeopleAsTheyComeUntilItsLastDayToApply() {
        ProcessInstance program = rolling();
        Cohort cohort = cohort(program);
        stage.time.travelTo(LocalDate.parse("2025-11-20"));
        assertThat(cohort(program).state()).isEqualTo(Cohort.State.OPEN);
        Participant mona = stage.mentor(cohort, "Mona Haddad", "cataloguing", 1);
        Participant theo = stage.mentee(cohort, "Theo Nguyen", "cataloguing");
        stage.tell("pool.joined", cohort.id(), Map.of());
        stage.confirmMatches(cohort);
        stage.complete(program, "UserTask_ConfirmMatches", Map.of("confirmed", true));
        stage.answer(program, mona, Map.of("consent", "yes"));
        stage.answer(program, theo, Map.of("consent", "yes"));
        assertThat(mentorships.in(cohort.id(), Mentorship.State.ACTIVE)).hasSize(1);

        stage.time.travelTo(LocalDate.parse("2026-01-21"));
        assertThat(program).isWaitingAt("Event_TermOver");
        assertThat(cohort(program).state()).isEqualTo(Cohort.State.RUNNING);
        stage.time.travelTo(LocalDate.parse("2026-07-17"));
        assertThat(program).isWaitingAt("UserTask_EvaluateProgram");
    }
}
