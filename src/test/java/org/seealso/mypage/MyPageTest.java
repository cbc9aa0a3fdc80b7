package org.seealso.mypage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.Markers;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.Visitor;
import org.seealso.Words;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** My page as a participant uses it: by letter, for half an hour, without scripts. */
@SeeAlsoTest
class MyPageTest {
    private static final Pattern LINK = Pattern.compile("/f/[\\w-]{43}");
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    Stage stage;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PublishedRules rules;

    @LocalServerPort
    int port;

    private Visitor visitor;
    private Participant ana;
    private Participant ben;
    private Mentorship mentorship;

    @BeforeEach
    void twoPeopleMeet() {
        stage.opensOn("2026-01-12");
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        mentorship = stage.mentorship(cohort, ana, ben);
        visitor = new Visitor(port);
    }

    private HttpResponse<String> ring(String address) {
        return visitor.form("/me", visitor.get("/me").body(), Map.of("email", address));
    }

    private String link(String address) {
        return link(address, "Your page");
    }

    private static String link(String address, String subject) {
        return Awaitility.await().atMost(SOON).until(() -> newest(address, subject), link -> !link.isEmpty());
    }

    private static String newest(String address, String subject) {
        return Stage.mail(address).stream()
                .filter(letter -> letter.startsWith(subject))
                .map(LINK::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .reduce("", (first, second) -> second);
    }

    /** Opens My page as somebody. */
    private String open(Participant who) {
        return open(who, "Your page");
    }

    private String open(Participant who, String subject) {
        ring(who.person().email());
        HttpResponse<String> swap = visitor.get(link(who.person().email(), subject));
        assertThat(swap.headers().firstValue("Location")).hasValue("/me/page");
        return visitor.get("/me/page").body();
    }

    private String page(String path, String value, String field) {
        return main(visitor.form(path, visitor.get(path).body(), Map.of(field, value)));
    }

    private static String main(HttpResponse<String> response) {
        return Jsoup.parse(response.body()).select("main").text();
    }

    @Test
    void nobodyLearnsWhetherAnAddressIsKnown() {
        HttpResponse<String> known = ring(ana.person().email());
        HttpResponse<String> unknown = ring("nobody.at.all@library.example");

        assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(200);
        assertThat(main(unknown)).isEqualTo(main(known));
        link(ana.person().email());
        assertThat(Stage.mail("nobody.at.all@library.example")).isEmpty();
        assertThat(stage.lettersTo("nobody.at.all@library.example", "my-page")).isZero();
    }

    @Test
    void fiveLettersAnHourAreEnough() {
        for (int i = 0; i < 8; i++) {
            ring(ana.person().email());
        }
        ring(ben.person().email());
        link(ben.person().email());
        assertThat(stage.lettersTo(ana.person().email(), "my-page")).isEqualTo(5);
    }

    @Test
    void saysWhereOneIsAndClosesAfterHalfAnHour() {
        stage.start(mentorship);
        String page = Jsoup.parse(open(ana)).select("main").text();
        assertThat(page)
                .contains("Ana Silva", "You are matched.", "With Ben Okoro", "It is under way.")
                .doesNotContain(ana.id().toString());

        stage.clock.set(stage.clock.instant().plus(Duration.ofMinutes(31)));
        assertThat(main(visitor.get("/me/page"))).contains("My page is closed");
        assertThat(main(visitor.get("/me/told"))).contains("My page is closed");
        assertThat(visitor.get("/me/data.zip").body()).contains("My page is closed");
    }

    @Test
    void visitsDoNothing() {
        open(ana);
        String before = everything();
        for (String path : List.of(
                "/me/page", "/me/told", "/me/data.zip", "/me/language", "/me/busy", "/me/address", "/me/erase")) {
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(everything()).isEqualTo(before);
        assertThat(visitor.get("/me/go").statusCode()).isEqualTo(405);
        assertThat(visitor.get("/me/close").statusCode()).isEqualTo(405);
        // Without our page's hidden field nothing is taken either.
        assertThat(visitor.form("/me/erase", "", Map.of("sure", "ERASE")).statusCode())
                .isEqualTo(403);
        assertThat(everything()).isEqualTo(before);
    }

    private String everything() {
        return jdbc.sql(
                        "select person::text || (select string_agg(l::text, ' ') from link l where person_id = person.id)"
                                + " from person where id = ?")
                .param(ana.person().id())
                .query(String.class)
                .single();
    }

    @Test
    void aClosedPageStaysClosed() {
        String page = open(ana);
        String letter = link(ana.person().email());
        assertThat(main(visitor.form("/me/close", page, Map.of()))).contains("My page is closed");
        visitor.get(letter);
        assertThat(main(visitor.get("/me/page"))).contains("My page is closed");
    }

    @Test
    void changesLanguageAndBusyTime() {
        open(ana);
        String busy = visitor.get("/me/busy").body();
        visitor.form("/me/busy", busy, Map.of("busy", "until", "busyUntil", "2026-02-20"));
        assertThat(main(visitor.get("/me/page"))).contains("until Friday, February 20, 2026");
        visitor.form("/me/busy", busy, Map.of("busy", "free"));
        assertThat(main(visitor.get("/me/page"))).doesNotContain("February 20");

        page("/me/language", "fr", "language");
        assertThat(french(visitor.get("/me/page"))).contains("Ma page", "français");
    }

    @Test
    void anAddressChangesWhenBothHaveSaidYes() {
        String fresh = "ana.new." + ana.id().toString().substring(0, 8) + "@library.example";
        open(ana);
        assertThat(page("/me/address", fresh, "newAddress")).contains("look into both mailboxes");
        String old = Awaitility.await()
                .atMost(SOON)
                .until(() -> newest(ana.person().email(), "Is this your new address"), link -> !link.isEmpty());
        String other = Awaitility.await()
                .atMost(SOON)
                .until(() -> newest(fresh, "Is this your address"), link -> !link.isEmpty());

        assertThat(answer(old)).contains("still wait");
        assertThat(stage.now(ana).person().email()).isEqualTo(ana.person().email());
        // Twice from the same mailbox is not both.
        assertThat(answer(old)).contains("still wait");
        assertThat(answer(other)).contains("Your address has changed");
        assertThat(stage.now(ana).person().email()).isEqualTo(fresh);
    }

    private String answer(String link) {
        Visitor mailbox = new Visitor(port);
        String clean = clean(mailbox, link);
        return main(mailbox.form(clean, mailbox.get(clean).body(), Map.of("right", "yes")));
    }

    private static String clean(Visitor mailbox, String link) {
        return URI.create(mailbox.get(link).headers().firstValue("Location").orElseThrow())
                .getPath();
    }

    private void speaksFrench(Participant who) {
        jdbc.sql("update person set language = 'fr' where id = ?")
                .param(who.person().id())
                .update();
    }

    /** The page's words, once it is sure that all of them are French. */
    private String french(HttpResponse<String> response) {
        Document page = Jsoup.parse(response.body());
        ProgramRow row = rules.row(rules.current(), "mla-peer");
        assertThat(page.select("html").attr("lang")).isEqualTo("fr");
        assertThat(Words.english(
                        page.text() + " " + page.title(), row.name(), row.association(), row.coordinatorName()))
                .as(page.text())
                .isEmpty();
        return page.text();
    }

    @Test
    void whoReadsFrenchReadsNothingElse() {
        speaksFrench(ana);
        stage.submission(ana, null, "application-peer", Map.of("shortGoal", "Apprendre"));
        stage.start(mentorship);
        open(ana, "Votre page");
        assertThat(french(visitor.get("/me/page")))
                .contains(
                        "Cette page reste ouverte jusqu’à",
                        "Votre jumelage est fait.",
                        "Avec Ben Okoro",
                        "lundi 12 janvier 2026 – vendredi 10 juillet 2026. Il est en cours.",
                        "Signaler un comportement");
        assertThat(french(visitor.get("/me/told")))
                .contains("Ce que vous nous avez dit", "Apprendre", "Qui lit ceci : l’équipe de coordination")
                .doesNotContain("shortGoal");
        for (String path : List.of("language", "busy", "address", "erase")) {
            french(visitor.get("/me/" + path));
            assertThat(french(visitor.form(
                            "/me/" + path, visitor.get("/me/" + path).body(), Map.of())))
                    .contains("Il reste quelque chose à compléter");
        }
        visitor.form("/me/busy", visitor.get("/me/busy").body(), Map.of("busy", "until", "busyUntil", "2026-02-20"));
        assertThat(french(visitor.get("/me/page"))).contains("jusqu’au vendredi 20 février 2026");
    }

    @Test
    void aFrenchAddressChangesInFrench() {
        speaksFrench(ana);
        String fresh = "ana.nouvelle." + ana.id().toString().substring(0, 8) + "@library.example";
        open(ana, "Votre page");
        french(visitor.form("/me/address", visitor.get("/me/address").body(), Map.of("newAddress", fresh)));
        assertThat(french(visitor.get("/me/page"))).contains(fresh + " attend que les deux adresses aient dit oui.");
        Visitor mailbox = new Visitor(port);
        for (String letter : List.of(
                link(ana.person().email(), "Est-ce bien votre nouvelle adresse"),
                link(fresh, "Est-ce bien votre adresse"))) {
            String clean = clean(mailbox, letter);
            HttpResponse<String> question = mailbox.get(clean);
            french(question);
            french(mailbox.form(clean, question.body(), Map.of("right", "yes")));
        }
        assertThat(stage.now(ana).person().email()).isEqualTo(fresh);
    }

    @Test
    void erasesAfterAFrenchWordToo() {
        speaksFrench(ana);
        open(ana, "Votre page");
        String page = visitor.get("/me/erase").body();
        assertThat(french(visitor.form("/me/erase", page, Map.of("sure", "non"))))
                .contains("le mot EFFACER");
        assertThat(french(visitor.form("/me/erase", page, Map.of("sure", " Effacer "))))
                .contains("C’est effacé");
        assertThat(stage.now(ana).person().name()).isEqualTo("A former member");
    }

    @Test
    void theDoorSpeaksAsTheBrowserWishes() {
        assertThat(Jsoup.parse(visitor.get("/me").body()).select("html").attr("lang"))
                .isEqualTo("en");
        HttpResponse<String> door = visitor.get("/me?lang=fr");
        assertThat(french(door)).contains("M’envoyer un lien");
        assertThat(Jsoup.parse(door.body()).select("a[hreflang=en]").attr("href"))
                .isEqualTo("?lang=en");
        assertThat(french(visitor.form("/me?lang=fr", door.body(), Map.of("email", "?"))))
                .contains("M’envoyer un lien");
        french(visitor.form("/me?lang=fr", door.body(), Map.of("email", "nobody@library.example")));
        french(visitor.get("/me/page?lang=fr"));
    }

    @Test
    void nobodyTakesSomebodyElsesAddress() {
        open(ana);
        page("/me/address", ben.person().email(), "newAddress");
        String old = Awaitility.await()
                .atMost(SOON)
                .until(() -> newest(ana.person().email(), "Is this your new address"), link -> !link.isEmpty());
        String other = Awaitility.await()
                .atMost(SOON)
                .until(() -> newest(ben.person().email(), "Is this your address"), link -> !link.isEmpty());
        answer(old);
        assertThat(answer(other)).contains("Somebody else has this address");
        assertThat(stage.now(ana).person().email()).isEqualTo(ana.person().email());
    }

    @Test
    void leadsToTheFormsOfTheLetters() {
        stage.start(mentorship);
        String page = open(ana);
        for (Element form : Jsoup.parse(page).select("form[action=/me/go]")) {
            Map<String, String> values = new LinkedHashMap<>();
            form.select("input").forEach(input -> values.put(input.attr("name"), input.val()));
            for (Element button :
                    form.select("button[name]").isEmpty() ? form.select("button") : form.select("button[name]")) {
                if (button.hasAttr("name")) {
                    values.put(button.attr("name"), button.val());
                }
                String way = visitor.form("/me/go", page, values)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
                assertThat(way).as(button.text()).matches("(http://localhost:\\d+)?/f/[\\w-]{43}");
            }
        }
        assertThat(visitor.form(
                                "/me/go",
                                page,
                                Map.of("where", "leave", "about", ben.id().toString()))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/me/page");
    }

    @Test
    void takesAwayEverythingOfOneselfAndNothingOfThePartner() throws IOException {
        stage.submission(ana, null, "application-peer", Map.of("shortGoal", "own-words-a", "years", "own-words-b"));
        stage.submission(ana, mentorship.id(), "check-in", Map.of("note", "own-words-c"));
        stage.submission(ben, null, "application-peer", Map.of("shortGoal", "others-words-a"));
        stage.submission(ben, mentorship.id(), "fit-problem", Map.of("details", "others-words-b"));
        stage.start(mentorship);
        open(ana);

        Map<String, String> files = unzip(visitor.download("/me/data.zip").body());
        assertThat(files.keySet()).containsExactlyInAnyOrder("my-data.html", "my-data.json");
        files.forEach((name, content) -> assertThat(content)
                .as(name)
                .contains(
                        "own-words-a",
                        "own-words-b",
                        "own-words-c",
                        "Ana Silva",
                        ana.person().email())
                .doesNotContain("others-words", "Okoro", ben.person().email()));
        assertThat(Jsoup.parse(visitor.get("/me/told").body()).select("main").text())
                .contains("own-words-a", "own-words-c", "Who reads this")
                .doesNotContain("others-words");
    }

    private static Map<String, String> unzip(byte[] zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void erasesAfterATypedWordAndAtOnce() {
        try (Markers markers = new Markers(jdbc)) {
            stage.start(mentorship);
            open(ana);
            assertThat(page("/me/erase", "no", "sure")).contains("Please type the word ERASE");
            assertThat(page("/me/erase", "erase", "sure")).contains("You are erased");

            assertThat(main(visitor.get("/me/page"))).contains("My page is closed");
            stage.time.settle();
            assertThat(markers.columns(ana.person().email())).allMatch(place -> place.startsWith("public.erasure."));
            assertThat(stage.now(ana).person().name()).isEqualTo("A former member");
            assertThat(stage.letters(ben)).contains("ended-early");
            assertThat(stage.now(mentorship).members())
                    .extracting(Participant::id)
                    .doesNotContain(ana.id());
        }
    }
}
