package org.seealso.emailedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.seealso.Browser;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.TestClock;
import org.seealso.Visitor;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever sent an answer can change it until the process goes on with it, a quarter of an hour later. */
@SeeAlsoTest
class ChangedAnswerTest extends AnyForm {
    private static final By SEND = By.cssSelector("main form button.govuk-button:not([name])");
    private static final By CHANGE = By.linkText("Change my answer");

    @Autowired
    Answers answers;

    @Autowired
    SentForms sent;

    @Autowired
    OpenedForms forms;

    @Autowired
    AnsweredByReply replies;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    ConfigurableEnvironment settings;

    @BeforeEach
    void aQuarterOfAnHour() {
        settings.getPropertySources()
                .addFirst(new MapPropertySource("second thoughts", Map.of("seealso.second-thoughts", "PT15M")));
    }

    @AfterEach
    void everybodyElseGoesOnAtOnce() {
        settings.getPropertySources().remove("second thoughts");
    }

    private static String clean(Visitor visitor, String link) {
        return URI.create(visitor.get(link).headers().firstValue("Location").orElseThrow())
                .getPath();
    }

    private static String words(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).text();
    }

    private Link opened(String form) {
        return links.open(link(Purpose.FORM, form).replace("/f/", "")).orElseThrow();
    }

    private List<String> kept() {
        return answers.ofParticipant(ana.id(), "application-more").stream()
                .map(Answer::shown)
                .toList();
    }

    private void aQuarterOfAnHourPasses() {
        stage.time.travelTo(clock.instant().plus(Duration.ofMinutes(15)));
    }

    private static Map<String, List<String>> more(String text) {
        return Map.of("more", List.of(text));
    }

    @Test
    void anAnswerCanBeChangedUntilTheNextStepBeginsWithIt() {
        Visitor visitor = new Visitor(port);
        String page = clean(visitor, link());
        HttpResponse<String> thanks = visitor.form(page, visitor.get(page).body(), Map.of("more", "I run a branch."));
        assertThat(words(thanks)).contains("You can change your answer until 12:15 p.m. (Central", "Change my answer");
        stage.time.settle();
        assertThat(asking).as("the process waits for second thoughts").isNotEnded();
        assertThat(words(visitor.get(page)))
                .contains("Already answered, thank you", "Change my answer")
                .doesNotContain("can't be changed here any more");

        HttpResponse<String> before = visitor.get(page + "/change");
        assertThat(words(before)).contains("This is what you sent", "I run a branch.");
        assertThat(visitor.form(page + "/change", before.body(), Map.of("more", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(kept()).containsExactly("I run a branch.");
        clock.set(clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(words(visitor.form(page + "/change", before.body(), Map.of("more", "I run two branches."))))
                .contains("until 12:25 p.m.");
        assertThat(kept()).as("in the place of the first").containsExactly("I run two branches.");

        aQuarterOfAnHourPasses();
        assertThat(asking).hasPassed("EndEvent_Answered").isEnded();
        assertThat(words(visitor.get(page)))
                .contains("Already answered", "The next step has begun", "Ask us a question")
                .doesNotContain("Change my answer");
        assertThat(words(visitor.get(page + "/change"))).contains("The next step has begun");
        assertThat(words(visitor.form(page + "/change", before.body(), Map.of("more", "I run three."))))
                .as("what is typed too late is shown back")
                .contains("The next step has begun", "What you had written", "I run three.");
        assertThat(kept()).containsExactly("I run two branches.");
    }

    @Test
    void theProcessGoesOnWithTheAnswerThatWasSentLast() {
        Link link = opened("check-in");
        assertThat(sent.take(forms.open(link), howItGoes("deciding")).verdict().errors())
                .isEmpty();
        assertThat(runtime.getVariable(asking.getId(), "fit")).isEqualTo("deciding");
        assertThat(sent.change(forms.open(link), howItGoes("good")).acted()).isTrue();
        assertThat(runtime.getVariable(asking.getId(), "fit")).isEqualTo("good");
        assertThat(answers.ofParticipant(ana.id(), "check-in").stream()
                        .filter(answer -> answer.field().equals("fit"))
                        .map(Answer::value))
                .containsExactly("good");
    }

    @Test
    void whoeverDoesNotFeelSafeIsHeardAtOnce() {
        Link link = opened("check-in");
        sent.take(forms.open(link), howItGoes("deciding"));
        stage.time.settle();
        assertThat(asking).isNotEnded();
        assertThat(sent.change(forms.open(link), howItGoes("unsafe")).acted()).isTrue();
        stage.time.settle();
        assertThat(asking).hasPassed("EndEvent_Answered").isEnded();
    }

    @Test
    void nothingWaitsForSecondThoughtsOfWhoeverDoesNotFeelSafe() {
        Link link = opened("check-in");
        assertThat(sent.take(forms.open(link), howItGoes("unsafe")).acted()).isTrue();
        stage.time.settle();
        assertThat(asking).hasPassed("EndEvent_Answered").isEnded();
        assertThat(sent.changeableUntil(link)).isEmpty();
    }

    private static Map<String, List<String>> howItGoes(String fit) {
        return Map.of("contacts", List.of("2"), "how", List.of("video"), "fit", List.of(fit), "help", List.of("none"));
    }

    @Test
    void anAnswerIsNeverChangedAtTheMomentTheProcessGoesOnWithIt() {
        Link link = opened("application-more");
        sent.take(forms.open(link), more("First thoughts"));
        String next = management
                .createJobQuery()
                .processInstanceId(asking.getId())
                .singleResult()
                .getId();

        CompletableFuture<Void> goesOn = transaction.execute(changing -> {
            assertThat(sent.change(forms.open(link), more("Second thoughts")).acted())
                    .isTrue();
            CompletableFuture<Void> step = CompletableFuture.runAsync(() -> management.executeJob(next));
            Awaitility.await("the step waits for the change").until(this::somebodyWaitsForALock);
            return step;
        });

        assertThatThrownBy(goesOn::join).hasCauseInstanceOf(OptimisticLockingException.class);
        assertThat(asking).as("it comes again, with the newer answer").isNotEnded();
        assertThat(kept()).containsExactly("Second thoughts");
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("select count(*) from pg_locks where not granted")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void theCopyAndTheLetterThatConfirmsAReplyOpenTheSameChange() {
        Link link = opened("application-more");
        assertThat(replies.take(link.publicId(), more("By reply"))).isTrue();
        assertThat(replies.changeableUntil(link.publicId()))
                .hasValueSatisfying(until ->
                        assertThat(until.toInstant()).isEqualTo(clock.instant().plus(Duration.ofMinutes(15))));
        Visitor visitor = new Visitor(port);
        String page = clean(visitor, replies.lookAgain(link.publicId()).getPath());
        assertThat(words(visitor.get(page))).contains("Change my answer");
        clock.set(clock.instant().plusSeconds(1));
        visitor.form(page + "/change", visitor.get(page + "/change").body(), Map.of("more", "By reply, and better"));
        assertThat(kept()).containsExactly("By reply, and better");

        visitor.form(page + "/copy", visitor.get(page).body(), Map.of());
        stage.time.settle();
        assertThat(stage.letterText(ana, "copy-of-answer"))
                .contains("By reply, and better", "at 12:15 p.m.", "change your answer <http");
        aQuarterOfAnHourPasses();
        assertThat(replies.changeableUntil(link.publicId())).isEmpty();
    }

    @Test
    void whoeverWaitsForTheNextLetterGetsItAtOnce() {
        asking = stage.call(
                "emailed-form",
                ana.id(),
                Map.of(
                        "program", "mla-peer",
                        "cohortId", ana.cohortId().toString(),
                        "applicationId", ana.id().toString(),
                        "form", "application-more",
                        "letter", "ask-more",
                        "goesOn", "at once"));
        Visitor visitor = new Visitor(port);
        String page = clean(visitor, link());
        assertThat(words(visitor.form(page, visitor.get(page).body(), Map.of("more", "Here I am."))))
                .doesNotContain("Change my answer");
        stage.time.settle();
        assertThat(asking).isEnded();
    }

    @Test
    void anAnswerAtTheLastMomentIsNotOvertakenByTheEndOfTheWait() {
        clock.set(Stage.morningOf("2025-12-15").minusSeconds(300));
        Link link = opened("application-more");
        sent.take(forms.open(link), more("At the last moment"));
        assertThat(replies.changeableUntil(link.publicId()))
                .hasValueSatisfying(until -> assertThat(until.toInstant())
                        .isEqualTo(Stage.morningOf("2025-12-15").minusSeconds(60)));
        stage.time.travelTo(Stage.morningOf("2025-12-15"));
        assertThat(asking).hasPassed("EndEvent_Answered").isEnded();
    }

    @Test
    void nobodyIsRemindedOfWhatTheyHaveAnswered() {
        clock.set(Stage.morningOf("2025-12-06").plusSeconds(1));
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(asking.getId())
                .activityId("Event_TimeToRemind")
                .singleResult()
                .getId());
        // The reminder has left the task, but its letter is not written yet.
        sent.take(forms.open(opened("application-more")), more("Just in time"));
        stage.time.settle();
        assertThat(stage.letters(ana)).containsExactly("ask-more");
    }

    @Test
    void changingAnAnswerSuitsAPhone() {
        String link = link();
        try (Browser browser = Browser.on(port)) {
            for (int width : List.of(390, 320)) {
                browser.sized(new Dimension(width, 700)).open(link);
                if (browser.shows(CHANGE)) {
                    suits(browser, "form-answered-change-" + width, "Already answered");
                    browser.press(browser.tabTo(CHANGE));
                }
                browser.see(By.name("more")).sendKeys(" I run a branch.");
                browser.click(SEND);
                browser.see(CHANGE);
                suits(browser, "form-sent-change-" + width, "You can change your answer until");
                browser.press(browser.tabTo(CHANGE));
                assertThat(browser.see(By.name("more")).getDomProperty("value")).contains("I run a branch.");
                suits(browser, "form-change-" + width, "This is what you sent");
            }
            browser.see(By.name("more")).sendKeys(" Typed at 320 pixels.");
            browser.click(SEND);
            browser.see(CHANGE);
            assertThat(kept()).singleElement().asString().contains("Typed at 320 pixels.");
            browser.click(CHANGE);
            browser.until(() -> browser.text().contains("This is what you sent"));
            aQuarterOfAnHourPasses();
            browser.open(link);
            suits(browser, "form-acted-on-320", "The next step has begun");
        }
    }

    private static void suits(Browser browser, String name, String says) {
        browser.picture(name);
        assertThat(browser.text()).contains(says);
        assertThat(browser.violations()).as(name).isEmpty();
        assertThat(browser.isTooWide()).as("one scrolls sideways on " + name).isFalse();
    }
}
