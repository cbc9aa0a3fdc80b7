package org.seealso.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.seealso.Browser;
import org.seealso.rules.RuleFiles;
import org.seealso.rules.RulesFolder;

/** Two rehearsals side by side: the same people, the rules before and after a change. */
class ComparisonPageTest {
    private static final RuleFiles RULES = new RulesFolder(Path.of("")).read();
    private static final Result SEASON = new InventedSeason(RULES, 24, 7, 0).play();
    private static final Path FILE = Path.of("target", "reports", "comparison.html");

    private static final int WALKED_BEFORE = SEASON.diagrams().stream()
            .filter(diagram -> diagram.process().equals("check-in"))
            .mapToInt(diagram -> diagram.walked().getOrDefault("ServiceTask_PrepareCheckIn", 0))
            .sum();

    @BeforeAll
    static void somebodyOpensTheFile() throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, ReportPage.comparison(SEASON, RULES, changed(), changedRules()));
    }

    @Test
    void theFirstLinesSayWhatWouldChangeForWhom() throws IOException {
        Document page = Jsoup.parse(Files.readString(FILE));

        assertThat(page.select("#short").text())
                .startsWith(
                        "What would change for whom Something would change for 3 of 24 people; 21 would notice nothing.")
                .contains("1 person would get more letters, 1 in all.")
                .contains("2 people would be matched with somebody else")
                .contains("It would end otherwise for 1 person (finished → left).")
                .contains("1 finding is new, 1 is gone.");
    }

    @Test
    void everybodyReadsWhatChangesForThem() throws IOException {
        Document page = Jsoup.parse(Files.readString(FILE));

        assertThat(page.select("#people ~ div tbody tr").eachText())
                .hasSize(3)
                .anySatisfy(row -> assertThat(row)
                        .startsWith(InventedSeason.name(0))
                        .contains("“A word in between” 1 more", "3 days later"))
                .anySatisfy(row -> assertThat(row).contains("Other match", InventedSeason.name(5) + " → nobody"))
                .anySatisfy(row -> assertThat(row).contains("Other end: finished → left"));
    }

    @Test
    void theSameSeasonTwiceChangesNothing() {
        Document page = Jsoup.parse(ReportPage.comparison(SEASON, RULES, SEASON, RULES));

        assertThat(page.select("#short").text())
                .contains("Nobody would notice anything.", "The findings would be the same.");
        assertThat(page.select("details.diagram")).isEmpty();
    }

    @Test
    void aChangedDiagramIsDrawnWithBothNumbers() {
        try (Browser browser = Browser.on(0)) {
            browser.sized(Browser.LAPTOP).open(FILE.toUri());
            browser.driver().executeScript("document.querySelectorAll('details').forEach(d => { d.open = true; })");
            browser.until(() -> browser.shows(By.cssSelector(".drawing[data-drawn='true']")));

            assertThat(browser.driver()
                            .findElements(By.cssSelector(
                                    ".drawing .djs-overlays[data-container-id=" + "'ServiceTask_PrepareCheckIn'] .n"))
                            .get(0)
                            .getDomProperty("textContent"))
                    .isEqualTo(WALKED_BEFORE + "→5");
            assertThat(browser.driver()
                            .findElement(By.cssSelector("#diagram-check-in .chip.new"))
                            .getText())
                    .isEqualTo("4");
            assertThat(browser.violations()).isEmpty();
            browser.sized(Browser.PHONE);
            assertThat(browser.isTooWide()).isFalse();
            browser.picture("rehearsal-comparison");
        }
    }

    /** One gets a letter more and one later, a pair is not matched, one leaves, a finding goes and another comes. */
    private static Result changed() {
        List<Result.Person> persons = new ArrayList<>(SEASON.persons());
        Result.Person first = persons.get(0);
        List<Result.Moment> story = new ArrayList<>(first.story());
        story.replaceAll(moment -> moment.name().equals("thanks")
                ? new Result.Moment("2027-06-28", moment.kind(), moment.name(), moment.what(), moment.text())
                : moment);
        story.add(new Result.Moment("2027-03-02", "letter", "between", "A word in between", "Dear Ana"));
        persons.set(0, with(first, first.end(), story));
        persons.set(4, with(persons.get(4), "left", persons.get(4).story()));
        List<Result.Finding> findings = List.of(
                SEASON.findings().get(0),
                new Result.Finding(
                        Result.Kind.NO_RECIPIENT,
                        "check-in.bpmn, ServiceTask_PrepareCheckIn",
                        "A letter had nobody to go to.",
                        "Look at whom it is for.",
                        List.of(InventedSeason.name(4)),
                        3));
        return new Result(
                SEASON.program(),
                SEASON.name(),
                SEASON.people(),
                SEASON.seed(),
                SEASON.from(),
                SEASON.until(),
                "77aa",
                SEASON.weeklyMinutes(),
                SEASON.counts(),
                findings,
                SEASON.weeks(),
                persons,
                SEASON.mentorships().stream()
                        .filter(meeting -> !meeting.members().contains(InventedSeason.name(5)))
                        .toList(),
                SEASON.tasks(),
                SEASON.conduct(),
                SEASON.diagrams().stream()
                        .map(ComparisonPageTest::walkedOtherwise)
                        .toList());
    }

    private static Result.Person with(Result.Person person, String end, List<Result.Moment> story) {
        return new Result.Person(person.name(), person.role(), person.habits(), end, person.quietDays(), story);
    }

    private static Result.Diagram walkedOtherwise(Result.Diagram diagram) {
        if (!diagram.process().equals("check-in")) {
            return diagram;
        }
        Map<String, Integer> walked = new HashMap<>(diagram.walked());
        walked.put("ServiceTask_PrepareCheckIn", 5);
        walked.put("EndEvent_Calm", 4);
        return new Result.Diagram(diagram.process(), diagram.name(), new TreeMap<>(walked), List.of());
    }

    private static RuleFiles changedRules() {
        Map<String, byte[]> files = new HashMap<>();
        RULES.names().forEach(name -> files.put(name, RULES.file(name).orElseThrow()));
        files.computeIfPresent(
                "check-in.bpmn",
                (name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                        .replace("EndEvent_AllIsWell", "EndEvent_Calm")
                        .getBytes(StandardCharsets.UTF_8));
        return RuleFiles.of(files);
    }
}
