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

    @BeforeEach
    void aPoolOfFive() {
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
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    @Test
    void readsWhyMovesSomebodyIsRefusedAndConfirms() {
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

        browser.signIn("coordinator", "coordinator-in-tests");
        open(task);
        browser.picture("confirm-matches");
        assertThat(browser.see(By.cssSelector(".matches")).getText())
                .contains("5 people, 2 matches.", "Proven best")
                .contains("Dev can share accessibility, which Ben wants to learn.");
        assertAccessible();

        move("Eli Roy", "Nobody: leave over");
        assertThat(browser.see(By.cssSelector(".matches")).getText()).contains("Eli Roy is left over.");
        browser.picture("confirm-matches-moved");
        move("Dev Patel", "Nobody: leave over");
        choose("true");
        complete();
        browser.see(By.id("refusal"));
        browser.picture("confirm-matches-refused");
        assertAccessible();
        assertThat(browser.see(By.id("refusal")).getText())
                .isEqualTo("Ben Okoro is alone in a group. Give them a partner or leave them over.");

        move("Dev Patel", "Ben Okoro");
        complete();
        browser.until(() -> tasks.createTaskQuery().taskId(task).count() == 0);
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
        assertThat(browser.violations(".matches")).isEmpty();
    }

    private void run(String instance) {
        List<Job> due;
        while (!(due = jobs.createJobQuery().processInstanceId(instance).list()).isEmpty()) {
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    private void open(String task) {
        browser.open("/camunda/app/tasklist/default/#/?task=" + task);
        browser.click(By.cssSelector("[ng-click='claim()'], .claim"));
        browser.see(By.cssSelector(".matches table"));
    }

    private void move(String person, String where) {
        WebElement row = browser.see(
                By.xpath("//*[self::div or self::li][contains(@class,'matches-person')][strong='" + person + "']"));
        row.findElement(By.cssSelector("button[id^=move-]")).click();
        browser.until(() -> !row.findElements(By.tagName("select")).isEmpty());
        Select select = new Select(row.findElement(By.tagName("select")));
        select.getOptions().stream()
                .filter(o -> o.getText().contains(where))
                .findFirst()
                .orElseThrow()
                .click();
        row.findElement(By.cssSelector("button.btn-primary")).click();
    }

    private void choose(String confirmed) {
        browser.click(By.cssSelector("input[name=confirmed][value=" + confirmed + "]"));
    }

    private void complete() {
        browser.click(By.xpath("//button[normalize-space()='Complete'][not(@disabled)]"));
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
