package org.seealso.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
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
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.seealso.Browser;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.people.Cohort;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coordinator at a real browser. */
@SeeAlsoTest
class TasklistTest {
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
    Stage stage;

    private final UUID submission = UUID.randomUUID();
    private String deployment = "";
    private String process = "";

    @BeforeEach
    void aTaskWaits() throws IOException {
        answers.store(
                submission,
                "Nadia Fontaine",
                "application-peer",
                new Subject(null, null, null, null, null),
                List.of(new FieldAnswer(
                        "canShare",
                        "What can you share?",
                        "Storytime for toddlers",
                        "Storytime for toddlers",
                        Set.of("coordinators"))));
        try (InputStream bpmn = resource("/desk/desk-test.bpmn");
                InputStream html = resource("/desk/desk-test.html");
                InputStream form = resource("/rules/forms/review-application.form")) {
            deployment = repository
                    .createDeployment()
                    .name("tasklist test")
                    .addInputStream("desk-test.bpmn", bpmn)
                    .addInputStream("desk-test.html", html)
                    .addInputStream("review-application.form", form)
                    .deploy()
                    .getId();
        }
        process = runtime.startProcessInstanceByKey(
                        "desk-test", Map.of("submissionId", submission.toString(), "label", "Nadia Fontaine"))
                .getId();
    }

    private static InputStream resource(String name) {
        InputStream found = TasklistTest.class.getResourceAsStream(name);
        assertThat(found).as(name).isNotNull();
        return found;
    }

    @AfterEach
    void tidy() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void aCoordinatorSignsInReadsClaimsAsksCompletesAndSignsOut() {
        try (Browser browser = Browser.on(port)) {
            browser.open("/camunda/app/tasklist/default/");
            browser.see(By.id("username")).sendKeys("coordinator");
            browser.see(By.id("password")).sendKeys("coordinator-in-tests");
            browser.click(By.cssSelector("main button[type=submit]"));

            browser.see(By.xpath("//*[contains(text(),'All open tasks')]"));
            browser.open("/camunda/app/tasklist/default/#/?task=" + task().getId());
            assertThat(browser.see(By.cssSelector(".fjs-form table")).getText())
                    .contains("What can you share?", "Storytime for toddlers");
            assertThat(browser.shows(By.cssSelector(".ce-eol-banner"))).isFalse();

            browser.click(By.cssSelector(".claim"));
            browser.see(By.cssSelector(".unclaim"));
            browser.picture("tasklist-task");
            browser.click(By.xpath("//label[contains(., 'Ask for more')]"));
            browser.see(By.xpath("//label[contains(., 'What do you want to ask?')]/following::textarea[1]"))
                    .sendKeys("Which evenings suit you?");
            browser.click(By.cssSelector(".form-actions .btn-primary"));
            browser.until(() -> tasks.createTaskQuery()
                            .processInstanceId(process)
                            .taskDefinitionKey("UserTask_Confirm")
                            .count()
                    == 1);

            assertThat(runtime.getVariables(process))
                    .containsEntry("decision", "more")
                    .doesNotContainKey("question");
            assertThat(answers.ofProcess(process, "review-application"))
                    .extracting(Answer::shown)
                    .containsExactly("Which evenings suit you?");

            browser.click(By.cssSelector(".account .dropdown-toggle"));
            browser.click(By.cssSelector(".logout a"));
            browser.see(By.id("username"));
            browser.open("/desk");
            browser.see(By.id("username"));
        }
    }

    @Test
    void everyCardInTheListSaysWhomItIsAbout() {
        stage.opensOn("2026-02-03");
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        waits("help", "UserTask_AnswerQuestion", stage.participant(cohort, "Ana Silva", Participant.State.MATCHED));
        waits(
                "admission",
                "UserTask_ReviewApplication",
                stage.participant(cohort, "Ben Okoro", Participant.State.IN_REVIEW));
        waits("check-in", "UserTask_LookAtCheckIn", stage.participant(cohort, "Cara Lee", Participant.State.MATCHED));
        try (Browser browser = Browser.on(port).signIn("coordinator", "coordinator-in-tests")) {
            browser.click(By.xpath("//*[contains(text(),'Applications to review')]"));
            assertThat(cards(browser, 1)).anySatisfy(card -> assertThat(card).contains("About", "Ben Okoro"));
            browser.picture("tasklist-applications");

            browser.click(By.xpath("//*[contains(text(),'People who need you')]"));
            assertThat(cards(browser, 2))
                    .anySatisfy(card -> assertThat(card).contains("About", "Ana Silva"))
                    .anySatisfy(card -> assertThat(card).contains("About", "Cara Lee"));
            browser.picture("tasklist-people");
        }
    }

    @Test
    void aConductHandlersTaskLeadsToThePageOfTheReport() {
        stage.opensOn("2026-02-03");
        Participant ana = stage.participant(stage.cohort(Cohort.State.RUNNING), "Ana Silva", Participant.State.MATCHED);
        UUID report = stage.conductReport(ana, null, Map.of("what", "A threat.", "stopNow", "no"));
        stage.start(
                "conduct.reported",
                report,
                Map.of("submissionId", report.toString(), "program", "mla-peer", "label", "In confidence"));
        String waiting = tasks.createTaskQuery()
                .processInstanceBusinessKey(report.toString())
                .singleResult()
                .getId();
        try (Browser browser = Browser.on(port).signIn("handler", "handler-in-tests")) {
            browser.open("/camunda/app/tasklist/default/#/?task=" + waiting);
            WebElement link = browser.see(By.linkText("read the report"));
            browser.picture("tasklist-conduct");
            assertThat(link.getDomProperty("href")).endsWith("/conduct/" + report);
            assertThat(browser.see(By.cssSelector(".fjs-form")).getText()).doesNotContain("A threat.");
            browser.click(By.cssSelector(".claim"));
            browser.see(By.cssSelector(".unclaim"));
            browser.click(By.linkText("read the report"));
            browser.until(() -> browser.path().equals("/conduct/" + report));
            assertThat(browser.text()).contains("Send me a code");
        }
    }

    private void waits(String process, String task, Participant about) {
        stage.callFrom(
                task,
                process,
                UUID.randomUUID(),
                Map.of(
                        "program", "mla-peer",
                        "cohortId", about.cohortId().toString(),
                        "applicationId", about.id().toString(),
                        "label", about.person().name(),
                        "reviewDueAt", Date.from(Stage.morningOf("2026-02-10"))));
    }

    /** What the list shows of each task, once it shows so many. */
    private static List<String> cards(Browser browser, int expected) {
        By card = By.cssSelector(".tasks-list li.task");
        List<String> shown = new ArrayList<>();
        browser.until(() -> {
            shown.clear();
            browser.driver().findElements(card).forEach(each -> shown.add(each.getText()));
            return shown.size() == expected && shown.stream().allMatch(words -> words.contains("About"));
        });
        return shown;
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceId(process).singleResult();
    }
}
