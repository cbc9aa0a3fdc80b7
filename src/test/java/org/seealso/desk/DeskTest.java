package org.seealso.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Visitor;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.form.Verdict.FieldAnswer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SeeAlsoTest
class DeskTest {
    private static final String WORDS = "Which evenings suit you? marker-7731";

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Answers answers;

    @Autowired
    JdbcClient jdbc;

    private final UUID cohort = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();
    private final UUID application = UUID.randomUUID();
    private String deployment = "";
    private String process = "";

    @BeforeEach
    void somebodyApplied() throws IOException {
        jdbc.sql(
                        "insert into cohort values (?, 'mla-peer', 'Desk test', 'America/Winnipeg', ?, ?, ?, ?, ?, 'CLOSED', now())")
                .params(
                        cohort,
                        Date.valueOf("2025-11-01"),
                        Date.valueOf("2025-11-30"),
                        Date.valueOf("2025-12-05"),
                        Date.valueOf("2026-01-05"),
                        Date.valueOf("2026-06-30"))
                .update();
        jdbc.sql("insert into person values (?, 'Nadia Fontaine', ?, 'en', now())")
                .params(person, "nadia." + person + "@library.example")
                .update();
        jdbc.sql("insert into participant values (?, ?, ?, 'peer', 'IN_REVIEW', now(), now())")
                .params(application, cohort, person)
                .update();
        answers.store(
                UUID.randomUUID(),
                person.toString(),
                "application-peer",
                new Subject(person, application, null, cohort, null),
                List.of(
                        new FieldAnswer(
                                "canShare", "What can you share?", "Storytime", "Storytime", Set.of("coordinators")),
                        new FieldAnswer("identity", "Identity", "private", "private", Set.of("matching"))));
        try (InputStream bpmn = resource("/desk/desk-test.bpmn");
                InputStream html = resource("/desk/desk-test.html");
                InputStream form = resource("/rules/forms/review-application.form")) {
            deployment = repository
                    .createDeployment()
                    .name("desk test")
                    .addInputStream("desk-test.bpmn", bpmn)
                    .addInputStream("desk-test.html", html)
                    .addInputStream("review-application.form", form)
                    .deploy()
                    .getId();
        }
        process = runtime.startProcessInstanceByKey(
                        "desk-test",
                        Map.of(
                                "applicationId",
                                application.toString(),
                                "cohortId",
                                cohort.toString(),
                                "label",
                                "Nadia Fontaine"))
                .getId();
    }

    private static InputStream resource(String name) {
        InputStream found = DeskTest.class.getResourceAsStream(name);
        assertThat(found).as(name).isNotNull();
        return found;
    }

    @AfterEach
    void tidy() {
        repository.deleteDeployment(deployment, true);
        jdbc.sql("delete from answer where cohort_id = ?").param(cohort).update();
        jdbc.sql("delete from participant where cohort_id = ?").param(cohort).update();
        jdbc.sql("delete from cohort where id = ?").param(cohort).update();
        jdbc.sql("delete from person where id = ?").param(person).update();
    }

    @Test
    void aTaskShowsEverythingCoordinatorsMayReadAndNothingElse() {
        JsonNode shown = coordinator().engineJson("task/" + task().getId() + "/form-variables?deserializeValues=false");
        assertThat(shown.path("about").path("type").asText()).isEqualTo("Json");
        assertThat(shown.path("about").path("value").asText())
                .contains("Nadia Fontaine", "library.example", "What can you share?", "Storytime")
                .doesNotContain("Identity", "private");
        assertThat(runtime.getVariables(process)).doesNotContainKey("about");
    }

    @Test
    void whatACoordinatorReadsIsWrittenDownOnceAnHourAndForGood() {
        String form = "task/" + task().getId() + "/form-variables?deserializeValues=false";
        Visitor coordinator = coordinator();
        coordinator.engineJson(form);
        coordinator.engineJson(form);
        assertThat(jdbc.sql("select who || ' ' || form || ' ' || field from reading where person_id = ?")
                        .param(person)
                        .query(String.class)
                        .list())
                .containsExactly("coordinator application-peer canShare");
        assertThatThrownBy(() -> jdbc.sql("delete from reading where person_id = ?")
                        .param(person)
                        .update())
                .hasMessageContaining("only grows");
    }

    @Test
    void whoeverIsNotACoordinatorIsShownNothing() {
        assertThat(Visitor.signedIn(port, "handler", "handler-in-tests")
                        .get("/camunda/api/engine/engine/default/task/" + task().getId() + "/form-variables")
                        .body())
                .doesNotContain("Storytime");
        assertThat(Visitor.signedIn(port, "admin", "admin-in-tests")
                        .get("/camunda/api/engine/engine/default/task/" + task().getId() + "/form-variables")
                        .body())
                .doesNotContain("Storytime");
    }

