package org.seealso.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.seealso.Browser;
import org.seealso.Markers;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.TestClock;
import org.seealso.Visitor;
import org.seealso.answer.Answers;
import org.seealso.confidence.Audit;
import org.seealso.confidence.Audit.Deed;
import org.seealso.confidence.ConductReports;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.seealso.people.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A conduct handler reads and closes a report, over HTTP and with real mail. */
@SeeAlsoTest
class ReportPagesTest {
    private static final Pattern CODE = Pattern.compile("Your code is \\D*(\\d{6})");

    @LocalServerPort
    int port;

    @Autowired
    Stage stage;

    @Autowired
    Audit audit;

    @Autowired
    ConductReports reports;

    @Autowired
    Answers answers;

    @Autowired
    People people;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Participant ana;
    private Participant ben;
    private UUID submission = UUID.randomUUID();
    private String page = "";
    private Visitor handler = new Visitor(0);

    @BeforeEach
    void anaReportsBen() {
        stage.opensOn("2026-03-03");
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        Mentorship mentorship = stage.mentorship(cohort, ana, ben);
        report(mentorship.id(), Map.of("what", "He shouted. <b>", "safeWay", "Ring 555 0199"));
        handler = Visitor.signedIn(port, "handler", "handler-in-tests");
    }

    private void report(UUID mentorship, Map<String, Object> fields) {
        submission = stage.conductReport(ana, mentorship, fields);
        page = "/conduct/" + submission;
    }

    @AfterEach
    void othersGo() {
        List.of("ombuds", "stranger").forEach(identity::deleteUser);
    }

    private Visitor account(String id, String address) {
        User user = identity.newUser(id);
        user.setFirstName("Olive");
        user.setLastName("Ombuds");
        user.setEmail(address);
        user.setPassword(id + "-in-tests");
        identity.saveUser(user);
        identity.createMembership(id, "conduct-handlers");
        return Visitor.signedIn(port, id, id + "-in-tests");
    }

