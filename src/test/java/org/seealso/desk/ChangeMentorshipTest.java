package org.seealso.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.support.ui.Select;
import org.seealso.Browser;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.Visitor;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.people.Cohort;
import org.seealso.people.Contacts;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coordinator changes mentorships in Tasklist, in a real browser. */
@SeeAlsoTest
class ChangeMentorshipTest {
    private static final String API = "/desk/api/mentorships";
    private static final Dimension DESKTOP = new Dimension(1600, 1400);
    private static final By START = By.xpath("//div[contains(@class,'modal')]//button[normalize-space()='Start']");

    @LocalServerPort
    int port;

    @Autowired
    Stage stage;

    @Autowired
    Answers answers;

    @Autowired
    Contacts contacts;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    private Participant ana;
    private Participant ben;
    private Participant dev;
    private Mentorship pair;

    @BeforeEach
    void aPairIsUnderWay() {
        stage.opensOn("2026-01-12");
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        // Earlier tests leave mentorships of the same names behind: these are found by their own.
        String mark = " " + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        ana = stage.participant(cohort, "Ana" + mark, Participant.State.MATCHED);
        ben = stage.participant(cohort, "Ben" + mark, Participant.State.MATCHED);
        dev = stage.participant(cohort, "Dev" + mark, Participant.State.POOL);
        pair = stage.mentorship(cohort, ana, ben);
        stage.start(pair);
        contacts.note(pair.id(), new Contacts.CheckIn(ana.id(), 1, Contacts.State.ANSWERED, 1, "good", false));
        stage.todayIs("2026-04-20");
    }

    @Test
    void startsFromTasklistIsToldWhatIsWrongPausesAndBothGetALetter() {
        try (Browser browser = Browser.on(port).sized(DESKTOP)) {
            browser.signIn("coordinator", "coordinator-in-tests");
            startTheForm(browser);
            browser.picture("change-mentorship-list");
            assertThat(browser.violations(".change")).isEmpty();

            chooseThePair(browser);
            assertThat(browser.see(By.cssSelector(".change-card")).getText())
                    .contains("Behind (1 of 3 contacts hoped for until now); last check-in 12 January 2026")
                    .contains("12 January 2026 to 10 July 2026");
            assertThat(kinds(browser))
                    .containsExactly(
                            "Pause it until a day",
                            "Give it another last day",
                            "Replace a member",
                            "Add a member",
                            "End it, and look for a new partner for everybody",
                            "End it");
            press(browser, START);
            assertThat(browser.see(By.id("change-refusal")).getText()).isEqualTo("Choose what is to change.");

            press(browser, kind("pause"));
            type(browser, "2026-04-01");
            browser.see(By.id("change-note")).sendKeys("Ana is ill. marker-4417");
            press(browser, START);
            browser.until(() -> browser.see(By.id("change-refusal")).getText().contains("later day than today"));
            browser.picture("change-mentorship-refused");
            assertThat(browser.violations(".change")).isEmpty();
            assertThat(browser.see(By.id("change-note")).getDomProperty("value"))
                    .isEqualTo("Ana is ill. marker-4417");

            type(browser, "2026-05-01");
            assertThat(browser.see(By.id("change-sentence")).getText())
                    .isEqualTo(ana.person().name() + " and " + ben.person().name()
                            + " pause until 1 May 2026. Both get a letter; check-ins and meetings until then are called"
                            + " off.");
            browser.picture("change-mentorship-pause");
            assertThat(browser.violations(".change")).isEmpty();
            press(browser, START);
            browser.until(() -> running() == 1);
        }
        Map<String, Object> variables = variables();
        stage.time.settle();

        assertThat(variables)
                .containsOnlyKeys("change", "mentorshipId", "until", "newcomerId", "leaverId")
                .containsEntry("change", "pause")
                .containsEntry("until", "2026-05-01");
        assertThat(stage.now(pair).pausedUntil()).isEqualTo("2026-05-01");
        assertThat(stage.letters(ana)).contains("paused");
        assertThat(stage.letterText(ben, "paused")).contains("takes a break", "May");
        assertThat(notes()).containsExactly("Ana is ill. marker-4417");
    }

