package org.seealso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.rules.RulesPublisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Every page of ours as people meet it, on a phone and on a laptop. */
@SeeAlsoTest
@TestPropertySource(properties = {"seealso.inbox=true", "seealso.test.database=browser"})
class BrowserTest {
    private static final By MAIN_BUTTON = By.cssSelector("main form:not([action$='/copy']) button[type=submit]");

    @TempDir
    static Path rules;

    @LocalServerPort
    int port;

    @Autowired
    Stage stage;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Mentorships mentorships;

    @Autowired
    RulesPublisher publisher;

    /** A copy of the rules, so that a test may break them. */
    @DynamicPropertySource
    static void rulesOfOurOwn(DynamicPropertyRegistry properties) {
        for (String folder : List.of("processes", "forms")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = rules.resolve(file.toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        properties.add("seealso.rules", () -> rules.toString());
    }

    @BeforeEach
    void nobodyAppliesNow() {
        stage.opensOn("2025-12-01");
        jdbc.sql("update cohort set state = 'ENDED'").update();
    }

    @Test
    void thePublicPagesSuitEverybody() {
        stage.cohort(Cohort.State.OPEN);
        try (Browser browser = Browser.on(port)) {
            look(browser, "/", "home", "Open for applications");
            look(browser, "/apply/mla-peer", "apply", "Who reads this");
            look(browser, "/apply/nowhere", "unknown-program", "");
            look(browser, "/nowhere", "not-found", "We cannot find that page");
            look(browser, "/f/nobody-knows-this-link", "unknown-link", "");
            look(browser, "/login", "login", "Sign in");

            for (Dimension size : List.of(Browser.PHONE, Browser.LAPTOP)) {
                browser.sized(size).open("/login");
                browser.see(By.name("username")).sendKeys("nobody");
                browser.see(By.name("password")).sendKeys("wrong");
                browser.click(MAIN_BUTTON);
                browser.until(() -> browser.path().contains("again"));
                assertSuits(browser, "login-again", "You are not signed in");
            }
            jdbc.sql("update cohort set state = 'CLOSED'").update();
            look(browser, "/apply/mla-peer", "closed", "Applications are closed");
            look(browser, "/", "home-nothing-open", "No program takes applications at the moment");
        }
    }

    @Test
    void whatIsWrongWithAnApplicationIsSummedUpAndLinked() {
        stage.cohort(Cohort.State.OPEN);
        try (Browser browser = Browser.on(port)) {
            for (Dimension size : List.of(Browser.PHONE, Browser.LAPTOP)) {
                browser.sized(size).open("/apply/mla-peer");
                browser.click(MAIN_BUTTON);
                assertThat(browser.see(By.cssSelector(".govuk-error-summary")))
                        .as("the summary has the focus")
                        .isEqualTo(browser.driver().switchTo().activeElement());
                assertSuits(browser, "apply-errors", "");

                List<WebElement> links = browser.driver().findElements(By.cssSelector(".govuk-error-summary a"));
                assertThat(links).hasSizeGreaterThan(5);
                for (WebElement link : links) {
                    String field = String.valueOf(link.getDomAttribute("href")).substring(1);
                    assertThat(browser.driver().findElements(By.id(field)))
                            .as("what “%s” leads to", link.getText())
                            .hasSize(1);
                }
                links.get(0).click();
                assertThat(browser.driver().switchTo().activeElement().getDomAttribute("name"))
                        .isEqualTo("name");
            }
        }
    }

    @Test
    void theTownIsAskedForOnlyWhenSomebodyWantsToMeetInPerson() {
        stage.cohort(Cohort.State.OPEN);
        try (Browser browser = Browser.on(port).sized(Browser.PHONE).open("/apply/mla-peer")) {
            assertThat(browser.shows(By.name("place"))).isFalse();
            choose(browser, "modes", "inPerson");
            assertThat(browser.see(By.name("place")).isDisplayed()).isTrue();
            choose(browser, "modes", "inPerson");
            browser.until(() -> !browser.shows(By.name("place")));
        }
    }

    @Test
    void somebodyWithoutScriptsApplies() {
        stage.cohort(Cohort.State.OPEN);
        String address = "nora." + UUID.randomUUID() + "@library.example";
        try (Browser browser = Browser.withoutScripts(port).sized(Browser.PHONE).open("/apply/mla-peer")) {
            assertThat(browser.shows(By.name("place"))).isFalse();
            fillInAnApplication(browser, "Nora Blanchet", address);
            choose(browser, "modes", "inPerson");
            browser.click(MAIN_BUTTON);
            assertThat(browser.text())
                    .as("the server asks for what came up on the way")
                    .contains("There is a little more to ask");
            browser.click(MAIN_BUTTON);
            assertThat(browser.see(By.cssSelector(".govuk-error-summary")).getText())
                    .as("only the town is missing")
                    .contains("town")
                    .hasLineCount(2);

            browser.see(By.name("place")).sendKeys("Gimli");
            browser.click(MAIN_BUTTON);
            assertThat(browser.text()).contains("confirm your address", address);
        }
        stage.time.settle();
        assertThat(stage.lettersTo(address, "confirm-email")).isOne();
    }

    @Test
    void anEmailedFormSuitsEverybody() {
        Asked asked = checkInFor("Ana Silva");
        String errors = "Something still needs your attention";
        try (Browser browser = Browser.on(port)) {
            look(browser, asked.link(), "check-in", "How often have you been in touch");
            for (Dimension size : List.of(Browser.PHONE, Browser.LAPTOP)) {
                browser.sized(size).open(asked.link());
                browser.click(MAIN_BUTTON);
                browser.see(By.cssSelector(".govuk-error-summary"));
                assertSuits(browser, "check-in-errors", errors);
            }
            for (Map.Entry<String, String> answer : ALL_WELL.entrySet()) {
                choose(browser, answer.getKey(), answer.getValue());
            }
            browser.click(MAIN_BUTTON);
            browser.until(() -> !browser.shows(MAIN_BUTTON));
            for (Dimension size : List.of(Browser.LAPTOP, Browser.PHONE)) {
                browser.sized(size);
                assertSuits(browser, "check-in-sent", "What happens next: nothing for you to do");
            }
            look(browser, asked.link(), "check-in-answered", "Already answered");
        }
    }

    @Test
    void aCheckInIsAnsweredWithTheKeyboardAlone() {
        Asked asked = checkInFor("Ana Silva");
        try (Browser browser = Browser.on(port).sized(Browser.PHONE).open(asked.link())) {
            browser.tabTo(By.cssSelector("input[name=contacts]"));
            browser.type(Keys.SPACE, Keys.ARROW_DOWN, Keys.ARROW_DOWN);
            browser.tabTo(By.cssSelector("input[name=how][value=video]"));
            browser.type(Keys.SPACE);
            browser.tabTo(By.cssSelector("input[name=fit]"));
            browser.type(Keys.SPACE);
            browser.tabTo(By.cssSelector("input[name=help]"));
            browser.type(Keys.SPACE);
            browser.tabTo(By.name("note"));
            browser.type("We laughed a lot.");
            browser.press(browser.tabTo(MAIN_BUTTON));

            assertThat(browser.text()).contains("Thank you, that is all for now.");
            assertThat(answered(asked.participant()))
                    .containsEntry("contacts", "Twice")
                    .containsEntry("how", "By video")
                    .containsEntry("fit", "Good")
                    .containsEntry("note", "We laughed a lot.");

            browser.open(asked.link());
            assertThat(browser.text()).contains("Already answered, thank you");
            assertThat(browser.shows(MAIN_BUTTON)).isFalse();
        }
    }

    @Test
    void theAgreementIsReadInATableAndAccepted() {
        stage.todayIs("2026-01-12");
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        Participant ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        Participant ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        stage.start(stage.mentorship(cohort, ana, ben));
        try (Browser browser = Browser.on(port)) {
            look(browser, privateLink(ana, "agreement"), "agreement", "Have you met and talked");
            chooseWhatMustBeChosen(browser);
            choose(browser, "modes", "inPerson");
            choose(browser, "confidentiality", "true");
            fillIn(browser, Map.of("goal1", "Plan a storytime", "place", "The library in Gimli"));
            browser.click(MAIN_BUTTON);
            browser.until(() -> !browser.shows(MAIN_BUTTON));
            stage.time.settle();

            String link = privateLink(ben, "accept-agreement");
            look(browser, link, "accept-agreement", "The library in Gimli");
            assertThat(browser.text())
                    .contains("Who reads this: coordinators and your partner")
                    .as("they are matched")
                    .doesNotContain("after the match");
            choose(browser, "accepted", "yes");
            choose(browser, "confidentiality", "true");
            browser.click(MAIN_BUTTON);
            browser.until(() -> !browser.shows(MAIN_BUTTON));
            assertThat(browser.text()).contains("As soon as everybody has accepted");
        }
    }

    @Test
    void aMentorOrAMenteeChoosesAFormOfTheirOwn() {
        stage.cohort("wla", Cohort.State.OPEN);
        try (Browser browser = Browser.on(port)) {
            look(browser, "/apply/wla", "mentor-or-mentee", "I would like to be a mentor");
            browser.click(By.linkText("I would like to have a mentor"));
            browser.until(() -> browser.text().contains("Apply to be matched with a mentor"));
            look(browser, "/apply/wla?as=mentor", "apply-mentor", "Apply to be a mentor");
            look(browser, "/apply/wla?as=mentee", "apply-mentee", "Apply to be matched with a mentor");
        } finally {
            jdbc.sql("update cohort set state = 'CLOSED'").update();
        }
    }

    @Test
    void somebodyProposedIsKnownByAFirstNameAlone() {
        stage.todayIs("2025-12-16");
        Cohort cohort = stage.cohort("vimloc", Cohort.State.CLOSED);
        Participant mona = stage.mentor(cohort, "Mona Haddad", "cataloguing", 1);
        Participant theo = stage.mentee(cohort, "Theo Nguyen", "cataloguing");
        UUID match = mentorships.add(
                cohort.id(),
                Mentorship.State.PROPOSED,
                cohort.startsOn(),
                cohort.endsOn(),
                List.of(
                        new Mentorships.Placed(mona.id(), List.of()),
                        new Mentorships.Placed(
                                theo.id(), List.of("Mona can share cataloguing, which you want to learn."))));
        stage.call(
                "consent",
                cohort.id(),
                Map.of(
                        "program", "vimloc",
                        "cohortId", cohort.id().toString(),
                        "mentorshipId", match.toString()));
        try (Browser browser = Browser.on(port)) {
            String link = privateLink(theo, "consent");
            look(browser, link, "consent", "Mona can share cataloguing, which you want to learn.");
            assertThat(browser.text())
                    .contains("Would you like to meet Mona?")
                    .doesNotContain("Haddad")
                    .doesNotContain(mona.person().email());
            choose(browser, "consent", "no");
            fillIn(browser, Map.of("declineReason", "We have worked together."));
            browser.click(MAIN_BUTTON);
            browser.until(() -> !browser.shows(MAIN_BUTTON));
            stage.time.settle();
            look(browser, privateLink(mona, "consent"), "consent-called-off", "");
            assertThat(browser.shows(MAIN_BUTTON)).isFalse();
        }
    }

    @Test
    void theInboxSuitsEverybody() {
        Asked asked = checkInFor("Ana Silva");
        jdbc.sql("update letter set state = 'SENT', sent_at = created_at where participant_id = ?")
                .param(asked.participant().id())
                .update();
        UUID letter = jdbc.sql("select id from letter where participant_id = ?")
                .param(asked.participant().id())
                .query(UUID.class)
                .single();
        try (Browser browser = Browser.on(port)) {
            look(browser, "/inbox", "inbox", "Ana Silva");
            look(browser, "/inbox/" + letter, "inbox-letter", "The plain text part");
        }
    }

    @Test
    void theDeskSuitsEverybody() {
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        try (Browser browser = Browser.on(port)) {
            browser.signIn("coordinator", "coordinator-in-tests");
            look(browser, "/desk", "desk-coordinator", "Pilot 2026");
            assertThat(browser.text()).doesNotContain("Rules");
        }
        try (Browser browser = Browser.on(port)) {
            browser.signIn("handler", "handler-in-tests");
            look(browser, "/desk", "desk-handler", "Signed in as handler");
            assertThat(browser.text()).doesNotContain("Rules", "Pilot 2026");
        }
    }

    @Test
    void anAdminReadsWhatIsWrongWithTheRulesAndNothingOfPeople() throws IOException {
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        Path letter = rules.resolve("forms/letters/thanks.md");
        String sound = Files.readString(letter);
        int live = publisher.liveNumber();
        try (Browser browser = Browser.on(port)) {
            browser.signIn("admin", "admin-in-tests");
            look(browser, "/desk", "desk-admin", "Number " + live + " is live");
            assertThat(browser.text()).contains(rules.toString(), "The last check found nothing wrong");
            assertThat(browser.text()).doesNotContain("Pilot 2026", "matched");

            Files.writeString(letter, sound + "\n{{fristName}}, come back.\n>>>>>>> theirs\n");
            Files.writeString(
                    rules.resolve("forms/letters/tips.md"), "---\nsubject: Tips\n---\nDear {{fristName}}, {{oops}}\n");
            publisher.publish();

            look(browser, "/desk", "desk-admin-faults", "The last good rules stay live");
            assertThat(browser.driver().findElements(By.cssSelector("tbody tr")).stream()
                            .map(WebElement::getText))
                    .hasSize(3)
                    .anySatisfy(row -> assertThat(row).contains("letters/thanks.md", "line ", "left by a merge"))
                    .anySatisfy(row -> assertThat(row)
                            .contains("letters/tips.md", "fristName", "Nothing fills the placeholder", "Use one of"))
                    .anySatisfy(row -> assertThat(row).contains("letters/tips.md", "oops"));
            assertThat(publisher.liveNumber()).isEqualTo(live);
        } finally {
            Files.writeString(letter, sound);
            Files.writeString(
                    rules.resolve("forms/letters/tips.md"), Files.readString(Path.of("forms/letters/tips.md")));
            publisher.publish();
        }
    }

    private static final Map<String, String> ALL_WELL = Map.of("contacts", "2", "fit", "good", "help", "none");

    private record Asked(Participant participant, String link) {}

    private Asked checkInFor(String name) {
        stage.todayIs("2026-02-12");
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        Participant asked = stage.participant(cohort, name, Participant.State.MATCHED);
        Participant partner = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        Mentorship pair = stage.mentorship(cohort, asked, partner);
        ProcessInstance checkIn = stage.call(
                "check-in",
                pair.id(),
                Map.of(
                        "program", "mla-peer",
                        "cohortId", cohort.id().toString(),
                        "mentorshipId", pair.id().toString(),
                        "label", pair.label(),
                        "period", 1,
                        "applicationId", asked.id().toString()));
        assertThat(stage.asked(checkIn, asked)).containsExactly("check-in");
        return new Asked(asked, privateLink(asked, "check-in"));
    }

    /** The first private link of a letter is the one its form is behind. */
    private String privateLink(Participant reader, String letter) {
        String html = jdbc.sql("select html from letter where participant_id = ? and name = ?")
                .params(reader.id(), letter)
                .query(String.class)
                .single();
        return URI.create(Jsoup.parse(html).select("a[href*=/f/]").get(0).attr("href"))
                .getPath();
    }

    private Map<String, String> answered(Participant author) {
        return jdbc
                .sql("select field, shown from answer where participant_id = ? and form = 'check-in'")
                .param(author.id())
                .query((row, n) -> Map.entry(row.getString("field"), row.getString("shown")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void fillInAnApplication(Browser browser, String name, String address) {
        fillIn(browser, Map.of("name", name, "email", address, "years", "4", "shortGoal", "Run a storytime"));
        choose(browser, "notMember", "true");
        chooseWhatMustBeChosen(browser);
        for (String consent :
                List.of("conductAccepted", "expectations", "confidentiality", "voluntary", "dataConsent")) {
            choose(browser, consent, "true");
        }
    }

    private static void fillIn(Browser browser, Map<String, String> texts) {
        texts.forEach((field, text) -> browser.see(By.name(field)).sendKeys(text));
    }

    /** The first choice of every question that must be answered, as somebody in a hurry would. */
    private static void chooseWhatMustBeChosen(Browser browser) {
        for (WebElement group : browser.driver().findElements(By.tagName("fieldset"))) {
            List<WebElement> choices = group.findElements(
                    By.cssSelector(":scope > .govuk-radios input, :scope > .govuk-checkboxes input"));
            if (!choices.isEmpty() && group.isDisplayed() && !isOptional(group)) {
                choices.get(0).click();
            }
        }
        for (WebElement select : browser.driver().findElements(By.tagName("select"))) {
            new Select(select).selectByIndex(1);
        }
    }

    private static boolean isOptional(WebElement group) {
        return !group.findElements(By.cssSelector("legend .seealso-optional")).isEmpty();
    }

    private static void choose(Browser browser, String question, String answer) {
        browser.driver()
                .findElement(By.cssSelector("input[name='" + question + "'][value='" + answer + "']"))
                .click();
    }

    private void look(Browser browser, String path, String name, String says) {
        for (Dimension size : List.of(Browser.LAPTOP, Browser.PHONE)) {
            browser.sized(size).open(path);
            assertSuits(browser, name, says);
        }
    }

    /** On the page as it stands. */
    private static void assertSuits(Browser browser, String name, String says) {
        browser.picture(name);
        assertThat(browser.text()).contains(says);
        assertThat(browser.violations()).as(name).isEmpty();
        assertThat(browser.isTooWide()).as("one scrolls sideways on " + name).isFalse();
    }
}
