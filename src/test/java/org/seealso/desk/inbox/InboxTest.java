package org.seealso.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.seealso.Browser;
import org.seealso.SeeAlsoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@SeeAlsoTest
@TestPropertySource(properties = "seealso.inbox=true")
class InboxTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestRestTemplate http;

    @LocalServerPort
    int port;

    @Test
    void listsTheNewestFirstAndFindsAnAddress() {
        String address = UUID.randomUUID() + "@readers.example";
        sent(address, "First letter", "2025-12-01T10:00:00Z");
        sent(address, "Second letter <b>", "2025-12-01T11:00:00Z");
        sent("other-" + address, "Somebody else's", "2025-12-01T12:00:00Z");

        Document page = Jsoup.parse(http.getForObject("/inbox?address={a}", String.class, address.toUpperCase()));
        assertThat(page.select("td a").eachText())
                .containsExactly("Somebody else's", "Second letter <b>", "First letter");
        assertThat(Jsoup.parse(http.getForObject("/inbox?address=nobody-at-all", String.class))
                        .text())
                .contains("No letter to an address like this");
    }

    @Test
    void showsALetterWithItsTextAndCalendarFile() {
        UUID id = sent("ana@readers.example", "Hello", "2025-12-01T10:00:00Z");
        Document page = Jsoup.parse(http.getForObject("/inbox/" + id, String.class));
        assertThat(page.select("h1").text()).isEqualTo("Hello");
        assertThat(page.select("pre").text()).isEqualTo("Plain words");
        assertThat(page.select("iframe").attr("sandbox")).doesNotContain("allow-scripts", "allow-same-origin");

        ResponseEntity<String> calendar = http.getForEntity("/inbox/" + id + "/invite.ics", String.class);
        assertThat(calendar.getBody()).isEqualTo("BEGIN:VCALENDAR");
        assertThat(page.select("a[download]").eachText())
                .as("no file came with it")
                .noneMatch(name -> name.endsWith(".pdf"));
        jdbc.sql("update letter set attachment_name = 'certificate.pdf', attachment_type = 'application/pdf',"
                        + " attachment = '%PDF'::bytea where id = ?")
                .param(id)
                .update();
        assertThat(Jsoup.parse(http.getForObject("/inbox/" + id, String.class))
                        .select("a[download]")
                        .eachText())
                .contains("certificate.pdf");
        assertThat(http.getForEntity("/inbox/" + id + "/attachment", String.class)
                        .getBody())
                .isEqualTo("%PDF");
        assertThat(http.getForEntity("/inbox/" + UUID.randomUUID(), String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void aLinkInALetterOpensInABrowser() {
        UUID id = sent("ana@readers.example", "Hello", "2025-12-01T10:00:00Z");
        try (Browser browser = Browser.on(port).open("/inbox/" + id)) {
            WebDriver driver = browser.driver();
            driver.switchTo().frame(driver.findElement(By.tagName("iframe")));
            assertThat(browser.shows(By.cssSelector("body[data-ran]"))).isFalse();
            browser.click(By.linkText("Open"));
            browser.until(() -> driver.getWindowHandles().size() == 2);
            driver.switchTo()
                    .window(driver.getWindowHandles().stream()
                            .reduce((first, last) -> last)
                            .orElseThrow());
            browser.until(() -> browser.path().equals("/inbox?address=ana"));
            assertThat(browser.text()).startsWith("Inbox");
        }
    }

    private UUID sent(String address, String subject, String at) {
        UUID id = UUID.randomUUID();
        String html = "<!doctype html><html><head><title>Hello</title></head><body>"
                + "<script>document.body.dataset.ran = 'yes'</script>"
                + "<a href=\"http://localhost:" + port + "/inbox?address=ana\">Open</a></body></html>";
        jdbc.sql("""
                        insert into letter (id, program, name, deployment, label, address, sender_name, reply_to,
                            subject, text, html, calendar, message_id, reminder, state, created_at, sent_at)
                        values (?, 'mla-peer', 'thanks', 'd', 'Ana Silva', ?, 'MLA Peer Mentorship', 'c@mla.example',
                            ?, 'Plain words', ?, 'BEGIN:VCALENDAR', ?, false, 'SENT', ?::timestamptz, ?::timestamptz)""")
                .params(id, address, subject, html, "<" + id + "@localhost>", at, at)
                .update();
        return id;
    }
}