    @Test
    void correctsARefusedChangeInItsTaskByReplacingAMember() {
        Map<String, Object> wanted = new HashMap<>(Map.of("until", "", "newcomerId", "", "leaverId", ""));
        wanted.put("change", "resume");
        wanted.put("mentorshipId", pair.id().toString());
        ProcessInstance change = stage.call("change", UUID.randomUUID(), wanted);
        String task = stage.task(change, "UserTask_CorrectChange").getId();
        try (Browser browser = Browser.on(port).sized(DESKTOP)) {
            browser.signIn("coordinator", "coordinator-in-tests");
            browser.open("/camunda/app/tasklist/default/#/?task=" + task);
            browser.click(By.cssSelector("[ng-click='claim()'], .claim"));
            browser.see(By.cssSelector(".unclaim"));
            assertThat(browser.see(By.id("change-fault")).getText())
                    .contains("This change could not be made.", "It is not paused");
            press(browser, kind("swap"));
            select(browser, "change-leaver", ben.person().name());
            select(browser, "change-newcomer", dev.person().name() + " (waiting since 12 January 2026)");
            assertThat(browser.see(By.id("change-sentence")).getText())
                    .contains(dev.person().name() + " takes the place of "
                            + ben.person().name());
            browser.picture("change-mentorship-correct");
            assertThat(browser.violations(".change")).isEmpty();
            press(browser, By.xpath("//button[normalize-space()='Complete'][not(@disabled)]"));
            browser.until(() -> tasks.createTaskQuery().taskId(task).count() == 0);
        }
        stage.time.settle();
        assertThat(stage.now(pair).members()).extracting(Participant::id).containsExactlyInAnyOrder(ana.id(), dev.id());
    }

    @Test
    void fitsAPhone() {
        try (Browser browser = Browser.on(port).sized(DESKTOP)) {
            browser.signIn("coordinator", "coordinator-in-tests");
            startTheForm(browser);
            browser.sized(Browser.PHONE);
            chooseThePair(browser);
            browser.picture("change-mentorship");
            assertThat(browser.violations(".change")).isEmpty();
        }
    }

