package org.seealso.reschedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.AbstractStringAssert;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.InformationSession;
import org.seealso.people.InformationSessions;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;

/** The pilot, open for applications, gets other days. */
@SeeAlsoTest
class RescheduleProcessTest {
    @Autowired
    Stage stage;

    @Autowired
    Cohorts cohorts;

    @Autowired
    InformationSessions sessions;

    @Autowired
    RuntimeService runtime;

    private ProcessInstance program;
    private Cohort cohort;
    private Participant ana;
    private Participant ben;

    @BeforeEach
    void thePilotIsOpen() {
        stage.opensOn("2025-11-10");
        program = stage.call(
                "program",
                UUID.randomUUID(),
                new HashMap<>(Map.of(
                        "program", "mla-peer",
                        "cohortName", "Pilot 2026",
                        "opensOn", "2025-11-20",
                        "closesOn", "2025-12-12",
                        "matchOn", "2025-12-15",
                        "startsOn", "2026-01-12",
                        "endsOn", "2026-07-10",
                        "sessionAt", "2025-11-19T18:00",
                        "sessionPlace", "Millennium Library")));
        cohort = cohorts.cohort(
                UUID.fromString(runtime.getVariable(program.getId(), "cohortId").toString()));
        stage.time.travelTo(LocalDate.parse("2025-11-20"));
        ana = stage.inPool(cohort, "Ana Silva", "cataloguing", "outreach");
        ben = stage.participant(cohort, "Ben Okoro", Participant.State.IN_REVIEW);
    }

    private ProcessInstance change(Map<String, String> days) {
        return stage.call("reschedule", UUID.randomUUID(), wanted(days));
    }

    private Map<String, Object> wanted(Map<String, String> days) {
        Map<String, Object> wanted = new HashMap<>(Map.of(
                "cohortId", cohort.id().toString(),
                "opensOn", "2025-11-20",
                "closesOn", "2025-12-12",
                "matchOn", "2025-12-15",
                "startsOn", "2026-01-12",
                "endsOn", "2026-07-10",
                "sessionAt", "2025-11-19T18:00",
                "sessionMinutes", "60",
                "sessionPlace", "Millennium Library"));
        wanted.putAll(days);
        return wanted;
    }

    private AbstractStringAssert<?> refused(ProcessInstance change) {
        assertThat(change).isWaitingAt("UserTask_CorrectNewDates");
        return assertThat((String) runtime.getVariable(change.getId(), "dateFault"));
    }

    @Test
    void aDeadlineMovedWhileOpenKeepsApplicationsOpenAndBothersNobody() {
        assertThat(change(Map.of("closesOn", "2025-12-14")))
                .hasPassed("EndEvent_DatesAreChanged")
                .isEnded();
        assertThat(stage.due(program, "Event_Deadline")).isEqualTo(Stage.at("2025-12-15", LocalTime.MIDNIGHT));
        assertThat(cohorts.cohort(cohort.id()).closesOn()).isEqualTo("2025-12-14");
        assertThat(stage.letters(ana)).isEmpty();
    }

    @Test
    void whoeverWasToldTheTermIsToldTheNewOne() {
        change(Map.of("matchOn", "2025-12-18", "startsOn", "2026-02-02", "endsOn", "2026-07-31"));
        assertThat(stage.letters(ana)).containsExactly("new-dates");
        assertThat(stage.letterText(ana, "new-dates"))
                .contains("best matches on Thursday, December 18, 2025")
                .contains("start on Monday, February 2, 2026 and run until Friday, July 31, 2026");
        assertThat(stage.letters(ben)).as("nobody has told him a day yet").isEmpty();
    }

    @Test
    void anotherMatchingDayIsToldToThoseWhoWaitForIt() {
        change(Map.of("matchOn", "2025-12-18"));
        assertThat(stage.letters(ana)).containsExactly("new-dates");
    }

    @Test
    void mentorshipsThatHaveNotBegunFollow() {
        Participant cara = stage.participant(cohort, "Cara Lee", Participant.State.MATCHED);
        Participant dev = stage.participant(cohort, "Dev Patel", Participant.State.MATCHED);
        Mentorship pair = stage.mentorship(cohort, cara, dev);
        change(Map.of("startsOn", "2026-02-02"));
        assertThat(stage.now(pair).startsOn()).isEqualTo("2026-02-02");
        assertThat(stage.letterText(cara, "new-dates")).doesNotContain("best matches");
    }

