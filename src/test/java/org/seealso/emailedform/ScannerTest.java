package org.seealso.emailedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.seealso.Browser;
import org.seealso.SeeAlsoTest;
import org.seealso.Visitor;
import org.seealso.letter.Links.Purpose;
import org.seealso.people.Participant;

/**
 * Mail scanners open the links of a letter, run the page's scripts and press its buttons, but they type nothing and choose
 * nothing: that completes nothing, and the link still works for its owner (house law 6).
 */
@SeeAlsoTest
class ScannerTest extends AnyForm {
    private static final By BUTTONS = By.cssSelector("main button, main input[type=submit], main [role=button]");

    private Participant.State before;

    @BeforeEach
    void rememberHowItWas() {
        before = stage.now(ana).state();
    }

    @AfterEach
    void nothingHasHappened() {
        stage.time.settle();
        assertThat(jdbc.sql("select count(*) from answer where person_id = ?")
                        .param(ana.person().id())
                        .query(Integer.class)
                        .single())
                .as("answers")
                .isZero();
        assertThat(asking).isWaitingAt("UserTask_AnswerForm");
        assertThat(stage.letters(ana)).containsExactly("ask-more");
        assertThat(stage.now(ana).state()).isEqualTo(before);
    }

    static List<String> emailedForms() {
        return List.of(
                "application-more",
                "check-in",
                "consent",
                "agreement",
                "accept-agreement",
                "closing-survey",
                "confirm-email",
                "confirm-interest",
                "date-poll",
                "first-contact",
                "in-touch",
                "is-it-better",
                "keep-application",
                "new-time",
                "orientation",
                "propose-dates",
                "reconfirm",
                "rsvp",
                "trial-review",
                "what-next");
    }

    @ParameterizedTest
    @MethodSource("emailedForms")
    void sendingAFormAsItComesCompletesNothing(String form) {
        isRefusedAsItComes(link(Purpose.FORM, form));
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"HELP", "FIT_PROBLEM", "CONDUCT_REPORT", "LEAVE", "OPTIONAL_LETTERS", "PLANS"})
    void sendingWhatStandsInEveryLetterAsItComesActsOnNothing(Purpose purpose) {
        isRefusedAsItComes(link(purpose, ""));
    }

    private void isRefusedAsItComes(String link) {
        Visitor scanner = new Visitor(port);
        String page = URI.create(
                        scanner.get(link).headers().firstValue("Location").orElseThrow())
                .getPath();
        HttpResponse<String> form = scanner.get(page);
        HttpResponse<String> sent = scanner.formOfLists(page, form.body(), asItComes(form.body()));
        assertThat(sent.statusCode()).as(Jsoup.parse(sent.body()).text()).isEqualTo(422);
        assertThat(Jsoup.parse(new Visitor(port).get(link).body()).text()).isEmpty();
        assertThat(scanner.get(page).body()).as("it still asks").contains("<form method=\"post\"");
    }

    /** What a browser would send if nobody touched the page. */
    private static Map<String, List<String>> asItComes(String page) {
        Document shown = Jsoup.parse(page);
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Element field : shown.select("main form input, main form textarea, main form select")) {
            boolean ticked = !List.of("radio", "checkbox").contains(field.attr("type")) || field.hasAttr("checked");
            if (ticked && !field.attr("name").startsWith("_")) {
                values.put(field.attr("name"), List.of(field.val()));
            }
        }
        return values;
    }

    @Test
    void aScriptedVisitorWhoPressesEveryButtonCompletesNothing() {
        try (Browser scanner = Browser.on(port)) {
            for (String link : List.of(link(), link(Purpose.FORM, "check-in"), link(Purpose.LEAVE, ""))) {
                pressEverything(scanner, link);
                scanner.open(link);
                scanner.see(By.cssSelector("main form button:not([name])"));
            }
        }
    }

    private static void pressEverything(Browser scanner, String link) {
        int buttons = 1;
        for (int i = 0; i < buttons; i++) {
            scanner.open(link);
            List<WebElement> all = scanner.driver().findElements(BUTTONS);
            buttons = all.size();
            all.get(i).click();
            scanner.see(By.tagName("main"));
        }
        assertThat(buttons).as("buttons behind " + link).isPositive();
    }
}
