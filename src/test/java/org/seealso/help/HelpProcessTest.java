package org.seealso.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.people.Cohort;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;

@SeeAlsoTest
class HelpProcessTest {
    @Autowired
    Stage stage;

    @Test
    void aQuestionIsAnsweredByLetter() {
        stage.opensOn("2026-02-03");
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        Participant ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        UUID submission = stage.submission(ana, null, "help", Map.of("question", "Where do we meet?"));

        ProcessInstance help = stage.start(
                "help.asked",
                submission,
                Map.of(
                        "submissionId",
                        submission.toString(),
                        "program",
                        "mla-peer",
                        "applicationId",
                        ana.id().toString(),
                        "label",
                        "Ana Silva"));
        assertThat(stage.task(help, "UserTask_AnswerQuestion")).hasCandidateGroup("coordinators");

        stage.complete(help, "UserTask_AnswerQuestion", Map.of());
        assertThat(help).hasPassed("EndEvent_QuestionAnswered").isEnded();
        assertThat(stage.letters(ana)).containsExactly("help-reply");
    }
}
