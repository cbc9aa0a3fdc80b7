package org.seealso.desk;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.seealso.Browser;
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
    private Browser browser;
    private String instance;
    private String task;
    private UUID ana;
    private UUID ben;
    private UUID cara;
    private UUID dev;
    private UUID eli;
    private UUID fay;

    @BeforeEach
    void aPoolOfSix() {
        browser = Browser.on(port).sized(new Dimension(1600, 1400));
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
        ana = joins("Ana Silva", "Cataloguing and metadata", "Outreach and community");
        ben = joins("Ben Okoro", "Budgeting and grants", "Accessibility");
        cara = joins("Cara Lee", "Outreach and community", "Cataloguing and metadata");
        dev = joins("Dev Patel", "Accessibility", "Budgeting and grants");
        eli = joins("Eli Roy", "Teaching", "Collections");
        fay = joins("Fay Nowak", "Collections", "Teaching");
        instance = runtime.startProcessInstanceByKey(
                        "matching",
                        cohort.toString(),
                        Map.of("program", "mla-peer", "cohortId", cohort.toString(), "label", "Pilot 2026"))
                .getId();
        run(instance);
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        browser.signIn("coordinator", "coordinator-in-tests");
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    @Test
    void readsWhyAsksWhyNotForbidsPairsByHandFindsAgainAndConfirms() {
        claim();
        browser.picture("confirm-matches");
        assertThat(page())
                .contains("6 people, 3 matches", "Proven best")
                .contains("Dev can share accessibility, which Ben wants to learn.");
        press(button("Ben Okoro", "Details"));
        assertThat(row("Ben Okoro").findElements(By.cssSelector(".matches-bars li")))
                .as("how much of each criterion is fulfilled")
                .isNotEmpty();
        assertAccessible();

        press(By.id("open-why-not"));
        choose("why-a", "Ana Silva");
        choose("why-b", "Ben Okoro");
        press(By.id("ask-why-not"));
        browser.until(() -> browser.shows(By.id("pair-them")));
        assertThat(browser.see(By.id("why-not-answer")).getText())
                .contains("Ana Silva and Ben Okoro")
                .contains("Their fit would be");
        browser.picture("confirm-matches-why-not");
        assertAccessible();

        press(button("Ben Okoro", "Forbid"));
        browser.see(By.cssSelector("[id^=forbid-why-]")).sendKeys("They fell out.");
        press(By.cssSelector("[id^=forbid-yes-]"));
        tick(ben);
        tick(eli);
        press(By.id("put-together"));
        browser.until(() -> said().contains("Ben Okoro and Eli Roy are put together by hand."));
        assertThat(page()).contains("1 put together by hand", "1 pair forbidden");
        press(button("Ana Silva", "Approve"));
        browser.picture("confirm-matches-by-hand");
        assertAccessible();

        complete();
        assertThat(browser.see(By.id("refusal")).getText())
                .startsWith("You have forbidden or allowed a pair since these matches were found.");
        assertAccessible();

        browser.see(By.id("why")).sendKeys("Ben and Eli asked for it.");
        findAgain();
        browser.picture("confirm-matches-found-again");
        assertThat(said()).contains("1 of 3 matches stayed as they were.");
        assertThat(row("Ana Silva").getText()).contains("Cara Lee", "Approved");
        assertThat(row("Ben Okoro").getText()).contains("Eli Roy", "Approved");
        assertThat(row("Dev Patel").getText()).contains("Fay Nowak").doesNotContain("Approved");
        press(By.cssSelector("#forbidden summary"));
        assertThat(browser.see(By.id("forbidden")).getText())
                .contains("Ben Okoro", "Dev Patel", "They fell out.", "Allow again");
        assertAccessible();

        complete();
        browser.until(() -> tasks.createTaskQuery().taskId(task).count() == 0);
        run(instance);
        assertThat(mentorships.in(cohort, Mentorship.State.PLANNED))
                .extracting(m ->
                        Set.copyOf(m.members().stream().map(Participant::id).toList()))
                .containsExactlyInAnyOrder(Set.of(ana, cara), Set.of(ben, eli), Set.of(dev, fay));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .as("matching is over")
                .isZero();
    }

    @Test
    void isToldThatSomebodyElseWasFasterAndKeepsWhatWasDoneHere() {
        claim();
        try (Browser second = Browser.on(port).sized(new Dimension(1600, 1400))) {
            second.signIn("coordinator", "coordinator-in-tests");
            second.open("/camunda/app/tasklist/default/#/?task=" + task);
            second.see(By.cssSelector(".matches tr[data-match]"));

            press(button("Ana Silva", "Approve"));
            findAgain();

            second.click(button("Ben Okoro", "Approve"));
            second.click(By.id("find-again"));
            assertThat(second.see(By.id("refusal-words")).getText()).isNotBlank();
            assertThat(state(second, "Ben Okoro")).as("what was done here").isEqualTo("approved");
            second.picture("confirm-matches-somebody-was-faster");
            assertThat(second.violations(".matches")).isEmpty();

            second.click(By.id("show-newest"));
            second.until(() -> second.see(By.id("said")).getText().contains("What you did by hand is kept."));
            assertThat(state(second, "Ana Silva")).as("what the first did").isEqualTo("approved");
            assertThat(state(second, "Ben Okoro")).as("what the second did").isEqualTo("approved");
        }
    }

    @Test
    void cannotConfirmMatchesOfSomebodyWhoHasLeft() {
        participants.move(fay, Participant.State.WITHDRAWN);
        claim();
        assertThat(browser.see(By.id("stale")).getText()).contains("Fay Nowak");
        complete();
        assertThat(browser.see(By.id("refusal")).getText()).contains("Fay Nowak", "Find again");
        browser.picture("confirm-matches-stale");
        assertAccessible();

        findAgain();
        assertThat(browser.shows(By.id("stale"))).isFalse();
        assertThat(page()).contains("5 people").doesNotContain("Fay Nowak");
    }

    private void assertAccessible() {
        assertThat(browser.violations(".matches")).isEmpty();
    }

    private void run(String instance) {
        List<Job> due;
        while (!(due = jobs.createJobQuery().processInstanceId(instance).list()).isEmpty()) {
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    private void claim() {
        browser.open("/camunda/app/tasklist/default/#/?task=" + task);
        browser.click(By.cssSelector("[ng-click='claim()'], .claim"));
        browser.see(By.cssSelector(".matches tr[data-match]"));
    }

    private String page() {
        return browser.see(By.cssSelector(".matches")).getText();
    }

    private String said() {
        return browser.see(By.id("said")).getText();
    }

    private static By rowOf(String person) {
        return By.xpath("//tr[@data-match][.//strong='" + person + "']");
    }

    private static By button(String person, String word) {
        return By.xpath(
                "//tr[@data-match][.//strong='" + person + "']//button[starts-with(@aria-label,'" + word + "')]");
    }

    private WebElement row(String person) {
        return browser.see(rowOf(person));
    }

    private static String state(Browser where, String person) {
        return String.valueOf(where.see(rowOf(person)).getDomAttribute("data-state"));
    }

    private void tick(UUID participant) {
        press(By.cssSelector("[data-pick='" + participant + "']"));
    }

    private void choose(String list, String person) {
        new Select(browser.see(By.id(list)))
                .getOptions().stream()
                        .filter(option -> option.getText().startsWith(person))
                        .findFirst()
                        .orElseThrow()
                        .click();
    }

    private void findAgain() {
        press(By.id("find-again"));
        browser.until(() -> said().startsWith("The matches were found again."));
    }

    /** What was changed by hand is told at the lower edge of the window, over the rows there. */
    private void press(By what) {
        browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", browser.see(what));
        browser.click(what);
    }

    private void complete() {
        press(By.xpath("//button[normalize-space()='Complete'][not(@disabled)]"));
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
