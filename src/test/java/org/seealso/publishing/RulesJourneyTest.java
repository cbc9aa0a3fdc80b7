package org.seealso.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.seealso.Browser;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.Visitor;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.seealso.rules.Publication;
import org.seealso.rules.Publications;
import org.seealso.rules.RuleFiles;
import org.seealso.rules.RulesFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An admin changes the rules, in a real browser, and everything the page refuses on the way. */
@SeeAlsoTest
class RulesJourneyTest {
    private static final String LETTER = "forms/letters/check-in.md";
    private static final String DIAGRAM = "processes/emailed-form.bpmn";
    private static final String TABLE = "processes/program-rules.dmn";

    @TempDir
    static Path rules = Path.of(".");

    @LocalServerPort
    int port;

    @Autowired
    Stage stage;

    @Autowired
    Publications publications;

    private Mentorship pair;

    @DynamicPropertySource
    static void rulesOfOurOwn(DynamicPropertyRegistry properties) {
        copy();
        properties.add("seealso.rules", () -> rules.toString());
    }

    private static void copy() {
        for (String folder : List.of("processes", "forms")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = rules.resolve(file.toString());
                    Files.createDirectories(copy.getParent());
                    Files.write(copy, Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @BeforeEach
    void aPairUnderTheLiveRules() {
        copy();
        RuleFiles house = new RulesFolder(rules).read();
        if (!publications.liveFiles().orElseThrow().fingerprint().equals(house.fingerprint())) {
            publications.publish(house, new Publication.Wish("admin", "A test begins", null, "It is a test"));
        }
        stage.opensOn("2026-01-12");
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        Participant ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        Participant ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        pair = stage.mentorship(cohort, ana, ben);
        stage.start(pair);
    }

    @Test
    void anAdminChangesACellPublishesMovesAMentorshipAndTakesItAllBack() {
        try (Browser browser = Browser.on(port)) {
            browser.signIn("admin", "admin-in-tests").open("/desk");
            browser.click(By.linkText("Check, rehearse, publish and take back rules"));
            assertThat(browser.text()).contains("The same as what is live", "The check found no faults");

            edit(LETTER, "{{firstName}}", "{{fristName}}");
            look(browser, "/desk/rules", "rules-faults", "The check found one fault");
            assertThat(browser.shows(By.id("reason"))).isFalse();

            copy();
            edit(TABLE, cell(), cell().replace("7", "9"));
            edit(LETTER, "{{firstName}},", "{{firstName}}, hello,");
            edit(DIAGRAM, "Waits for the person.", "Waits for whoever was asked.");
            look(browser, "/desk/rules", "rules-changed", "3 files would change");
            browser.sized(Browser.LAPTOP).open("/desk/rules/changes");
            browser.until(() -> browser.driver()
                            .findElements(By.cssSelector("[data-drawn]"))
                            .size()
                    == 2);
            assertThat(browser.text())
                    .contains("mla-peer", "Waits for whoever was asked.", "hello,")
                    .doesNotContain("could not be loaded");
            assertThat(words(browser, "[aria-label='program-rules.dmn'] .seealso-details del"))
                    .anyMatch(was -> was.endsWith("7"));
            assertThat(words(browser, "[aria-label='program-rules.dmn'] .seealso-details ins"))
                    .anyMatch(is -> is.endsWith("9"));
            assertThat(words(browser, "td.rules-changed"))
                    .as("the cell in the drawn table")
                    .singleElement()
                    .satisfies(cell -> assertThat(cell).contains("9", "7"));
            assertThat(words(browser, "td.rules-changed del"))
                    .singleElement()
                    .satisfies(was -> assertThat(was).endsWith("7"));
            assertThat(browser.see(By.cssSelector("td.rules-changed")).getRect().getX())
                    .as("in sight without scrolling")
                    .isBetween(0, Browser.LAPTOP.width);
            assertThat(browser.driver().findElements(By.cssSelector(".djs-element.rules-changed")))
                    .as("the step in the drawn diagram")
                    .hasSize(1);
            assertThat(browser.see(By.cssSelector(".seealso-drawing__help"))
                            .getRect()
                            .getX())
                    .as("what it is for stands beside the diagram")
                    .isGreaterThan(browser.see(By.cssSelector(".seealso-drawing__paper"))
                                    .getRect()
                                    .getX()
                            + 500);
            look(browser, "/desk/rules/changes", "rules-changes", "What would change");
            look(browser, "/desk/rules/drawn", "rules-drawn-list", "As they are live");
            look(browser, "/desk/rules/drawn?file=check-in.bpmn", "rules-drawn", "What its steps are for");
            look(browser, "/desk/rules/drawn?file=problem-routing.dmn", "rules-drawn-table", "problem-routing.dmn");

            browser.sized(Browser.LAPTOP).open("/desk/rules");
            browser.see(By.id("reason")).sendKeys("People asked for more time");
            browser.click(By.xpath("//button[.='Publish']"));
            browser.until(() -> browser.text().contains("These rules were not rehearsed yet"));
            assertThat(browser.violations()).isEmpty();
            browser.see(By.id("forcedWhy")).sendKeys("One cell only");
            browser.click(By.xpath("//button[.='Publish']"));
            browser.until(() -> browser.text().contains("Published. New applications"));
            assertThat(browser.text())
                    .contains("Published by admin, without a rehearsal, because: One cell only")
                    .contains("Why: People asked for more time");
            look(browser, "/desk/rules?done=published", "rules-published", "The same as what is live");

            browser.click(By.linkText("Move running mentorships, or bring them back"));
            look(browser, "/desk/rules/migrate", "rules-migrate", "moves");
            assertThat(browser.text()).contains("letters/check-in.md").doesNotContain("Ana", "Ben");
            browser.click(By.xpath("//button[.='Move those chosen']"));
            browser.until(() -> browser.text().contains("1 moved, 0 stayed"));
            assertSuits(browser, "rules-moved", "Every running mentorship is under the live rules");
            browser.click(By.cssSelector("label[for^='u-']"));
            browser.click(By.xpath("//button[.='Bring back those chosen']"));
            browser.until(() -> browser.text().contains("1 brought back."));

            browser.open("/desk/rules");
            browser.see(By.id("backReason")).sendKeys("Too long after all");
            browser.click(By.xpath("//button[starts-with(., 'Take back')]"));
            browser.until(() -> browser.text().contains("Taken back: the former rules are live again"));
            look(browser, "/desk/rules", "rules-taken-back", "These very files were published before and taken back");
        }
    }

    @Test
    void anotherAdminMayApprove() {
        edit(LETTER, "{{firstName}},", "{{firstName}}, good day,");
        int before = publications.history().size();
        Visitor admin = admin();
        HttpResponse<String> page = admin.get("/desk/rules");
        String seen = fingerprint(page);

        admin.form(
                "/desk/rules/publish",
                page.body(),
                Map.of("fingerprint", seen, "reason", "Kinder", "forcedWhy", "Two words", "how", "ask"));

        assertThat(publications.history()).hasSize(before);
        HttpResponse<String> asked = admin.get("/desk/rules");
        assertThat(asked.body()).contains("admin asked on", "Approve and publish now");
        admin.form("/desk/rules/approve", asked.body(), Map.of("fingerprint", seen, "how", "now"));
        assertThat(publications.history()).hasSize(before + 1);
        assertThat(publications.live().orElseThrow().reason()).isEqualTo("Kinder");
    }

    @Test
    void whatWasSavedAfterTheAdminLookedIsNotPublished() {
        edit(LETTER, "{{firstName}},", "{{firstName}}, one,");
        int before = publications.history().size();
        Visitor admin = admin();
        HttpResponse<String> page = admin.get("/desk/rules");
        edit(LETTER, "{{firstName}}, one,", "{{firstName}}, two,");

        HttpResponse<String> answer = admin.form(
                "/desk/rules/publish",
                page.body(),
                Map.of("fingerprint", fingerprint(page), "reason", "Kinder", "forcedWhy", "Two words"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("The files were changed after you opened this page", "Kinder");
        assertThat(publications.history()).hasSize(before);
    }

    @Test
    void onlyAdminsSeeAndChangeRules() {
        Visitor coordinator = Visitor.signedIn(port, "coordinator", "coordinator-in-tests");
        for (String path : List.of(
                "/desk/rules",
                "/desk/rules/changes",
                "/desk/rules/drawn",
                "/desk/rules/file?set=live&name=check-in.bpmn",
                "/desk/rules/migrate")) {
            HttpResponse<String> page = coordinator.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(403);
            assertThat(page.body()).contains("Rules are published by admins");
        }
        HttpResponse<String> desk = coordinator.get("/desk");
        assertThat(desk.body()).doesNotContain("/desk/rules");
        assertThat(coordinator
                        .form("/desk/rules/take-back", desk.body(), Map.of("number", "1", "backReason", "Because"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Visitor(port).get("/desk/rules").headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).contains("/login"));
    }

    @Test
    void nothingIsDoneWithoutThePageItComesFrom() {
        Visitor admin = admin();
        int live = publications.history().size();

        HttpResponse<String> forged =
                admin.form("/desk/rules/take-back", "<html></html>", Map.of("number", "1", "backReason", "Because"));

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(admin.get("/desk/rules/take-back?number=1&backReason=Because")
                        .statusCode())
                .isIn(404, 405);
        assertThat(publications.history()).hasSize(live);
    }

    private static List<String> words(Browser browser, String css) {
        return browser.driver().findElements(By.cssSelector(css)).stream()
                .map(WebElement::getText)
                .toList();
    }

    private Visitor admin() {
        return Visitor.signedIn(port, "admin", "admin-in-tests");
    }

    private static String fingerprint(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).select("input[name=fingerprint]").attr("value");
    }

    /** The days until a reminder of the pilot: the first cell of its row that is a 7. */
    private static String cell() {
        try {
            String table = Files.readString(Path.of(TABLE));
            int row = table.indexOf("<text>\"mla-peer\"</text>");
            int seven = table.indexOf("<text>7</text>", row);
            return table.substring(row, seven + "<text>7</text>".length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void edit(String file, String from, String to) {
        try {
            Path path = rules.resolve(file);
            String text = Files.readString(path);
            assertThat(text).contains(from);
            Files.writeString(path, text.replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void look(Browser browser, String path, String name, String says) {
        for (Dimension size : List.of(Browser.LAPTOP, Browser.PHONE)) {
            browser.sized(size).open(path);
            assertSuits(browser, name, says);
        }
    }

    private static void assertSuits(Browser browser, String name, String says) {
        browser.until(() -> browser.driver()
                .findElements(By.cssSelector(".seealso-drawing:not([data-drawn])"))
                .isEmpty());
        browser.picture(name);
        assertThat(browser.text()).contains(says);
        assertThat(browser.violations()).as(name).isEmpty();
        assertThat(browser.isTooWide()).as("one scrolls sideways on " + name).isFalse();
    }
}
