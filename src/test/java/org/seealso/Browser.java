package org.seealso;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.remote.CommandPayload;
import org.openqa.selenium.remote.Response;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real Chromium on one of our pages. Tests without one are skipped on a developer's machine, but never in CI. */
public final class Browser implements AutoCloseable {
    public static final Dimension PHONE = new Dimension(390, 844);
    public static final Dimension LAPTOP = new Dimension(1280, 900);

    private static final int SECONDS_FOR_A_LONG_PAGE = 180;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int KEYS_AT_MOST = 200;

    private final ChromeDriver driver;
    private final String home;
    private Dimension window = LAPTOP;

    private Browser(int port, Map<String, Object> preferences) {
        Optional<File> chromium = program("chromium", "chromium-browser", "google-chrome");
        Optional<File> chromedriver = program("chromedriver");
        Assumptions.assumeTrue(
                (chromium.isPresent() && chromedriver.isPresent()) || "true".equals(System.getenv("CI")),
                "there is no Chromium here");
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1600,1400");
        options.setExperimentalOption("prefs", preferences);
        chromium.ifPresent(options::setBinary);
        ChromeDriverService.Builder service = new ChromeDriverService.Builder();
        chromedriver.ifPresent(service::usingDriverExecutable);
        this.driver = new HonestDriver(service.build(), options);
        this.home = "http://localhost:" + port;
    }

    public static Browser on(int port) {
        return new Browser(port, Map.of());
    }

    /** As somebody's who has switched scripts off. */
    public static Browser withoutScripts(int port) {
        return new Browser(port, Map.of("profile.managed_default_content_settings.javascript", 2));
    }

