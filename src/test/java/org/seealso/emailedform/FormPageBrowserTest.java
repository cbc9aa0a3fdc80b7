package org.seealso.emailedform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.seealso.Browser;
import org.seealso.SeeAlsoTest;
import org.seealso.letter.Links.Purpose;

/** A private form in a real browser, down to the narrowest window, which is also a laptop's at 400 %. */
@SeeAlsoTest
class FormPageBrowserTest extends AnyForm {
    private static final Dimension NARROW = new Dimension(320, 640);
    private static final By SEND = By.cssSelector("main form button.govuk-button:not([name])");
    private static final By LATER = By.cssSelector("button[name=_later]");

    private static void suits(Browser browser, String name, String says) {
        browser.picture(name);
        assertThat(browser.text()).contains(says);
        assertThat(browser.violations()).as(name).isEmpty();
        assertThat(browser.isTooWide()).as("one scrolls sideways on " + name).isFalse();
    }

    @Test
    void everyStateOfTheFormSuitsANarrowWindow() {
        String link = link();
        try (Browser browser = Browser.on(port)) {
            browser.sized(NARROW).open(link);
            suits(browser, "form-narrow", "Who reads this");
            browser.click(SEND);
            browser.see(By.className("govuk-error-summary"));
            suits(browser, "form-error-narrow", "Something still needs your attention");

            browser.see(By.name("more")).sendKeys("Typed on a phone");
            browser.until(() -> browser.text().contains("You can close this page and go on later"));
            browser.open(link);
            assertThat(browser.see(By.name("more")).getDomProperty("value")).isEqualTo("Typed on a phone");
            suits(browser, "form-resumed-narrow", "We kept what you had written");
            browser.press(browser.tabTo(LATER));
            browser.until(() -> !browser.shows(LATER));
            suits(browser, "form-saved-narrow", "Go on now");

            browser.open(link);
            browser.click(SEND);
            browser.until(() -> browser.text().contains("Send me a copy"));
            suits(browser, "form-sent-narrow", "Send me a copy");
            browser.open(link);
            suits(browser, "form-answered-narrow", "Already answered");
        }
    }

    @Test
    void aQuestionComesAndGoesWithTheAnswerItDependsOn() {
        try (Browser browser = Browser.on(port)) {
            browser.sized(NARROW).open(link(Purpose.LEAVE, ""));
            By until = By.name("pauseUntil");
            assertThat(browser.shows(until)).isFalse();
            browser.click(By.cssSelector("input[value=pause] + label"));
            browser.until(() -> browser.shows(until));
            suits(browser, "form-question-came-narrow", "Who reads this");
        }
    }

    @Test
    void aCoordinatorLooksAtAFormAsItsReaderWill() {
        try (Browser browser = Browser.on(port)) {
            browser.signIn("coordinator", "coordinator-in-tests");
            browser.sized(NARROW).open("/desk/forms");
            suits(browser, "forms-narrow", "Forms as participants see them");
            browser.open("/desk/forms/check-in");
            suits(browser, "form-preview-narrow", "Nothing here is sent or kept");
            assertThat(browser.shows(By.cssSelector("main form button"))).isFalse();
        }
    }
}
