package org.seealso.mypage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.seealso.Browser;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.seealso.letter.Links.State;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.seealso.people.People;
import org.seealso.rules.PublishedRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** My page and its neighbours in a real browser, on the narrowest of phones, with scripts switched off. */
@SeeAlsoTest
class MyPageBrowserTest {
    private static final Dimension NARROW = new Dimension(320, 640);

    @Autowired
    Stage stage;

    @Autowired
    Links links;

    @Autowired
    People people;

    @Autowired
    PublishedRules rules;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private String link(Participant who) {
        return links.mint(new Link(
                        UUID.randomUUID(),
                        Purpose.MY_PAGE,
                        State.OPEN,
                        rules.current(),
                        "mla-peer",
                        who.person().id(),
                        null,
                        null,
                        null,
                        null,
                        clock.instant().plus(Duration.ofMinutes(30))))
                .getPath();
    }

    private Participant somebody() {
        stage.opensOn("2026-01-12");
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        Participant ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        Participant ben = stage.participant(cohort, "Ben Okoro-Featherstonehaugh", Participant.State.MATCHED);
        Mentorship mentorship = stage.mentorship(cohort, ana, ben);
        stage.submission(ana, null, "application-peer", Map.of("shortGoal", "A very long goal indeed, as people have"));
        stage.start(mentorship);
        return ana;
    }

    @Test
    void everyPageIsFreeOfBarriersAndFitsTheNarrowestPhone() {
        Participant ana = somebody();
        try (Browser browser = Browser.on(port).sized(NARROW)) {
            browser.open("/me");
            fine(browser, "me");
            browser.open(link(ana));
            for (String page : List.of("page", "told", "language", "busy", "address", "erase")) {
                browser.open("/me/" + page);
                fine(browser, "me-" + page);
            }
            browser.open("/privacy/mla-peer");
            fine(browser, "privacy");
        }
    }

    @Test
    void theFrenchPagesAreAsFreeOfBarriers() {
        Participant ana = somebody();
        people.speaks(ana.person().id(), "fr");
        try (Browser browser = Browser.on(port).sized(NARROW)) {
            browser.open("/me?lang=fr");
            fine(browser, "me-fr");
            browser.open(link(ana));
            for (String page : List.of("page", "told", "language", "busy", "address", "erase")) {
                browser.open("/me/" + page);
                fine(browser, "me-" + page + "-fr");
            }
            browser.open("/privacy/mla-peer?lang=fr");
            fine(browser, "privacy-fr");
        }
    }

    private static void fine(Browser browser, String name) {
        assertThat(browser.violations()).as(name).isEmpty();
        assertThat(browser.isTooWide()).as(name).isFalse();
        browser.picture(name);
    }

    @Test
    void everythingWorksWithoutScripts() {
        Participant ana = somebody();
        try (Browser browser = Browser.withoutScripts(port).sized(NARROW)) {
            browser.open(link(ana));
            assertThat(browser.path()).isEqualTo("/me/page");
            browser.open("/me/language");
            browser.click(By.cssSelector("input[value=fr] + label"));
            browser.click(By.cssSelector("main button[type=submit]"));
            assertThat(browser.text()).contains("français");
            browser.open("/me/erase");
            browser.see(By.name("sure")).sendKeys("EFFACER");
            browser.click(By.cssSelector("main button[type=submit]"));
            assertThat(browser.text()).contains("C’est effacé");
            browser.open("/me/page");
            assertThat(browser.text()).contains("My page is closed");
        }
    }
}