    private static String said(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body()).select("main").text();
    }

    private HttpResponse<String> askForCode(Visitor visitor) {
        return visitor.form(page + "/code", visitor.get(page).body(), Map.of());
    }

    /** The newest code that arrived at this address; how many came before is known. */
    private String code(int letters) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> codes(), all -> all.size() > letters)
                .get(letters);
    }

    private static List<String> codes() {
        return Stage.mail("conduct@mla.example").stream()
                .map(CODE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    private HttpResponse<String> type(Visitor visitor, String code) {
        return visitor.form(page, visitor.get(page).body(), Map.of("code", code));
    }

    private List<Deed> deeds() {
        return audit.of(submission).stream().map(Audit.Line::deed).toList();
    }

    @Test
    void aHandlerReadsItAfterTheCodeFromTheirMailbox() {
        int before = codes().size();
        assertThat(said(handler.get(page)))
                .contains("Read a conduct report", "conduct@mla.example", "Send me a code")
                .doesNotContain("He shouted");
        assertThat(askForCode(handler).statusCode()).isEqualTo(302);
        assertThat(type(handler, code(before)).headers().firstValue("Location").orElse(""))
                .endsWith(page);

        HttpResponse<String> shown = handler.get(page);
        assertThat(said(shown))
                .contains("He shouted. <b>", "Ring 555 0199", "Ana Silva", "(wrote the report)", "Ben Okoro")
                .contains("The handler read the report");
        assertThat(shown.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(shown.headers().firstValue("Referrer-Policy").orElse("")).isEqualTo("no-referrer");
        assertThat(deeds()).containsExactly(Deed.ASKED_FOR_CODE, Deed.READ);

        assertThat(said(Visitor.signedIn(port, "handler", "handler-in-tests").get(page)))
                .as("somebody else at the same account, elsewhere")
                .doesNotContain("He shouted");
        clock.set(clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(said(handler.get(page))).as("ten minutes later").doesNotContain("He shouted");
        assertThat(deeds()).containsExactly(Deed.ASKED_FOR_CODE, Deed.READ);
    }

    @Test
    void aWrongCodeOpensNothingAndIsWrittenDown() {
        int before = codes().size();
        askForCode(handler);
        String code = code(before);
        HttpResponse<String> wrong = type(handler, code.equals("000000") ? "000001" : "000000");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(said(wrong)).contains("This is not the code we sent").doesNotContain("He shouted");
        assertThat(deeds()).containsExactly(Deed.ASKED_FOR_CODE, Deed.WRONG_CODE);
        assertThat(type(handler, code).statusCode())
                .as("the right one still works")
                .isEqualTo(302);
    }

    @Test
    void aCodeThatIsTooOldOpensNothing() {
        int before = codes().size();
        askForCode(handler);
        String code = code(before);
        String form = handler.get(page).body();
        clock.set(clock.instant().plus(Duration.ofMinutes(11)));
        HttpResponse<String> late = handler.form(page, form, Map.of("code", code));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(said(late)).contains("This code no longer works", "Send me a code");
        assertThat(said(handler.get(page))).doesNotContain("He shouted");
    }

    @Test
    void aHandlerWhoIsAPartyIsKindlyTurnedAway() {
        Visitor party = account("ombuds", "ombuds@mla.example");
        people.changeAddress(ben.person().id(), "ombuds@mla.example");
        try {
            assertThat(said(party.get(page)))
                    .contains("Another handler takes care of this")
                    .doesNotContain("Ana", "Ben", "He shouted");
            String form = party.get("/desk").body();
            assertThat(party.form(page + "/code", form, Map.of()).statusCode()).isEqualTo(302);
            assertThat(party.form(page, form, Map.of("code", "000000")).statusCode())
                    .isEqualTo(302);
        } finally {
            people.changeAddress(ben.person().id(), ben.person().email());
        }
        assertThat(deeds()).containsExactly(Deed.REFUSED, Deed.REFUSED, Deed.REFUSED);
        assertThat(Stage.mail("ombuds@mla.example")).noneMatch(letter -> letter.contains("Your code"));
    }

    @Test
    void whoeverTheReporterRuledOutIsTurnedAway() {
        report(
                stage.mentorship(stage.cohort(Cohort.State.RUNNING), ana, ben).id(),
                Map.of("what", "He shouted.", "conflict", List.of("conduct@mla.example")));
        assertThat(said(handler.get(page))).contains("Another handler takes care of this");
    }

    @Test
    void nobodyElseGetsIn() {
        assertThat(Visitor.signedIn(port, "coordinator", "coordinator-in-tests")
                        .get(page)
                        .statusCode())
                .isEqualTo(403);
        assertThat(Visitor.signedIn(port, "admin", "admin-in-tests").get(page).statusCode())
                .isEqualTo(403);
        assertThat(account("stranger", "stranger@mla.example").get(page).statusCode())
                .as("in the group, but not in the row")
                .isEqualTo(403);
        assertThat(deeds()).containsExactly(Deed.REFUSED, Deed.REFUSED, Deed.REFUSED);
        assertThat(new Visitor(port).get(page).headers().firstValue("Location").orElse(""))
                .endsWith("/login");
        assertThat(handler.get("/conduct/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatAHandlerWritesInTasklistIsKeptWithTheReportAndNowhereElse() {
        ProcessInstance running = stage.start(
                "conduct.reported",
                submission,
                Map.of("submissionId", submission.toString(), "program", "mla-peer", "label", "In confidence"));
        String task = stage.task(running, "UserTask_HandleReport").getId();
        try (Markers markers = new Markers(jdbc)) {
            assertThat(handler.engineJson("task/" + task + "/form-variables?deserializeValues=false")
                            .path("reportLink")
                            .path("value")
                            .asText())
                    .isEqualTo(page);
            HttpResponse<String> sent = handler.engine("POST", "task/" + task + "/submit-form", """
                    {"variables": {"outcome": {"value": "nothing"}, "tell": {"value": "acted"},
                      "words": {"value": "Take care. marker-words-1"}, "note": {"value": "I spoke with him. marker-note-1"},
                      "conflict": {"value": true}, "what": {"value": "marker-note-1"}}}""");
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(204);
            stage.time.settle();
            assertThat(running.isEnded() || tasks.createTaskQuery().taskId(task).count() == 0)
                    .isTrue();
            assertThat(stage.letterText(ana, "conduct-outcome"))
                    .contains("have acted on it", "Take care. marker-words-1")
                    .doesNotContain("marker-note-1");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(markers.columns("marker-words-1")).isEmpty());
            assertThat(markers.places("marker-note-1")).isEmpty();
            assertThat(markers.places("marker-words-1"))
                    .singleElement()
                    .satisfies(place -> assertThat(place).contains(ana.person().email()));
        }
        assertThat(reports.report(submission)
                        .orElseThrow()
                        .answer("handle-report", "note")
                        .orElseThrow())
                .satisfies(note -> {
                    assertThat(note.shown()).contains("I spoke with him.");
                    assertThat(note.author()).isEqualTo("handler");
                });
        assertThat(deeds()).containsExactly(Deed.WROTE);
    }

    @Test
    void aPartyMayNotCloseItInTasklistAndNoAdminMayEither() {
        ProcessInstance running = stage.start(
                "conduct.reported",
                submission,
                Map.of("submissionId", submission.toString(), "program", "mla-peer", "label", "In confidence"));
        String task = stage.task(running, "UserTask_HandleReport").getId();
        people.changeAddress(ben.person().id(), "conduct@mla.example");
        String body = """
                {"variables": {"outcome": {"value": "nothing"}, "tell": {"value": "acted"},
                  "note": {"value": "marker-party-1"}, "conflict": {"value": true}}}""";
        try {
            HttpResponse<String> sent = handler.engine("POST", "task/" + task + "/submit-form", body);
            assertThat(sent.statusCode()).isEqualTo(400);
            assertThat(sent.body()).contains("Another handler takes care of this");
        } finally {
            people.changeAddress(ben.person().id(), ben.person().email());
        }
        Visitor admin = Visitor.signedIn(port, "admin", "admin-in-tests");
        assertThat(admin.engine("POST", "task/" + task + "/complete", body).statusCode())
                .isEqualTo(400);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isOne();
        assertThat(deeds()).containsExactly(Deed.REFUSED, Deed.REFUSED);
        try (Markers markers = new Markers(jdbc)) {
            assertThat(markers.columns("marker-party-1")).isEmpty();
        }
    }

    @Test
    void thePagesSuitEverybody() {
        int before = codes().size();
        try (Browser browser = Browser.on(port).sized(Browser.PHONE)) {
            browser.signIn("handler", "handler-in-tests");
            browser.open(page);
            assertThat(browser.text()).contains("Read a conduct report");
            suits(browser, "conduct-ask");
            browser.click(By.id("send"));
            browser.see(By.id("code")).sendKeys("1");
            suits(browser, "conduct-code");
            browser.click(By.xpath("//button[contains(., 'Read the report')]"));
            browser.see(By.cssSelector(".govuk-error-summary"));
            suits(browser, "conduct-wrong");
            browser.see(By.id("code")).sendKeys(code(before));
            browser.click(By.xpath("//button[contains(., 'Read the report')]"));
            browser.see(By.id("reported"));
            assertThat(browser.text()).contains("He shouted. <b>", "Who has looked");
            suits(browser, "conduct-report");
            browser.sized(Browser.LAPTOP).open(page);
            suits(browser, "conduct-report");
        }
    }

    private static void suits(Browser browser, String name) {
        browser.picture(name);
        assertThat(browser.violations()).as(name).isEmpty();
        assertThat(browser.isTooWide()).as(name).isFalse();
    }
}