    @Test
    void whatACoordinatorWritesBecomesAnAnswerAndOnlyTheDecisionReachesTheEngine() {
        HttpResponse<String> sent = submit(task(), """
                {"variables": {"decision": {"value": "more"}, "question": {"value": "%s"},
                  "invented": {"value": "marker-7731"}, "label": {"value": "marker-7731"}}, "businessKey": "marker-7731"}""".formatted(WORDS));

        assertThat(sent.statusCode()).isEqualTo(204);
        assertThat(runtime.getVariable(process, "decision")).isEqualTo("more");
        assertThat(runtime.getVariable(process, "label")).isEqualTo("Nadia Fontaine");
        assertThat(answers.ofParticipant(application, "review-application"))
                .singleElement()
                .satisfies(answer -> {
                    assertThat(answer.field()).isEqualTo("question");
                    assertThat(answer.shown()).isEqualTo(WORDS);
                    assertThat(answer.author()).isEqualTo("coordinator");
                });
        assertThat(tablesOfTheEngineHolding("marker-7731")).isEmpty();
    }

    @Test
    void aMissingQuestionIsRefusedInASentence() {
        HttpResponse<String> sent = submit(task(), "{\"variables\": {\"decision\": {\"value\": \"more\"}}}");
        assertThat(sent.statusCode()).isEqualTo(400);
        assertThat(Visitor.read(sent.body()).path("message").asText()).contains("What do you want to ask?");
        assertThat(submit(task(), "{\"variables\": {\"decision\": {\"value\": \"maybe\"}}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(submit(task(), "no json").statusCode()).isEqualTo(400);
        assertThat(tasks.createTaskQuery().processInstanceId(process).count()).isOne();
    }

    @Test
    void ifTheEngineRefusesNothingIsKept() {
        HttpResponse<String> sent = submit(
                task(),
                "{\"variables\": {\"decision\": {\"value\": \"decline\"}, \"reason\": {\"value\": \"marker-7731\"}}}");
        assertThat(sent.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(answers.ofParticipant(application, "review-application")).isEmpty();
        assertThat(tasks.createTaskQuery().processInstanceId(process).count()).isOne();
    }

    @Test
    void aPostWithoutTheTokenKeepsNothing() {
        Visitor visitor = coordinator();
        visitor.get("/camunda/app/tasklist/default/");
        HttpResponse<String> sent = visitor.json(
                "POST",
                "/camunda/api/engine/engine/default/task/" + task().getId() + "/submit-form",
                "{\"variables\": {\"decision\": {\"value\": \"accept\"}, \"note\": {\"value\": \"marker-7731\"}}}",
                java.util.Optional.empty());
        assertThat(sent.statusCode()).isEqualTo(403);
        assertThat(answers.ofParticipant(application, "review-application")).isEmpty();
    }

    @Test
    void anHtmlFormPassesOnlyWhatItDeclares() {
        submit(task(), "{\"variables\": {\"decision\": {\"value\": \"accept\"}}}");
        HttpResponse<String> sent = submit(
                task(),
                "{\"variables\": {\"confirmed\": {\"value\": true, \"type\": \"Boolean\"}, \"more\": {\"value\": \"marker-7731\"}}}");
        assertThat(sent.statusCode()).isEqualTo(204);
        assertThat(tablesOfTheEngineHolding("marker-7731")).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(process)
                        .count())
                .isZero();
    }

    private HttpResponse<String> submit(Task task, String json) {
        return coordinator().engine("POST", "task/" + task.getId() + "/submit-form", json);
    }

    private Visitor coordinator() {
        return Visitor.signedIn(port, "coordinator", "coordinator-in-tests");
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceId(process).singleResult();
    }

    /** Every text column of every engine table. */
    private List<String> tablesOfTheEngineHolding(String marker) {
        List<String> found = new ArrayList<>();
        jdbc.sql("""
                        select table_name || ' ' || column_name as place from information_schema.columns
                        where table_name like 'act\\_%' and data_type in ('character varying', 'text')""").query(String.class).list().forEach(place -> {
            String[] tableAndColumn = place.split(" ");
            int rows = jdbc.sql("select count(*) from " + tableAndColumn[0] + " where " + tableAndColumn[1] + " like ?")
                    .param("%" + marker + "%")
                    .query(Integer.class)
                    .single();
            if (rows > 0) {
                found.add(place);
            }
        });
        return found;
    }
}
