package org.seealso.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
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
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.seealso.SeeAlsoTest;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.form.Verdict.FieldAnswer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coordinator at a real browser. */
@SeeAlsoTest
class TasklistTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
        WebDriver browser = browser();
        try {
            browser.get("http://localhost:" + port + "/camunda/app/tasklist/default/");
            see(browser, By.id("username")).sendKeys("coordinator");
            browser.findElement(By.id("password")).sendKeys("coordinator-in-tests");
            browser.findElement(By.cssSelector("main button[type=submit]")).click();

            see(browser, By.xpath("//*[contains(text(),'All open tasks')]"));
            browser.get("http://localhost:" + port + "/camunda/app/tasklist/default/#/?task=" + task().getId());
            assertThat(see(browser, By.cssSelector(".fjs-form table")).getText())
                    .contains("What can you share?", "Storytime for toddlers");
            assertThat(browser.findElements(By.cssSelector(".ce-eol-banner"))).noneMatch(WebElement::isDisplayed);

            click(browser, By.cssSelector(".claim"));
            see(browser, By.cssSelector(".unclaim"));
            click(browser, By.xpath("//label[contains(., 'Ask for more')]"));
            see(browser, By.xpath("//label[contains(., 'What do you want to ask?')]/following::textarea[1]"))
                    .sendKeys("Which evenings suit you?");
            click(browser, By.cssSelector(".form-actions .btn-primary"));
            new WebDriverWait(browser, PATIENCE)
                    .until(b -> tasks.createTaskQuery()
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

            click(browser, By.cssSelector(".account .dropdown-toggle"));
            click(browser, By.cssSelector(".logout a"));
            see(browser, By.id("username"));
            browser.get("http://localhost:" + port + "/desk");
            see(browser, By.id("username"));
        } finally {
            browser.quit();
        }
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceId(process).singleResult();
    }

    private static WebElement see(WebDriver browser, By what) {
        return new WebDriverWait(browser, PATIENCE).until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    /** Tasklist redraws its lists all the time, so what was found a moment ago may be gone. */
    private static void click(WebDriver browser, By what) {
        new WebDriverWait(browser, PATIENCE)
                .ignoring(StaleElementReferenceException.class, ElementClickInterceptedException.class)
                .until(b -> {
                    WebElement found =
                            ExpectedConditions.elementToBeClickable(what).apply(b);
                    if (found != null) {
                        found.click();
                    }
                    return found;
                });
    }

    private static WebDriver browser() {
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1500,1300");
        return new ChromeDriver(options);
    }
}
