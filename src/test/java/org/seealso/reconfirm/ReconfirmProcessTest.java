package org.seealso.reconfirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
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

/** Mona was a mentor last autumn; the spring cohort opens. */
@SeeAlsoTest
class ReconfirmProcessTest {
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

    private Cohort spring;
    private Participant before;
    private Participant mona;
    private ProcessInstance reconfirm;

    @BeforeEach
    void aNewCohortOpens() {
        stage.opensOn("2026-02-20");
        before = stage.mentor(stage.cohort("vimloc", Cohort.State.RUNNING), "Mona Haddad", "cataloguing", 2);
        stage.move(before, Participant.State.DONE);
        spring = opens();
        mona = participants.of(spring.id(), before.person().id()).orElseThrow();
        reconfirm = stage.running("reconfirm", mona.id()).get(0);
    }

    private Cohort opens() {
        ProcessInstance program = stage.call(
                "program",
                UUID.randomUUID(),
                Map.of(
                        "program", "vimloc",
                        "cohortName", "Spring 2026",
                        "opensOn", "2026-02-20",
                        "closesOn", "2026-03-20",
                        "matchOn", "2026-03-27",
                        "startsOn", "2026-04-06",
                        "endsOn", "2026-06-08"));
        return cohorts.cohort(
                UUID.fromString(runtime.getVariable(program.getId(), "cohortId").toString()));
    }

    @Test
    void yesAsBeforeMakesAnAcceptedParticipantWithTheSameDetails() {
        assertThat(stage.letterText(mona, "reconfirm")).contains("Would you do it again?", "Spring 2026");
        assertThat(mona.state()).as("nobody is a mentor unasked").isEqualTo(Participant.State.INTERESTED);
        stage.answer(reconfirm, mona, Map.of("again", "same"));
        assertThat(reconfirm).hasPassed("EndEvent_MentorAgain").isEnded();
        assertThat(stage.now(mona).state()).isEqualTo(Participant.State.POOL);
        assertThat(stage.now(mona).role()).isEqualTo("mentor");
        assertThat(answers.ofParticipant(mona.id(), "application-mentor"))
                .extracting(Answer::field, Answer::shown)
                .contains(tuple("topicsOffered", "cataloguing"), tuple("capacity", "2"));
        assertThat(stage.letters(mona)).contains("welcome-back");
    }

    @Test
    void whatHasChangedIsWrittenIntoTheFormAndCountsInstead() {
        stage.answer(reconfirm, mona, Map.of("again", "changes"));
        assertThat(stage.asked(reconfirm, mona)).containsExactly("application-mentor");
        stage.submission(mona, null, "application-mentor", Map.of("capacity", "1"), Set.of("coordinators"));
        stage.answer(reconfirm, mona, Map.of());
        assertThat(stage.now(mona).state()).isEqualTo(Participant.State.POOL);
        assertThat(answers.latestValues(mona.id(), "application-mentor"))
                .containsEntry("capacity", "1")
                .doesNotContainKey("topicsOffered");
    }

    @Test
    void changesThatNeverComeMakeNoMentor() {
        stage.answer(reconfirm, mona, Map.of("again", "changes"));
        stage.time.travelTo(LocalDate.parse("2026-03-10"));
        assertThat(reconfirm).hasPassed("EndEvent_ChangesNeverCame").isEnded();
        assertThat(stage.now(mona).state()).isEqualTo(Participant.State.INTERESTED);
    }

    @Test
    void notThisTimeIsAskedAgainNextTimeAndNeverIsNot() {
        stage.answer(reconfirm, mona, Map.of("again", "no"));
        assertThat(reconfirm).hasPassed("EndEvent_NotThisTime").isEnded();
        assertThat(stage.now(mona).state()).isEqualTo(Participant.State.WITHDRAWN);

        Cohort another = opens();
        Participant again = participants.of(another.id(), before.person().id()).orElseThrow();
        stage.answer(stage.running("reconfirm", again.id()).get(0), again, Map.of("again", "never"));
        Cohort third = opens();
        assertThat(participants.of(third.id(), before.person().id())).isEmpty();
    }

    @Test
    void silenceIsNotThisTime() {
        stage.time.travelTo(LocalDate.parse("2026-03-10"));
        assertThat(reconfirm).hasPassed("EndEvent_NotThisTime").isEnded();
        assertThat(stage.lettersTo(before.person().email(), "reconfirm"))
                .as("one letter and one reminder")
                .isEqualTo(2);
    }

    @Test
    void whoeverLeavesIsNotAskedAnyMore() {
        stage.tell(
                "admission.withdrawn", mona.id(), Map.of("leaverId", mona.id().toString()));
        assertThat(reconfirm).hasPassed("EndEvent_NotAskedAnyMore").isEnded();
        assertThat(stage.now(mona).state()).isEqualTo(Participant.State.WITHDRAWN);
    }
}
