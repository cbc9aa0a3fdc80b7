package org.seealso.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.seealso.Browser;
import org.seealso.rules.RuleFiles;
import org.seealso.rules.RulesFolder;

/** A rehearsal's report, as somebody opens it who got it by mail. */
class ReportPageTest {
    private static final RuleFiles RULES = new RulesFolder(Path.of("")).read();
    private static final Result SEASON = new InventedSeason(RULES, 40, 7, 0).play();
    private static final Path FOLDER = Path.of("target", "reports");
    private static final Path FILE = FOLDER.resolve("rehearsal.html");
    private static Browser browser;

    @BeforeAll
    static void somebodyOpensTheFile() throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(FILE, ReportPage.html(SEASON, RULES));
        browser = Browser.on(0);
    }

    @AfterAll
    static void closes() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void open() {
        browser.open(FILE.toUri());
    }

    private static void unfoldEverything() {
        unfold("details", SEASON.diagrams().size());
    }

    private static void unfold(String details, int diagrams) {
        browser.driver()
                .executeScript("document.querySelectorAll(arguments[0]).forEach(d => { d.open = true; })", details);
        browser.until(() -> browser.driver()
                        .findElements(By.cssSelector(".drawing[data-drawn]"))
                        .size()
                == diagrams);
    }

    @Test
    void theVerdictComesFirst() throws IOException {
        Document page = Jsoup.parse(Files.readString(FILE));

        assertThat(page.select("h1").text()).isEqualTo("Medical Library Association: peers");
        assertThat(page.select(".page-head").text()).contains("40 invented people", "4 January 2027", "seed 7");
        assertThat(page.select("main > :first-child").text())
                .startsWith("In short 40 people, six months: 40 applied, 40 were matched in 20 mentorships.")
                .contains("1 mentorship got stuck or never closed. 2 findings.");
        assertThat(page.select(".finding h3").eachText())
                .containsExactly(
                        "Stuck A mentorship waited for a coordinator until the last day.",
                        "A long silence Two people heard nothing for 40 days while their mentorship ran.");
        assertThat(page.select(".finding").text()).contains("Check-in: Look at check-in");
    }

    /** Ten people and two diagrams show everything there is to see, and axe has not to look at all of it forty times. */
    @Test
    void nobodyIsKeptOutOfIt() throws IOException {
        Path few = FOLDER.resolve("rehearsal-of-ten.html");
        Files.writeString(few, ReportPage.html(new InventedSeason(RULES, 10, 7, 0).play(), RULES));
        browser.sized(Browser.LAPTOP);
        browser.open(few.toUri());
        assertThat(browser.violations()).isEmpty();
        unfold("details:not(.diagram ~ .diagram ~ .diagram)", 2);
        assertThat(browser.violations()).isEmpty();
    }

    @Test
    void everyDiagramIsDrawnAndItsNumbersAreTheCounts() {
        browser.sized(Browser.LAPTOP);
        open();
        unfoldEverything();

        for (Result.Diagram diagram : SEASON.diagrams()) {
            WebElement box =
                    browser.driver().findElement(By.cssSelector(".drawing[data-process='" + diagram.process() + "']"));
            assertThat(box.getDomAttribute("data-drawn")).as(diagram.name()).isEqualTo("true");
            Object numbers = browser.driver().executeScript("""
                            return Object.fromEntries([...arguments[0].querySelectorAll('.djs-overlays')]
                              .map(o => [o.dataset.containerId, o.querySelector('.n').textContent]));
                            """, box);
            Map<String, DiagramFile.Part> parts =
                    DiagramFile.in(RULES, diagram.process()).orElseThrow().parts();
            assertThat(numbers)
                    .isInstanceOfSatisfying(
                            Map.class,
                            shown -> parts.values().stream()
                                    .filter(DiagramFile.Part::telling)
                                    .forEach(part -> assertThat(shown.get(part.id()))
                                            .as(diagram.name() + ": " + part.name())
                                            .isEqualTo(
                                                    diagram.walked().containsKey(part.id())
                                                            ? diagram.walked()
                                                                    .get(part.id())
                                                                    .toString()
                                                            : "⊘")));
            Object pale = browser.driver()
                    .executeScript("return arguments[0].querySelectorAll('.djs-element.never').length", box);
            assertThat(((Number) pale).intValue())
                    .isGreaterThanOrEqualTo(diagram.neverReached().size());
        }
    }

    @Test
    void aLetterIsOnlyEverText() {
        browser.sized(Browser.LAPTOP);
        open();
        unfoldEverything();

        assertThat(browser.driver().getTitle()).isEqualTo("Rehearsal of Medical Library Association: peers – SeeAlso");
        assertThat(browser.driver().findElement(By.id("person-1")).getText()).contains(InventedSeason.INJECTED);
    }

    @Test
    void aTextForAllStandsInTheFileOnceAndUnfoldsForEach() throws IOException {
        String html = Files.readString(FILE);
        assertThat(html.split("all pairs meet online", -1)).hasSize(2);

        browser.sized(Browser.LAPTOP);
        browser.open(FILE.toUri().resolve("#person-3"));
        WebElement story = browser.see(By.id("person-3"));
        story.findElement(By.linkText("All pairs meet on Tuesday")).click();
        assertThat(story.getText()).contains("next Tuesday at 16:00");
    }

    @Test
    void closingLinesOfLettersStandInTheFileOnce() throws IOException {
        assertThat(Files.readString(FILE).split("Leave the program", -1)).hasSize(2);
        assertThat(Jsoup.parse(Files.readString(FILE))
                        .select("#person-3 a.shared")
                        .eachText())
                .contains("Its closing lines");
    }

    @Test
    void aWeekInWhichNothingHappenedIsAWeek() throws IOException {
        Document page = Jsoup.parse(Files.readString(FILE));
        assertThat(page.select("#letters ~ .wide thead th").eachText()).contains("10 May", "17 May", "24 May");
        assertThat(page.select(".happened").text()).contains("6 Jan Applications open");
    }

    @Test
    void aPhoneShowsItWithoutScrollingSideways() {
        browser.sized(Browser.PHONE);
        open();
        browser.picture("rehearsal-report");
        unfoldEverything();
        assertThat(browser.isTooWide()).isFalse();
    }

    @Test
    void withoutScriptsTheTablesSayTheSame() {
        try (Browser plain = Browser.withoutScripts(0)) {
            plain.sized(Browser.LAPTOP).open(FILE.toUri());
            plain.click(By.cssSelector("#diagram-check-in > summary"));
            assertThat(plain.see(By.cssSelector("#diagram-check-in table")).getText())
                    .contains("Prepare check-in", "automatic step");
            assertThat(plain.shows(By.cssSelector("#diagram-check-in .drawing")))
                    .isFalse();
            assertThat(plain.shows(By.cssSelector("button"))).isFalse();
        }
    }

    @Test
    void itPrints() {
        browser.sized(Browser.LAPTOP);
        open();
        Object pdf = browser.developerTools(
                        "Page.printToPDF", Map.of("printBackground", true, "preferCSSPageSize", true))
                .get("data");
        assertThat(String.valueOf(pdf)).startsWith("JVBERi0").hasSizeGreaterThan(50_000);
    }

    @Test
    void itNeedsNothingFromElsewhereAndCanBeMailed() throws IOException {
        Document page = Jsoup.parse(Files.readString(FILE));
        assertThat(page.select("[src], link[href]")).isEmpty();
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'");

        Result sixty = new InventedSeason(RULES, 60, 7, 3).play();
        assertThat(ReportPage.html(sixty, RULES).getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(3_000_000);
    }

    @Test
    void aLargeCastKeepsTheTextsOfThoseWhoMatter() {
        Result large = new InventedSeason(RULES, 140, 7, 0).play();

        Document page = Jsoup.parse(ReportPage.html(large, RULES));

        assertThat(page.select("#people ~ p").text()).contains("JSON file", "first fifty people");
        assertThat(page.select("#person-50 .text, #person-50 .shared")).isNotEmpty();
        assertThat(page.select("#person-100 .text, #person-100 .shared")).isEmpty();
        assertThat(page.select("#person-100").text()).contains("How is it going?", "are in the JSON file");
    }

    @Test
    void thePeopleANumberIsAboutAreOneClickAway() {
        browser.sized(Browser.LAPTOP);
        open();
        browser.click(By.cssSelector(".finding a[href='#person-7']"));
        browser.until(() -> browser.shows(By.cssSelector("#person-7[open] .story")));
        assertThat(List.of(browser.driver()
                        .findElement(By.id("person-7"))
                        .getText()
                        .split("\n")))
                .anySatisfy(line -> assertThat(line).contains("waits, and nobody comes"));
    }
}
