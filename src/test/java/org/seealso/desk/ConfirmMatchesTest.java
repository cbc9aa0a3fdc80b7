package org.seealso.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.Select;
import org.seealso.SeeAlsoTest;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.people.People;
import org.seealso.people.Person;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coordinator confirms matches in Tasklist, in a real browser. */
@SeeAlsoTest
class ConfirmMatchesTest {
    @LocalServerPort
    int port;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    Cohorts cohorts;

    @Autowired
    People people;

    @Autowired
    Participants participants;

    @Autowired
    Mentorships mentorships;

    @Autowired
    Answers answers;

    private final UUID cohort = UUID.randomUUID();
    private final WebDriver browser = new ChromeDriver(
            new ChromeOptions().addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage"));

    @BeforeEach
    void aPoolOfFive() {
        browser.manage().window().setSize(new Dimension(1600, 1400));
        cohorts.add(new Cohort(
                cohort,
                "mla-peer",
                "Pilot 2026",
                ZoneId.of("America/Winnipeg"),
                LocalDate.of(2025, 11, 20),
                LocalDate.of(2025, 12, 12),
                LocalDate.of(2025, 12, 15),
                LocalDate.of(2026, 1, 8),
                LocalDate.of(2026, 6, 30),
                Cohort.State.CLOSED));
    }

    @AfterEach
    void closeTheBrowser() {
        browser.quit();
    }

    @Test
    void readsWhyMovesSomebodyIsRefusedAndConfirms() throws Exception {
        UUID ana = joins("Ana Silva", "Cataloguing and metadata", "Outreach and community");
        UUID ben = joins("Ben Okoro", "Budgeting and grants", "Accessibility");
        UUID cara = joins("Cara Lee", "Outreach and community", "Cataloguing and metadata");
        UUID dev = joins("Dev Patel", "Accessibility", "Budgeting and grants");
        UUID eli = joins("Eli Roy", "Accessibility", "Outreach and community");
        String instance = runtime.startProcessInstanceByKey(
                        "matching",
                        cohort.toString(),
                        Map.of("program", "mla-peer", "cohortId", cohort.toString(), "label", "Pilot 2026"))
                .getId();
        run(instance);
        String task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();

        signIn();
        open(task);
        screenshot("first");
        assertThat(browser.findElement(By.cssSelector(".matches")).getText())
                .contains("5 people, 2 matches.", "Proven best")
                .contains("Dev can share accessibility, which Ben wants to learn.");
        assertThat(new AxeBuilder().include(".matches").analyze(browser).getViolations())
                .isEmpty();

        move("Eli Roy", "Nobody: leave over");
        assertThat(browser.findElement(By.cssSelector(".matches")).getText()).contains("Eli Roy is left over.");
        screenshot("moved");
        move("Dev Patel", "Nobody: leave over");
        choose("true");
        complete();
        await().until(() -> !browser.findElements(By.id("refusal")).isEmpty());
        screenshot("refused");
        assertAccessible();
        assertThat(browser.findElement(By.id("refusal")).getText())
                .isEqualTo("Ben Okoro is alone in a group. Give them a partner or leave them over.");

        move("Dev Patel", "Ben Okoro");
        complete();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> tasks.createTaskQuery().taskId(task).count() == 0);
        run(instance);

        assertThat(mentorships.in(cohort, Mentorship.State.PLANNED))
                .extracting(m ->
                        Set.copyOf(m.members().stream().map(Participant::id).toList()))
                .containsExactlyInAnyOrder(Set.of(ana, cara), Set.of(ben, dev));
        assertThat(participants.participant(eli).state()).isEqualTo(Participant.State.UNMATCHED);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .as("matching is over")
                .isZero();
    }

    private void assertAccessible() {
        assertThat(new AxeBuilder().include(".matches").analyze(browser).getViolations())
                .isEmpty();
    }

    private void run(String instance) {
        List<Job> due;
        while (!(due = jobs.createJobQuery().processInstanceId(instance).list()).isEmpty()) {
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    private void signIn() {
        browser.get("http://localhost:" + port + "/login");
        browser.findElement(By.name("username")).sendKeys("coordinator");
        browser.findElement(By.name("password")).sendKeys("coordinator-in-tests");
        browser.findElement(By.cssSelector("form button")).click();
        await().until(() -> String.valueOf(browser.getCurrentUrl()).contains("/tasklist/"));
    }

    private void open(String task) {
        browser.get("http://localhost:" + port + "/camunda/app/tasklist/default/#/?task=" + task);
        find(By.cssSelector("[ng-click='claim()'], .claim")).click();
        find(By.cssSelector(".matches table"));
    }

    private void move(String person, String where) {
        WebElement row = find(By.xpath("//div[contains(@class,'matches-person')][strong='" + person
                + "']|//li[contains(@class,'matches-person')][strong='" + person + "']"));
        row.findElement(By.cssSelector("button[id^=move-]")).click();
        await().until(() -> !row.findElements(By.tagName("select")).isEmpty());
        Select select = new Select(row.findElement(By.tagName("select")));
        select.getOptions().stream()
                .filter(o -> o.getText().contains(where))
                .findFirst()
                .orElseThrow()
                .click();
        row.findElement(By.cssSelector("button.btn-primary")).click();
    }

    private void choose(String confirmed) {
        find(By.cssSelector("input[name=confirmed][value=" + confirmed + "]")).click();
    }

    private void complete() {
        await().until(() ->
                find(By.xpath("//button[normalize-space()='Complete']")).isEnabled());
        find(By.xpath("//button[normalize-space()='Complete']")).click();
    }

    private WebElement find(By by) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> browser.findElements(by).stream().anyMatch(WebElement::isDisplayed));
        return browser.findElements(by).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElseThrow();
    }

    private void screenshot(String name) throws Exception {
        File file = ((TakesScreenshot) browser).getScreenshotAs(OutputType.FILE);
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        Files.copy(
                file.toPath(), folder.resolve("confirm-matches-" + name + ".png"), StandardCopyOption.REPLACE_EXISTING);
    }

    private UUID joins(String name, String shares, String wants) {
        Person person = people.named(name, name.replace(' ', '.') + "-" + cohort + "@library.example");
        Participant participant = participants.apply(cohort, person, "peer").orElseThrow();
        Set<String> shown = Set.of("coordinators", "partner", "matching");
        answers.store(
                UUID.randomUUID(),
                name,
                "application-peer",
                new Subject(person.id(), participant.id(), null, cohort, null),
                List.of(
                        new FieldAnswer("employer", "Employer", "Town Library", "Town Library", Set.of("coordinators")),
                        new FieldAnswer("libraryType", "Library", "public", "Public library", shown),
                        new FieldAnswer("canShare", "Share", List.of(shares), shares, shown),
                        new FieldAnswer("wantToLearn", "Learn", List.of(wants), wants, shown)));
        participants.move(participant.id(), Participant.State.POOL);
        return participant.id();
    }
}
