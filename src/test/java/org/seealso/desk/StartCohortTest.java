package org.seealso.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.seealso.Browser;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.Visitor;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coordinator starts a cohort in Tasklist and moves its days, in a real browser. */
@SeeAlsoTest
class StartCohortTest {
    private static final Dimension DESKTOP = new Dimension(1600, 1600);
    private static final By START = By.xpath("//div[contains(@class,'modal')]//button[normalize-space()='Start']");

    @LocalServerPort
    int port;

    @Autowired
    Stage stage;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Cohorts cohorts;

    @BeforeEach
    void november() {
        stage.opensOn("2025-11-10");
    }

    @Test
    void seesTheRowInPlainWordsAndTheCalendarCorrectsADayAndStarts() {
        try (Browser browser = Browser.on(port).sized(DESKTOP).signIn("coordinator", "coordinator-in-tests")) {
            start(browser, "Program");
            new Select(browser.see(By.id("cohort-program")))
                    .selectByVisibleText("Peer-to-Peer Mentorship (Manitoba Library Association)");
            assertThat(browser.see(By.id("cohort-words")).getText())
                    .contains("Peers, in pairs; an odd number makes one group of three")
                    .contains("Every month");
            press(browser, START);
            assertThat(browser.see(By.id("cohort-refusal")).getText()).startsWith("Give the cohort a name");

            browser.see(By.id("cohort-name")).sendKeys("January to June 2026");
            day(browser, "opensOn", "2025-11-20");
            day(browser, "closesOn", "2025-12-12");
            day(browser, "matchOn", "2025-12-10");
            day(browser, "startsOn", "2026-01-12");
            day(browser, "endsOn", "2026-07-10");
            browser.until(() -> browser.shows(By.id("cohort-hint"))
                    && browser.see(By.id("cohort-hint")).getText().startsWith("Matching comes before the deadline."));
            press(browser, START);
            assertThat(browser.see(By.id("cohort-refusal")).getText()).contains("Give a matching day on or after");
            browser.picture("start-cohort-refused");
            assertThat(browser.violations(".cohort")).isEmpty();
            assertThat(runtime.createProcessInstanceQuery()
                            .processDefinitionKey("program")
                            .count())
                    .isZero();

            day(browser, "matchOn", "2025-12-15");
            browser.until(() -> !browser.shows(By.id("cohort-hint")));
            assertThat(browser.see(By.id("cohort-calendar")).getText())
                    .contains("12 December 2025", "Last day to apply, until midnight")
                    .contains("Check-in 1 of 5", "12 February 2026")
                    .contains("26 June 2026", "Closing survey")
                    .contains("17 July 2026", "Evaluate program");
            browser.picture("start-cohort");
            assertThat(browser.violations(".cohort")).isEmpty();
            press(browser, START);
            browser.until(() -> runtime.createProcessInstanceQuery()
                            .processDefinitionKey("program")
                            .count()
                    == 1);
        }
        stage.time.settle();
        Cohort started = cohorts.ofProgram("mla-peer").stream()
                .filter(cohort -> cohort.name().equals("January to June 2026"))
                .findFirst()
                .orElseThrow();
        assertThat(started.matchOn()).isEqualTo("2025-12-15");
        assertThat(started.state()).isEqualTo(Cohort.State.PLANNED);
    }

    @Test
    void aProgramThatMatchesPeopleAsTheyComeAsksForNoMatchingDay() {
        try (Browser browser = Browser.on(port).sized(Browser.PHONE).signIn("coordinator", "coordinator-in-tests")) {
            browser.sized(DESKTOP);
            start(browser, "Program");
            browser.sized(Browser.PHONE);
            new Select(browser.see(By.id("cohort-program")))
                    .selectByVisibleText("Mentor Program (Wisconsin Library Association)");
            browser.see(By.id("cohort-closesOn"));
            assertThat(browser.shows(By.id("cohort-matchOn"))).isFalse();
            assertThat(browser.see(By.xpath("//label[@for='cohort-endsOn']")).getText())
                    .isEqualTo("The day you look back");
            day(browser, "opensOn", "2025-11-01");
            day(browser, "closesOn", "2026-10-31");
            day(browser, "endsOn", "2026-12-31");
            calendarShows(browser, "matched as they come");
            assertThat(browser.see(By.id("cohort-calendar")).getText()).contains("at once");
            browser.picture("start-cohort-phone");
            assertThat(browser.violations(".cohort")).isEmpty();
        }
    }

    @Test
    void movesADeadlineWhileApplicationsAreOpen() {
        Cohort open = cohort();
        try (Browser browser = Browser.on(port).sized(DESKTOP).signIn("coordinator", "coordinator-in-tests")) {
            start(browser, "Change the dates of a cohort");
            press(browser, By.id("cohort-" + open.id()));
            assertThat(browser.see(By.id("cohort-closesOn")).getDomProperty("value"))
                    .isEqualTo("2025-12-12");
            calendarShows(browser, "12 December 2025");
            day(browser, "closesOn", "2025-12-20");
            press(browser, START);
            assertThat(browser.see(By.id("cohort-refusal")).getText()).contains("Matching comes before the deadline");
            browser.picture("change-dates-refused");
            day(browser, "matchOn", "2026-01-05");
            calendarShows(browser, "20 December 2025");
            browser.picture("change-dates");
            assertThat(browser.violations(".cohort")).isEmpty();
            press(browser, START);
            browser.until(() -> runtime.createProcessInstanceQuery()
                            .processDefinitionKey("reschedule")
                            .count()
                    == 1);
        }
        stage.time.settle();
        assertThat(cohorts.cohort(open.id()).closesOn()).isEqualTo("2025-12-20");
        assertThat(cohorts.cohort(open.id()).matchOn()).isEqualTo("2026-01-05");
    }

