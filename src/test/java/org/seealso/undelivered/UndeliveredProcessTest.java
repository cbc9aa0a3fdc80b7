package org.seealso.undelivered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.letter.LetterUndeliverable;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.people.Cohort;
import org.seealso.people.Participant;
import org.seealso.rules.PublishedRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SeeAlsoTest
class UndeliveredProcessTest {
    @Autowired
    Stage stage;

    @Autowired
    ParticipantLetters letters;

    @Autowired
    PublishedRules rules;

    @Autowired
    Answers answers;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Participant ana;
    private UUID letter;

    /** The mail server of the tests takes every letter, so what it would have refused is written down by hand. */
    @BeforeEach
    void aLetterToAnaIsRefused() {
        stage.opensOn("2025-12-01");
        ana = stage.participant(stage.cohort(Cohort.State.OPEN), "Ana Silva", Participant.State.IN_REVIEW);
        transaction.executeWithoutResult(
                status -> letters.write("accepted", new Under(rules.current(), "mla-peer"), ana.id()));
        letter = jdbc.sql("select id from letter where participant_id = ?")
                .param(ana.id())
                .query(UUID.class)
                .single();
        await().until(() -> "SENT".equals(delivery().get("state")));
        jdbc.sql("update letter set state = 'REFUSED', text = 'Hello', html = '<p>Hello</p>' where id = ?")
                .param(letter)
                .update();
    }

    private Map<String, Object> delivery() {
        return jdbc.sql("select state, address from letter where id = ?")
                .param(letter)
                .query()
                .singleRow();
    }

    private ProcessInstance undelivered(boolean everyLetter) {
        events.publishEvent(new LetterUndeliverable(
                letter,
                ana.person().id(),
                ana.id(),
                "mla-peer",
                "Ana Silva",
                "accepted",
                "the address is refused",
                everyLetter));
        stage.time.settle();
        return stage.running("undelivered", letter).get(0);
    }

    private void coordinatorWrites(ProcessInstance undelivered, String field, String text) {
        answers.store(
                UUID.randomUUID(),
                "coordinator",
                "reach-person",
                new Subject(ana.person().id(), ana.id(), null, ana.cohortId(), undelivered.getId()),
                List.of(new FieldAnswer(field, field, text, text, Set.of("coordinators"))));
    }

    @Test
    void theLetterGoesOutAgainToTheCorrectedAddressAndSoDoTheNext() {
        ProcessInstance undelivered = undelivered(false);
        assertThat(stage.task(undelivered, "UserTask_ReachPerson")).hasCandidateGroup("coordinators");
        assertThat(runtime.getVariable(undelivered.getId(), "label")).isEqualTo("Ana Silva");

        String corrected = "ana." + letter + "@library.example";
        coordinatorWrites(undelivered, "newAddress", corrected);
        stage.complete(undelivered, "UserTask_ReachPerson", Map.of("outcome", "resend"));
        assertThat(undelivered).hasPassed("EndEvent_SentAgain").isEnded();
        await().until(() -> "SENT".equals(delivery().get("state")));
        assertThat(delivery()).containsEntry("address", corrected);
        assertThat(stage.now(ana).person().email()).isEqualTo(corrected);
    }

    @Test
    void theLetterGoesOutAgainToTheSameAddressIfNoneIsGiven() {
        ProcessInstance undelivered = undelivered(false);
        stage.complete(undelivered, "UserTask_ReachPerson", Map.of("outcome", "resend"));
        assertThat(undelivered).hasPassed("EndEvent_SentAgain").isEnded();
        await().until(() -> "SENT".equals(delivery().get("state")));
        assertThat(delivery()).containsEntry("address", ana.person().email());
    }

    @Test
    void ofALetterThatCameBackTheyAreToldAtTheCorrectedAddress() {
        jdbc.sql("update letter set text = '', html = '' where id = ?")
                .param(letter)
                .update();
        ProcessInstance undelivered = undelivered(false);
        String corrected = "ana." + letter + "@library.example";
        coordinatorWrites(undelivered, "newAddress", corrected);
        stage.complete(undelivered, "UserTask_ReachPerson", Map.of("outcome", "resend"));
        assertThat(undelivered).isEnded();
        assertThat(stage.letterText(ana, "came-back")).contains("did not reach you");
        assertThat(stage.lettersTo(corrected, "came-back")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "giveup"})
    void aCoordinatorReachesThePersonAnotherWayOrLetsItBe(String outcome) {
        ProcessInstance undelivered = undelivered(false);
        stage.complete(undelivered, "UserTask_ReachPerson", Map.of("outcome", outcome));
        assertThat(undelivered).hasPassed("EndEvent_DealtWith").isEnded();
        assertThat(delivery()).containsEntry("state", "REFUSED");
    }

    @Test
    void anOutageIsOneTaskThatNamesNobody() {
        ProcessInstance undelivered = undelivered(true);
        assertThat(runtime.getVariable(undelivered.getId(), "label")).isEqualTo("No letter gets out");
    }
}
