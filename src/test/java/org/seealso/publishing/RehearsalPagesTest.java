package org.seealso.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.seealso.Browser;
import org.seealso.ProgramClasses;
import org.seealso.SeeAlsoTest;
import org.seealso.Visitor;
import org.seealso.rehearsal.Rehearsals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An admin rehearses from the page, with a real browser and a real process, and may stop what takes too long. */
@SeeAlsoTest
class RehearsalPagesTest {
    private static final String TELLS_ITS_DATABASE = "-Dseealso.rehearsal.database=";
    /** A matter of half a minute; more on a machine that has much else to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @LocalServerPort
    int port;

    @Autowired
    Rehearsals rehearsals;

    @BeforeAll
    static void withoutTheTestsThemselves() {
        ProgramClasses.forRehearsals();
    }

    @Test
    void anAdminRehearsesAFewDaysSeesHowFarItIsAndReadsTheReport() {
        LocalDate first = rehearsals.nextFirst();
        try (Browser browser = Browser.on(port)) {
            browser.signIn("admin", "admin-in-tests").open("/desk/rules");
            assertThat(browser.see(By.id("from")).getDomProperty("value")).isEqualTo(first.toString());

            LocalDate from = first.plusMonths(2);
            fill(browser, "people", "4");
            fill(browser, "from", from.toString());
            fill(browser, "until", from.plusDays(9).toString());
            browser.click(By.cssSelector("label[for=compare]"));
            browser.click(By.xpath("//button[.='Rehearse']"));

            await("the page's answer")
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(browser.text()).contains("The rehearsal has begun"));
            browser.picture("rules-rehearsing");
            assertThat(browser.violations()).isEmpty();
            TreeSet<String> seen = new TreeSet<>();
            await("its report")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        browser.open("/desk/rules");
                        browser.driver().findElements(By.tagName("progress")).stream()
                                .map(bar -> bar.findElement(By.xpath("..")).getText())
                                .forEach(seen::add);
                        assertThat(browser.shows(By.partialLinkText("Report of")))
                                .as("so far %s, and now %s", seen, browser.text())
                                .isTrue();
                    });
            assertThat(seen).as("how far it was").isNotEmpty();
            assertThat(browser.text())
                    .contains("4 people, seed 7, from 1 " + month(from) + " until 10 " + month(from))
                    .contains("exactly what the folders hold");
            browser.picture("rules-rehearsed");

            browser.click(By.partialLinkText("Report of"));
            await("the report")
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(browser.see(By.tagName("body")).getText())
                                    .contains("4 people", "letters", String.valueOf(from.getYear())));
        }
    }

    @Test
    void aRehearsalIsStoppedWithItsProcessAndItsDatabase() {
        Visitor admin = Visitor.signedIn(port, "admin", "admin-in-tests");
        start(admin, 5);
        start(admin, 6);
        Path database = await("its database")
                .atMost(PATIENCE)
                .until(this::database, Optional::isPresent)
                .orElseThrow();
        ProcessHandle child = child().orElseThrow();
        ProcessHandle postgres = await("its database's process")
                .atMost(PATIENCE)
                .until(() -> process(database), Optional::isPresent)
                .orElseThrow();

        assertThat(stop(admin, 6)).contains("The rehearsal is stopped");
        assertThat(stop(admin, 5)).contains("The rehearsal is stopped");

        assertThat(line(admin, 5)).contains("Stopped by admin at");
        assertThat(line(admin, 6)).contains("Stopped by admin at 0 %");
        await("the end of everything it had begun").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(child.isAlive()).as("the process").isFalse();
            assertThat(postgres.isAlive()).as("its PostgreSQL").isFalse();
            assertThat(database.getParent()).as("its folder").doesNotExist();
        });
        assertThat(child()).as("the one that waited never began").isEmpty();
        assertThat(line(admin, 5)).as("still said").contains("Stopped by admin at");
    }

    @Test
    void daysThatMakeNoSenseAreRefused() {
        Visitor admin = Visitor.signedIn(port, "admin", "admin-in-tests");
        int before = rehearsals.recent(100).size();
        Map.of(
                        Map.of("from", "2026-03-01", "until", "2026-03-01"),
                        "The last day comes before the season has begun",
                        Map.of("from", "1 March"),
                        "Write days as year, month and day",
                        Map.of("from", "1926-03-01"),
                        "Begin the rehearsal within 10 years of today")
                .forEach((days, says) -> {
                    HttpResponse<String> page = rehearse(admin, days);
                    assertThat(page.statusCode()).isEqualTo(422);
                    assertThat(page.body()).contains(says, "value=\"" + days.get("from") + "\"");
                });
        assertThat(rehearsals.recent(100)).hasSize(before);
    }

    private static String month(LocalDate day) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", Locale.CANADA).format(day);
    }

    private static void fill(Browser browser, String field, String value) {
        browser.see(By.id(field));
        browser.driver().executeScript("document.getElementById(arguments[0]).value = arguments[1]", field, value);
    }

    private static HttpResponse<String> rehearse(Visitor admin, Map<String, String> more) {
        Map<String, String> form = new java.util.HashMap<>(Map.of("program", "mla-peer", "people", "60", "seed", "7"));
        form.putAll(more);
        return admin.form("/desk/rules/rehearsals", admin.get("/desk/rules").body(), form);
    }

    private static void start(Visitor admin, int seed) {
        rehearse(admin, Map.of("seed", String.valueOf(seed)));
    }

    private String stop(Visitor admin, int seed) {
        String id = rehearsals.recent(100).stream()
                .filter(kept -> kept.seed() == seed)
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
        String page = admin.get("/desk/rules").body();
        assertThat(page).contains("Stop this rehearsal");
        HttpResponse<String> answer = admin.form("/desk/rules/rehearsals/" + id + "/stop", page, Map.of());
        return answer.headers()
                .firstValue("Location")
                .map(where ->
                        admin.get(where.replaceFirst("^https?://[^/]*", "")).body())
                .orElse(answer.body());
    }

    private static String line(Visitor admin, int seed) {
        return org.jsoup.Jsoup.parse(admin.get("/desk/rules").body()).select("tr").stream()
                .map(org.jsoup.nodes.Element::text)
                .filter(row -> row.contains("seed " + seed + ","))
                .findFirst()
                .orElse("");
    }

    private static Optional<ProcessHandle> child() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> folder(process).isPresent())
                .findFirst();
    }

    /** Its own list of arguments is cut where a class path is as long as that of tests. */
    private static Optional<Path> folder(ProcessHandle process) {
        try {
            Path whole = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
            String[] arguments = Files.exists(whole)
                    ? Files.readString(whole).split("\0")
                    : process.info().arguments().orElse(new String[0]);
            return Stream.of(arguments)
                    .filter(argument -> argument.startsWith(TELLS_ITS_DATABASE))
                    .map(argument -> Path.of(argument.substring(TELLS_ITS_DATABASE.length())))
                    .findFirst();
        } catch (IOException e) {
            // It ended while it was looked at.
            return Optional.empty();
        }
    }

    private Optional<Path> database() {
        return child().flatMap(RehearsalPagesTest::folder).filter(Files::exists);
    }

    private static Optional<ProcessHandle> process(Path database) {
        Path pid = database.resolve("postmaster.pid");
        try {
            List<String> lines = Files.exists(pid) ? Files.readAllLines(pid) : List.of();
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
