package org.seealso.informationsession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.LocalTime;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.people.Cohort;
import org.seealso.people.InformationSession;
import org.seealso.people.InformationSessions;
import org.springframework.beans.factory.annotation.Autowired;

@SeeAlsoTest
class InformationSessionProcessTest {
    @Autowired
    Stage stage;

    @Autowired
    InformationSessions sessions;

    @Test
    void theNotesAreAskedForOnceTheSessionIsOverWheneverThatIs() {
        stage.opensOn("2025-11-10");
        Cohort cohort = stage.cohort(Cohort.State.PLANNED);
        sessions.plan(
                cohort.id(),
                new InformationSession(Stage.at("2025-11-19", LocalTime.of(18, 0)), 60, "Millennium Library", 0));
        ProcessInstance session = stage.start(
                "session.planned",
                cohort.id(),
                Map.of(
                        "program",
                        "mla-peer",
                        "cohortId",
                        cohort.id().toString(),
                        "label",
                        cohort.name(),
                        "sessionOverAt",
                        Date.from(Stage.at("2025-11-19", LocalTime.of(19, 0)))));
        sessions.plan(
                cohort.id(),
                new InformationSession(Stage.at("2025-11-25", LocalTime.of(17, 0)), 90, "Millennium Library", 0));

        stage.time.travelTo(Stage.at("2025-11-19", LocalTime.of(19, 1)));
        assertThat(stage.due(session, "Event_SessionTimeOver"))
                .as("it was moved meanwhile")
                .isEqualTo(Stage.at("2025-11-25", LocalTime.of(18, 30)));
        stage.time.travelTo(Stage.at("2025-11-25", LocalTime.of(18, 31)));
        assertThat(stage.task(session, "UserTask_WriteNotes")).hasCandidateGroup("coordinators");
        stage.complete(session, "UserTask_WriteNotes", Map.of("outcome", "none"));
        assertThat(session).hasPassed("EndEvent_SessionDealtWith").isEnded();
    }
}