    @Test
    void onlyCoordinatorsReadTheListChangeAnythingOrStartTheProcess() {
        for (String name : List.of("handler", "admin")) {
            Visitor other = Visitor.signedIn(port, name, name + "-in-tests");
            assertThat(other.get(API).statusCode()).isEqualTo(403);
            assertThat(other.get(API + "/" + pair.id()).statusCode()).isEqualTo(403);
            assertThat(post(other, "{\"change\":\"end\"}").statusCode()).isEqualTo(403);
        }
        assertThat(start(Visitor.signedIn(port, "handler", "handler-in-tests"), "end")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(running()).isZero();
        assertThat(coordinator().get(API).body()).contains(ana.person().name(), "\"pace\":\"behind\"");
    }

    @Test
    void aChangeIsLookedAtBeforeItIsSentAndANoteSentTwiceIsKeptOnce() {
        Visitor coordinator = coordinator();
        HttpResponse<String> refused = post(coordinator, "{\"change\":\"resume\",\"note\":\"marker-9\",\"key\":\"k\"}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Visitor.read(refused.body()).path("sentence").asText()).startsWith("It is not paused");
        assertThat(notes()).isEmpty();

        String pause = "{\"change\":\"pause\",\"until\":\"2026-05-01\",\"note\":\"%s\",\"key\":\"k\"}";
        assertThat(post(coordinator, pause.formatted("First words")).statusCode())
                .isEqualTo(200);
        assertThat(post(coordinator, pause.formatted("Better words")).statusCode())
                .isEqualTo(200);
        assertThat(notes()).containsExactly("Better words");
        assertThat(answers.ofMentorship(pair.id(), "change"))
                .allSatisfy(note -> assertThat(note.readers()).containsExactly("coordinators"));
        assertThat(stage.now(pair).pausedUntil()).as("only the process acts").isNull();
    }

    @Test
    void whatIsOverIsNotOnOffer() {
        stage.tell("mentorship.ended", pair.id(), Map.of());
        Visitor coordinator = coordinator();
        assertThat(coordinator.get(API).body()).doesNotContain(pair.id().toString());
        assertThat(coordinator.get(API + "/" + pair.id()).statusCode()).isEqualTo(404);
    }

    @Test
    void theOverviewCountsThePaceAndNamesNobody() {
        String page = coordinator().get("/desk").body();
        assertThat(page)
                .contains("of these, behind")
                .doesNotContain(ana.person().name());
    }

    @Test
    void whateverElseIsSentWithTheStartGoesNowhere() {
        assertThat(start(coordinator(), "resume").statusCode()).isEqualTo(200);
        assertThat(variables()).containsOnlyKeys("change", "mentorshipId");
        stage.time.settle();
        assertThat(history.createHistoricVariableInstanceQuery()
                        .variableName("note")
                        .count())
                .isZero();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey("marker-4417")
                        .count())
                .isZero();
    }

    private HttpResponse<String> start(Visitor visitor, String kind) {
        return visitor.engine(
                "POST",
                "process-definition/key/change/submit-form",
                "{\"variables\":{\"change\":{\"value\":\"" + kind + "\"},\"mentorshipId\":{\"value\":\"" + pair.id()
                        + "\"},\"note\":{\"value\":\"marker-4417\"}},\"businessKey\":\"marker-4417\"}");
    }

    private HttpResponse<String> post(Visitor visitor, String json) {
        visitor.get("/camunda/app/tasklist/default/");
        return visitor.json("POST", API + "/" + pair.id() + "/change", json, visitor.cookie("XSRF-TOKEN"));
    }

    private Visitor coordinator() {
        return Visitor.signedIn(port, "coordinator", "coordinator-in-tests");
    }

    private List<String> notes() {
        return answers.ofMentorship(pair.id(), "change").stream()
                .map(Answer::shown)
                .toList();
    }

    private long running() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("change")
                .count();
    }

    /** What the one change that was started holds before it is checked. */
    private Map<String, Object> variables() {
        return runtime.getVariables(runtime.createProcessInstanceQuery()
                .processDefinitionKey("change")
                .singleResult()
                .getId());
    }

    private static void startTheForm(Browser browser) {
        browser.click(By.xpath("//a[contains(normalize-space(),'Start process')]"));
        browser.click(By.xpath("//div[contains(@class,'modal')]//a[normalize-space()='Change a mentorship']"));
        browser.see(By.id("change-find"));
    }

    private void chooseThePair(Browser browser) {
        browser.see(By.id("change-find")).sendKeys(ana.person().name().substring(4) + " " + "ben");
        press(browser, By.cssSelector("[id='change-" + pair.id() + "'] button"));
        browser.see(By.cssSelector(".change-card"));
    }

    private static List<String> kinds(Browser browser) {
        return browser.driver().findElements(By.cssSelector("input[name=change-kind]")).stream()
                .map(radio -> radio.findElement(By.xpath("..")).getText())
                .toList();
    }

    private static By kind(String word) {
        return By.cssSelector("input[name=change-kind][value='" + word + "']");
    }

    private static void select(Browser browser, String list, String text) {
        new Select(browser.see(By.id(list))).selectByVisibleText(text);
    }

    /** As the browser's own calendar sets it, whatever order of day and month it shows. */
    private static void type(Browser browser, String day) {
        browser.driver()
                .executeScript(
                        "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))",
                        browser.see(By.id("change-until")),
                        day);
    }

    private static void press(Browser browser, By what) {
        browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", browser.see(what));
        browser.click(what);
    }
}