    private static Optional<File> program(String... names) {
        List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.of(names)
                .flatMap(name -> folders.stream().map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    /** The window's size as the page sees it; a real window is never as narrow as a phone. */
    public Browser sized(Dimension size) {
        window = size;
        developerTools(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", size.width, "height", size.height, "deviceScaleFactor", 1, "mobile", size == PHONE));
        return this;
    }

    /**
     * Asks the browser itself. On a busy machine a page that has loaded may not be the active one yet, and commands of
     * this kind, unlike the driver's own, do not wait for that: they end in a timeout at once.
     */
    public Map<String, Object> developerTools(String command, Map<String, Object> how) {
        return patiently().ignoring(TimeoutException.class).until(b -> driver.executeCdpCommand(command, how));
    }

    public ChromeDriver driver() {
        return driver;
    }

    public Browser open(String path) {
        return open(URI.create(home + path));
    }

    public Browser open(URI page) {
        driver.get(page.toString());
        readToItsEnd();
        return this;
    }

    /** On a busy machine the driver may come back while a page is still being read. */
    private void readToItsEnd() {
        until(() -> "complete".equals(driver.executeScript("return document.readyState")));
    }

    public String path() {
        return String.valueOf(driver.getCurrentUrl()).substring(home.length());
    }

    /** Signs in on our page, which leads to Tasklist. */
    public Browser signIn(String name, String password) {
        open("/login");
        see(By.name("username")).sendKeys(name);
        see(By.name("password")).sendKeys(password);
        click(By.cssSelector("form button"));
        until(() -> path().contains("/tasklist/"));
        // Tasklist is there once it shows whose it is.
        until(() -> !driver.findElements(By.cssSelector(".account")).isEmpty());
        return this;
    }

    /** What a person reads on one of our pages. */
    public String text() {
        readToItsEnd();
        return patiently()
                .ignoring(StaleElementReferenceException.class, NoSuchElementException.class)
                .until(b -> see(By.tagName("main")).getText());
    }

    public WebElement see(By what) {
        return patiently().until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    public boolean shows(By what) {
        readToItsEnd();
        return driver.findElements(what).stream().anyMatch(WebElement::isDisplayed);
    }

    /**
     * Tasklist redraws its lists all the time, so what was found a moment ago may be gone. Its windows slide in: a click
     * on what still moves goes down on a link and up beside it, and is lost.
     */
    public void click(By what) {
        patiently()
                .ignoring(StaleElementReferenceException.class, ElementClickInterceptedException.class)
                .until(b -> {
                    WebElement found =
                            ExpectedConditions.elementToBeClickable(what).apply(b);
                    if (found == null || moves(found)) {
                        return null;
                    }
                    found.click();
                    return found;
                });
    }

    private boolean moves(WebElement part) {
        String moving = """
                for (let at = arguments[0]; at; at = at.parentElement) {
                    if (at.getAnimations().some(animation => animation.playState === 'running')) {
                        return true;
                    }
                }
                return false;
                """;
        return Boolean.TRUE.equals(driver.executeScript(moving, part));
    }

    public void until(java.util.function.BooleanSupplier condition) {
        patiently()
                .ignoring(StaleElementReferenceException.class, NoSuchElementException.class)
                .until(b -> condition.getAsBoolean());
    }

    private WebDriverWait patiently() {
        return new WebDriverWait(driver, PATIENCE);
    }

    /** Types wherever the focus is. */
    public void type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Moves the focus forward with the tabulator key, as somebody without a mouse does, until it is here. */
    public WebElement tabTo(By what) {
        for (int i = 0; i < KEYS_AT_MOST; i++) {
            type(Keys.TAB);
            WebElement focused = driver.switchTo().activeElement();
            if (driver.findElements(what).contains(focused)) {
                return focused;
            }
        }
        throw new AssertionError("the keyboard never gets to " + what + " on " + path());
    }

    /** Presses what the keyboard has reached and waits for the next page. */
    public void press(WebElement button) {
        type(Keys.ENTER);
        patiently().until(ExpectedConditions.stalenessOf(button));
        see(By.tagName("main"));
    }

    /** What WCAG 2.2 AA forbids and axe sees on this page, in a line each; frames are somebody else's page. */
    public List<String> violations() {
        return violations(new AxeBuilder().withTags(WCAG));
    }

    /** The same, inside one part of the page. */
    public List<String> violations(String part) {
        return violations(new AxeBuilder().withTags(WCAG).include(part));
    }

    /** Axe looks from within the page: a second window just for its verdict opens too late on a busy machine. */
    @SuppressWarnings("deprecation")
    private List<String> violations(AxeBuilder axe) {
        readToItsEnd();
        return axe
                .disableIframeTesting()
                .setLegacyMode()
                .setTimeout(SECONDS_FOR_A_LONG_PAGE)
                .analyze(driver)
                .getViolations()
                .stream()
                .map(Browser::inALine)
                .toList();
    }

    private static String inALine(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getHtml()))
                        .toList();
    }

    /** Whether the page is wider than the window, so that a reader would have to scroll sideways. */
    public boolean isTooWide() {
        Object width = driver.executeScript("return document.documentElement.scrollWidth");
        return ((Number) java.util.Objects.requireNonNull(width)).intValue() > window.width;
    }

    /** Keeps a picture of the whole page in target/screenshots. */
    public void picture(String name) {
        Object data = developerTools("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
                .get("data");
        try {
            Path folder = Files.createDirectories(Path.of("target", "screenshots"));
            Files.write(
                    folder.resolve(name + "-" + window.width + ".png"),
                    Base64.getDecoder().decode(String.valueOf(data)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    /** What was on a page that is being left is called gone, like everything else that is; the driver calls it unknown. */
    private static final class HonestDriver extends ChromeDriver {
        HonestDriver(ChromeDriverService service, ChromeOptions options) {
            super(service, options);
        }

        @Override
        protected Response execute(CommandPayload command) {
            try {
                return super.execute(command);
            } catch (WebDriverException e) {
                if (String.valueOf(e.getRawMessage()).contains("does not belong to the document")) {
                    throw new StaleElementReferenceException(e.getRawMessage(), e);
                }
                throw e;
            }
        }
    }
}
