package org.seealso.firstcontact;

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
import org.seealso.people.Contacts;
import org.seealso.people.Contacts.CheckIn;
import org.seealso.people.Contacts.State;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;

@SeeAlsoTest
class FirstContactProcessTest {
    @Autowired
    Stage stage;

    @Autowired
    Contacts contacts;

    private Cohort cohort;
    private Mentorship mentorship;
    private Participant ana;
    private Participant ben;

    @BeforeEach
    void tenDaysAfterTheKickoff() {
        stage.opensOn("2026-01-22");
        cohort = stage.cohort(Cohort.State.RUNNING);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        mentorship = stage.mentorship(cohort, ana, ben);
    }

    private ProcessInstance look() {
        return stage.call(
                "first-contact",
                mentorship.id(),
                Map.of(
                        "program", "mla-peer",
                        "cohortId", cohort.id().toString(),
                        "mentorshipId", mentorship.id().toString(),
                        "label", mentorship.label()));
    }

    private void says(ProcessInstance process, Participant member, String touch) {
        stage.submission(member, mentorship.id(), "first-contact", Map.of("touch", touch));
        stage.answer(process, member, Map.of());
    }

    @Test
    void nobodyIsAskedWhatACheckInHasTold() {
        contacts.note(mentorship.id(), new CheckIn(ana.id(), 1, State.ANSWERED, 1, "good", false));
        assertThat(look()).hasPassed("EndEvent_ContactKnown").isEnded();
        assertThat(stage.letters(ana)).isEmpty();
    }

    @Test
    void nobodyIsAskedWhileSomebodyIsBusy() {
        stage.busyUntil(ben, "2026-02-01");
        assertThat(look()).hasPassed("EndEvent_ContactKnown").isEnded();
    }

    @Test
    void oneYesIsEnough() {
        ProcessInstance process = look();
        assertThat(stage.letterText(ana, "first-contact"))
                .contains("Have you and Ben Okoro found each other?")
                .contains(ben.person().email());
        says(process, ana, "wrote");
        says(process, ben, "arranged");
        assertThat(process).hasPassed("EndEvent_TheyHaveMet").isEnded();
    }

    @Test
    void whereNobodySaysYesACoordinatorHelps() {
        ProcessInstance process = look();
        says(process, ana, "wrote");
        assertThat(stage.due(process, "Event_WaitedLongEnough")).isEqualTo(Stage.morningOf("2026-02-05"));
        stage.time.travelTo(LocalDate.parse("2026-02-05"));
        assertThat(stage.task(process, "UserTask_HelpWithFirstContact")).hasCandidateGroup("coordinators");

        stage.written(
                stage.task(process, "UserTask_HelpWithFirstContact"),
                ana,
                "help-first-contact",
                Map.of("note", "Ben has a new telephone number."));
        stage.complete(process, "UserTask_HelpWithFirstContact", Map.of("outcome", "reached"));
        assertThat(process).hasPassed("EndEvent_HelpedToBegin").isEnded();
        assertThat(stage.letterText(ana, "first-words")).contains("Ben has a new telephone number.");
        assertThat(stage.letters(ben)).contains("first-words");
    }
}