    @Test
    void correctsDatesInTheTaskThatSaysWhatIsWrong() {
        ProcessInstance program = stage.call(
                "program",
                UUID.randomUUID(),
                Map.of(
                        "program", "mla-peer",
                        "cohortName", "Pilot 2026",
                        "opensOn", "2025-11-20",
                        "closesOn", "2025-11-01",
                        "matchOn", "2025-12-15",
                        "startsOn", "2026-01-12",
                        "endsOn", "2026-07-10"));
        String task = stage.task(program, "UserTask_CorrectDates").getId();
        try (Browser browser = Browser.on(port).sized(DESKTOP).signIn("coordinator", "coordinator-in-tests")) {
            browser.open("/camunda/app/tasklist/default/#/?task=" + task);
            browser.click(By.cssSelector("[ng-click='claim()'], .claim"));
            browser.see(By.cssSelector(".unclaim"));
            assertThat(browser.see(By.id("cohort-fault")).getText())
                    .contains("could not be started", "The deadline is before applications open.");
            day(browser, "closesOn", "2025-12-12");
            browser.picture("start-cohort-correct");
            press(browser, By.xpath("//button[normalize-space()='Complete'][not(@disabled)]"));
            browser.until(() -> tasks.createTaskQuery().taskId(task).count() == 0);
        }
        stage.time.settle();
        assertThat(stage.due(program, "Event_ApplicationsOpen")).isEqualTo(Stage.morningOf("2025-11-20"));
    }

    @Test
    void onlyCoordinatorsPlanCohorts() {
        for (String name : new String[] {"handler", "admin"}) {
            Visitor other = Visitor.signedIn(port, name, name + "-in-tests");
            assertThat(other.get("/desk/api/cohorts").statusCode()).isEqualTo(403);
            assertThat(other.get("/desk/api/cohorts/programs").statusCode()).isEqualTo(403);
        }
        cohort();
        Visitor coordinator = Visitor.signedIn(port, "coordinator", "coordinator-in-tests");
        assertThat(coordinator.get("/desk/api/cohorts").body()).contains("Peer-to-Peer Mentorship");
        assertThat(coordinator.get("/desk/api/cohorts/programs").body()).contains("vimloc", "Second contact");
    }

    @Test
    void theCalendarSaysWhenPeopleHaveTooLittleTimeToAgree() {
        assertThat(calendarOfVimloc("2026-01-08")).contains("choose an earlier matching day, or a later first day");
        assertThat(calendarOfVimloc("2026-01-05"))
                .contains("Matched people have answered whether they agree")
                .doesNotContain("choose an earlier matching day");
    }

    /** The first day is the 12th, and people have seven days to agree. */
    private String calendarOfVimloc(String matchOn) {
        Visitor coordinator = Visitor.signedIn(port, "coordinator", "coordinator-in-tests");
        coordinator.get("/camunda/app/tasklist/default/");
        String wanted = """
                {"program": "vimloc", "cohortName": "Winter 2026", "opensOn": "2025-11-20",
                 "closesOn": "2025-12-12", "matchOn": "%s", "startsOn": "2026-01-12", "endsOn": "2026-03-12"}
                """.formatted(matchOn);
        return coordinator
                .json("POST", "/desk/api/cohorts/preview", wanted, coordinator.cookie("XSRF-TOKEN"))
                .body();
    }

    private Cohort cohort() {
        ProcessInstance program = stage.call(
                "program",
                UUID.randomUUID(),
                Map.of(
                        "program", "mla-peer",
                        "cohortName", "Pilot 2026",
                        "opensOn", "2025-11-10",
                        "closesOn", "2025-12-12",
                        "matchOn", "2025-12-15",
                        "startsOn", "2026-01-12",
                        "endsOn", "2026-07-10"));
        stage.time.travelTo(LocalDate.parse("2025-11-11"));
        return cohorts.cohort(
                UUID.fromString(runtime.getVariable(program.getId(), "cohortId").toString()));
    }

    private static void start(Browser browser, String process) {
        browser.click(By.xpath("//a[contains(normalize-space(),'Start process')]"));
        browser.click(By.xpath("//div[contains(@class,'modal')]//a[normalize-space()='" + process + "']"));
        browser.see(By.cssSelector(".cohort"));
    }

    /** The page asks for its calendar anew a moment after a day was typed. */
    private static void calendarShows(Browser browser, String words) {
        browser.until(() -> browser.see(By.id("cohort-calendar")).getText().contains(words));
    }

    private static void press(Browser browser, By what) {
        ((JavascriptExecutor) browser.driver()).executeScript("arguments[0].click()", browser.see(what));
    }

    private static void day(Browser browser, String which, String day) {
        WebElement field = browser.see(By.id("cohort-" + which));
        ((JavascriptExecutor) browser.driver())
                .executeScript(
                        "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}));",
                        field,
                        day);
    }
}