    @Test
    void daysThatMakeNoSenseBecomeATaskThatSaysWhatToDo() {
        refused(change(Map.of("opensOn", "2025-11-27")))
                .isEqualTo("Applications have been open since 20 November 2025. Leave that day as it is.");
        refused(change(Map.of("closesOn", "2025-12-20")))
                .isEqualTo("Matching comes before the deadline. Give a matching day on or after the deadline.");
        refused(change(Map.of("closesOn", "2025-11-19"))).contains("The deadline is before applications open");
        refused(change(Map.of("matchOn", "2025-11-01"))).contains("This matching day has passed");
        refused(change(Map.of("startsOn", "2025-11-01"))).contains("This first day has passed");
        refused(change(Map.of("endsOn", ""))).isEqualTo("Give the last day of the mentorships.");
        refused(change(Map.of("cohortId", UUID.randomUUID().toString())))
                .isEqualTo("Choose the cohort whose dates are to change.");

        stage.time.travelTo(LocalDate.parse("2025-12-13"));
        refused(change(Map.of("closesOn", "2025-12-14"))).contains("Applications are closed since the end of");
        stage.time.travelTo(LocalDate.parse("2025-12-15"));
        refused(change(Map.of("matchOn", "2025-12-16"))).contains("The matching day has come already");
        cohorts.move(cohort.id(), Cohort.State.RUNNING);
        refused(change(Map.of("startsOn", "2026-02-02"))).contains("Its mentorships have started already");
        cohorts.move(cohort.id(), Cohort.State.ENDED);
        refused(change(Map.of("startsOn", "2026-02-02"))).isEqualTo("This cohort is over. Choose another one.");
    }

    @Test
    void aRefusedChangeIsCorrectedOrGivenUp() {
        ProcessInstance change = change(Map.of("closesOn", "2025-12-20"));
        assertThat(stage.task(change, "UserTask_CorrectNewDates")).hasCandidateGroup("coordinators");
        stage.complete(change, "UserTask_CorrectNewDates", wanted(Map.of("closesOn", "2025-12-13")));
        assertThat(change).hasPassed("EndEvent_DatesAreChanged").isEnded();

        ProcessInstance another = change(Map.of("closesOn", "2025-12-20"));
        stage.complete(another, "UserTask_CorrectNewDates", Map.of("next", "nothing"));
        assertThat(another).hasPassed("EndEvent_NoDateChanged").isEnded();
        assertThat(cohorts.cohort(cohort.id()).closesOn()).isEqualTo("2025-12-13");
    }

    @Test
    void aFirstDayThatCameWhileMatchesAreStillConfirmedMayBePutOff() {
        cohorts.move(cohort.id(), Cohort.State.CLOSED);
        stage.todayIs("2026-01-14");
        change(Map.of("startsOn", "2026-01-26"));
        assertThat(cohorts.cohort(cohort.id()).startsOn()).isEqualTo("2026-01-26");
    }

    @Test
    void anInformationSessionIsMovedWhileItIsAhead() {
        stage.todayIs("2025-11-18");
        refused(change(Map.of("sessionAt", "", "sessionPlace", ""))).contains("Give it another day");
        refused(change(Map.of("sessionPlace", ""))).contains("Say where the information session is");
        refused(change(Map.of("sessionAt", "2025-11-17T18:00"))).contains("would be over already");
        refused(change(Map.of("sessionAt", "2025-12-14T18:00"))).contains("after the last day to apply");
        refused(change(Map.of("sessionMinutes", "5"))).contains("takes 10 to 480 minutes");
        change(Map.of("sessionAt", "2025-11-25T17:30"));
        InformationSession moved = sessions.of(cohort.id()).orElseThrow();
        assertThat(moved.startsAt()).isEqualTo(Stage.at("2025-11-25", LocalTime.of(17, 30)));
        assertThat(moved.sequence()).isEqualTo(1);
    }

    @Test
    void ofASessionThatWasHeldNothingIsAsked() {
        stage.todayIs("2025-11-21");
        change(Map.of("sessionAt", "", "sessionPlace", "", "closesOn", "2025-12-14"));
        assertThat(sessions.of(cohort.id()).orElseThrow().sequence()).isZero();
    }
}
