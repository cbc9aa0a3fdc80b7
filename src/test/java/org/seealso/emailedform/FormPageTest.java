package org.seealso.emailedform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Visitor;
import org.seealso.letter.Links.Purpose;
import org.springframework.beans.factory.annotation.Autowired;

/** The page behind a private link, as its reader and as mail scanners meet it. */
@SeeAlsoTest
class FormPageTest extends AnyForm {
    @Autowired
    EmailedForms forms;

    private static String clean(Visitor visitor, String link) {
        HttpResponse<String> swap = visitor.get(link);
        assertThat(swap.statusCode()).isEqualTo(303);
        return swap.headers().firstValue("Location").orElseThrow();
    }

    private static String words(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).select("main").text();
    }

    private long drafts() {
        return jdbc.sql("select count(*) from link where participant_id = ? and draft is not null")
                .param(ana.id())
                .query(Long.class)
                .single();
    }

    @Test
    void whatIsTypedHereGoesOnAtAnotherDevice() {
        String link = link();
        Visitor phone = new Visitor(port);
        String page = clean(phone, link);
        HttpResponse<String> kept =
                phone.form(page + "/live", phone.get(page).body(), Map.of("more", "Half a thought, né?"));
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.body()).contains("\"saved\":true");

        // The reminder's link opens the same draft.
        Visitor desk = new Visitor(port);
        String there = clean(desk, link());
        HttpResponse<String> resumed = desk.get(there);
        assertThat(words(resumed)).contains("We kept what you had written", "Half a thought, né?");

        assertThat(words(desk.form(there, resumed.body(), Map.of("more", "A whole one."))))
                .doesNotContain("still needs");
        assertThat(drafts()).isZero();
    }

    @Test
    void withoutAScriptAButtonKeepsIt() {
        Visitor visitor = new Visitor(port);
        String page = clean(visitor, link());
        HttpResponse<String> saved =
                visitor.form(page, visitor.get(page).body(), Map.of("more", "Later", "_later", "yes"));
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(words(saved)).contains("Saved", "open the link in our letter again");
        assertThat(words(visitor.get(page))).contains("Later");
        assertThat(stage.letters(ana)).containsExactly("ask-more");
    }

    @Test
    void aConductReportIsNeverKeptHalfFilled() {
        Visitor visitor = new Visitor(port);
        String page = clean(visitor, link(Purpose.CONDUCT_REPORT, ""));
        String form = visitor.get(page).body();
        assertThat(form).doesNotContain("_later");
        assertThat(visitor.form(page + "/live", form, Map.of("what", "words nobody may keep"))
                        .body())
                .contains("\"saved\":false");
        assertThat(visitor.form(page, form, Map.of("what", "words nobody may keep", "_later", "yes"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(drafts()).isZero();
    }

    @Test
    void withoutAScriptAQuestionThatComesUpIsAskedOnTheWay() {
        Visitor visitor = new Visitor(port);
        String page = clean(visitor, link(Purpose.LEAVE, ""));
        String form = visitor.get(page).body();
        String seen = Jsoup.parse(form).select("input[name=_seen]").attr("value");
        assertThat(seen.split(" ")).contains("sure").doesNotContain("pauseUntil");
        assertThat(Jsoup.parse(form).select("[data-part][hidden] [name=pauseUntil]"))
                .hasSize(1);

        HttpResponse<String> again = visitor.form(page, form, Map.of("sure", "pause", "_seen", seen));
        assertThat(words(again)).contains("There is a little more to ask");
        assertThat(Jsoup.parse(again.body()).select("[data-part][hidden] [name=pauseUntil]"))
                .isEmpty();
        assertThat(Jsoup.parse(again.body()).select("input[value=pause]").hasAttr("checked"))
                .isTrue();
    }

    @Test
    void whatIsTypedForNothingIsShownBack() {
        Visitor visitor = new Visitor(port);
        String page = clean(visitor, link());
        String form = visitor.get(page).body();
        forms.withdrawAll(ana.id());
        HttpResponse<String> over = visitor.form(page, form, Map.of("more", "An hour of typing"));
        assertThat(words(over)).contains("What you had written", "An hour of typing");

        Visitor forgotten = new Visitor(port);
        forgotten.get(page);
        HttpResponse<String> unknown = forgotten.form(
                page, visitor.get(clean(visitor, link(Purpose.HELP, ""))).body(), Map.of("more", "Another hour"));
        assertThat(unknown.statusCode()).isIn(403, 404);
    }

    @Test
    void aCopyComesOnceAndOnlyWhenWanted() {
        Visitor visitor = new Visitor(port);
        String page = clean(visitor, link());
        HttpResponse<String> sent = visitor.form(page, visitor.get(page).body(), Map.of("more", "I run a branch."));
        String copy = Jsoup.parse(sent.body()).select("form[action$=/copy]").attr("action");
        assertThat(stage.letters(ana)).doesNotContain("copy-of-answer");
        assertThat(words(visitor.form(copy, sent.body(), Map.of()))).contains("A copy is on its way");
        visitor.form(copy, sent.body(), Map.of());
        assertThat(stage.letters(ana)).containsOnlyOnce("copy-of-answer");
        assertThat(stage.letterText(ana, "copy-of-answer")).contains("I run a branch.");
    }

    @Test
    void aThousandVisitsOfAScannerCompleteNothing() {
        String link = link();
        for (int i = 0; i < 250; i++) {
            Visitor scanner = new Visitor(port);
            scanner.head(link);
            String page = clean(scanner, link);
            String form = scanner.get(page).body();
            // Some press every button there is.
            HttpResponse<String> pressed = scanner.form(page, form, Map.of());
            assertThat(pressed.statusCode()).isEqualTo(422);
        }
        assertThat(jdbc.sql("select distinct state from link where process_instance = ?")
                        .param(asking.getId())
                        .query(String.class)
                        .list())
                .containsExactly("OPEN");
        Visitor person = new Visitor(port);
        String page = clean(person, link);
        assertThat(person.form(page, person.get(page).body(), Map.of("more", "Here I am."))
                        .statusCode())
                .isEqualTo(200);
        assertThat(jdbc.sql("select distinct state from link where process_instance = ?")
                        .param(asking.getId())
                        .query(String.class)
                        .list())
                .containsExactly("ANSWERED");
    }

    @Test
    void aTokenIsInNoColumnAndLeavesNoTraceOnTheWay() {
        Matcher written = Pattern.compile("/f/([\\w-]{43})").matcher(stage.letterText(ana, "ask-more"));
        assertThat(written.find()).isTrue();
        String link = written.group();
        String token = written.group(1);
        // The letter itself holds the link until it is sent, and not a moment longer.
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("select count(*) from letter where participant_id = ? and text <> ''")
                        .param(ana.id())
                        .query(Long.class)
                        .single()
                        .equals(0L));
        Visitor visitor = new Visitor(port);
        HttpResponse<String> swap = visitor.get(link);
        assertThat(swap.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        String page = swap.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> form = visitor.get(page);
        assertThat(form.body()).doesNotContain(token);
        assertThat(form.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(form.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        for (Map<String, Object> column : jdbc.sql("""
                        select table_schema, table_name, column_name, data_type from information_schema.columns
                        where table_schema not in ('pg_catalog', 'information_schema')
                          and data_type in ('text', 'character varying', 'bytea', 'jsonb', 'json', 'ARRAY')""").query().listOfRows()) {
            String text = "bytea".equals(column.get("data_type"))
                    ? "encode(\"" + column.get("column_name") + "\", 'escape')"
                    : "\"" + column.get("column_name") + "\"::text";
            long found = jdbc.sql("select count(*) from " + column.get("table_schema") + ".\""
                            + column.get("table_name") + "\" where position(:token in " + text + ") > 0")
                    .param("token", token)
                    .query(Long.class)
                    .single();
            assertThat(found).as(column.toString()).isZero();
        }
    }

    @Test
    void aLinkIsDeadTheMomentItsStepIsOver() {
        Visitor visitor = new Visitor(port);
        String page = clean(visitor, link());
        String form = visitor.get(page).body();
        forms.withdrawAll(ana.id());
        assertThat(visitor.get(page).body()).doesNotContain("name=\"more\"");
        assertThat(visitor.form(page + "/live", form, Map.of("more", "x")).statusCode())
                .isEqualTo(410);
        assertThat(visitor.form(page, form, Map.of("more", "too late")).body()).doesNotContain("name=\"more\"");
    }

    @Test
    void aHundredThousandGuessesHitNothing() {
        link();
        for (int i = 0; i < 100_000; i++) {
            assertThat(links.open(UUID.randomUUID() + "" + i)).isEmpty();
        }
        Visitor guesser = new Visitor(port);
        for (int i = 0; i < 50; i++) {
            assertThat(guesser.get("/f/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        }
    }

    /** The longest form there is, with everything a browser fetches for it, as it goes over the wire. */
    @Test
    void aFirstVisitIsLight() throws Exception {
        HttpClient browser = HttpClient.newHttpClient();
        String home = "http://localhost:" + port;
        HttpResponse<byte[]> page = fetch(browser, home + "/apply/mla-peer");
        Document read = Jsoup.parse(new String(
                new GZIPInputStream(new ByteArrayInputStream(page.body())).readAllBytes(), StandardCharsets.UTF_8));
        long bytes = page.body().length;
        List<String> rest = new ArrayList<>(
                read.select("link[rel=stylesheet], link[rel=icon]").eachAttr("href"));
        rest.addAll(read.select("script[src]").eachAttr("src"));
        assertThat(rest).hasSize(4);
        for (String part : rest) {
            bytes += fetch(browser, home + part).body().length;
        }
        assertThat(bytes).isLessThan(60_000);
    }

    private static HttpResponse<byte[]> fetch(HttpClient browser, String address) throws Exception {
        HttpResponse<byte[]> answer = browser.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }
}
