package org.seealso.trialreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;

@SeeAlsoTest
class TrialReviewProcessTest {
    @Autowired
    Stage stage;

    @Autowired
    RuntimeService runtime;

    private Mentorship mentorship;
    private Participant ana;

    @BeforeEach
    void threeMonthsAfterTheKickoff() {
        stage.opensOn("2026-04-12");
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        mentorship = stage.mentorship(cohort, ana, stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED));
    }

    private ProcessInstance review() {
        return stage.call(
                "trial-review",
                mentorship.id(),
                Map.of(
                        "program", "mla-peer",
                        "cohortId", mentorship.cohortId().toString(),
                        "mentorshipId", mentorship.id().toString(),
                        "applicationId", ana.id().toString(),
                        "label", mentorship.label()));
    }

    @Test
    void whereItFitsNothingHappens() {
        ProcessInstance review = review();
        assertThat(stage.letterText(ana, "trial-review")).contains("does not read your answer");
        stage.answer(review, ana, "trial-review", Map.of("fit", "good"));
        assertThat(review).hasPassed("EndEvent_Fits").isEnded();
        assertThat(stage.letters(ana)).containsExactly("trial-review");
    }

    @Test
    void whereItDoesNotFitSomebodyHelps() {
        long before = problems();
        ProcessInstance review = review();
        stage.answer(review, ana, "trial-review", Map.of("fit", "notGood"));
        assertThat(review).hasPassed("EndEvent_TrialProblemRaised").isEnded();
        assertThat(problems()).isEqualTo(before + 1);
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("trial-review", "fit-problem-received");
    }

    private long problems() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("fit-problem")
                .count();
    }
}
