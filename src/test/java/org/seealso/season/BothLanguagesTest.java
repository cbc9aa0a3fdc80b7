package org.seealso.season;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.Visitor;
import org.seealso.Words;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Two people of one mentorship, one in French and one in English: neither meets a sentence of the other's language. */
@SeeAlsoTest
@TestPropertySource(properties = "seealso.test.database=languages")
class BothLanguagesTest {
    private static final Pattern TOKEN = Pattern.compile("/f/[\\w-]{43}");
    /** What both languages leave as it is. */
    private static final String[] NAMES = {
        "Peer mentorship", "Manitoba Library Association", "MLA Office", "Ontario Library Association", "English"
    };

    @LocalServerPort
    int port;

    @Autowired
    Stage stage;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void theFirstDay() {
        stage.opensOn("2026-01-12");
    }

    private static String link(String letter) {
        Matcher token = TOKEN.matcher(letter);
        assertThat(token.find()).as(letter).isTrue();
        return token.group();
    }

    private static Document page(HttpResponse<String> response) {
        return Jsoup.parse(response.body());
    }

    private static void isFrench(Document page) {
        assertThat(page.select("html").attr("lang")).isEqualTo("fr");
        assertThat(Words.english(page.text(), NAMES)).as(page.text()).isEmpty();
    }

    private static void isEnglish(Document page) {
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        Document own = page.clone();
        own.select("[lang=fr]").remove();
        assertThat(Words.french(own.text(), NAMES)).as(own.text()).isEmpty();
    }

    @Test
    void eachMemberOfAMentorshipGetsEveryLetterAndPageInTheirLanguage() {
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        Participant zoe = stage.participant(cohort, "Zoé Tremblay", Participant.State.MATCHED);
        Participant ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        jdbc.sql("update person set language = 'fr' where id = ?")
                .param(zoe.person().id())
                .update();
        Mentorship pair = stage.mentorship(cohort, stage.now(zoe), ben);
        ProcessInstance mentorship = stage.start(pair);

        Visitor atHome = new Visitor(port);
        String form = opened(atHome, stage.letterText(zoe, "agreement"));
        isFrench(page(atHome.get(form)));
        stage.writes(zoe, pair, "agreement", Map.of("frequency", "monthly", "agreed", "yes"));
        stage.answer(mentorship, zoe, "agreement", Map.of("agreed", "yes"));
        stage.answer(mentorship, ben, "accept-agreement", Map.of("accepted", "yes"));

        stage.time.travelTo(LocalDate.parse("2026-02-12"));
        checksIn(zoe);
        checksIn(ben);
        assertThat(jdbc.sql(
                                "select question from answer where participant_id = ? and form = 'check-in' order by position")
                        .param(zoe.id())
                        .query(String.class)
                        .list())
                .as("coordinators read the English question")
                .isNotEmpty()
                .allSatisfy(question -> assertThat(Words.french(question)).isEmpty());

        stage.time.travelTo(LocalDate.parse("2026-07-10"));
        assertThat(stage.letters(zoe)).contains("kickoff", "agreed", "check-in", "thanks");
        List<String> french = arrived(zoe, stage.letters(zoe).size());
        List<String> english = arrived(ben, stage.letters(ben).size());
        assertThat(french)
                .allSatisfy(letter ->
                        assertThat(Words.english(letter, NAMES)).as(letter).isEmpty());
        assertThat(english)
                .allSatisfy(letter ->
                        assertThat(Words.french(letter, NAMES)).as(letter).isEmpty());
        assertThat(stage.letterText(zoe, "kickoff")).contains("dure jusqu'au vendredi 10 juillet 2026");
        assertThat(stage.letterText(ben, "kickoff")).contains("runs until Friday, July 10, 2026");
    }

    private static List<String> arrived(Participant reader, int letters) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Stage.mail(reader.person().email()), mail -> mail.size() == letters);
    }

    private String opened(Visitor visitor, String letter) {
        return visitor.get(link(letter)).headers().firstValue("Location").orElseThrow();
    }

    private void checksIn(Participant member) {
        Visitor visitor = new Visitor(port);
        String form = opened(visitor, stage.letterText(member, "check-in"));
        HttpResponse<String> asked = visitor.get(form);
        HttpResponse<String> refused = visitor.form(form, asked.body(), Map.of("fit", "good"));
        HttpResponse<String> sent =
                visitor.form(form, asked.body(), Map.of("contacts", "2", "fit", "good", "help", "none"));
        stage.time.settle();
        for (HttpResponse<String> response : List.of(asked, refused, sent)) {
            if (member.person().name().startsWith("Zoé")) {
                isFrench(page(response));
            } else {
                isEnglish(page(response));
            }
        }
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(sent.statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverAppliesInFrenchIsWrittenToInFrench() {
        stage.todayIs("2025-12-01");
        stage.cohort(Cohort.State.OPEN);
        Visitor visitor = new Visitor(port);
        Document english = page(visitor.get("/apply/mla-peer"));
        isEnglish(english);
        String change = english.select(".seealso-header a[hreflang=fr]").attr("href");
        assertThat(english.select(".seealso-header a[hreflang=fr]").text()).isEqualTo("Français");

        isFrench(page(visitor.get("/apply/mla-peer" + change)));
        HttpResponse<String> remembered = visitor.get("/apply/mla-peer");
        isFrench(page(remembered));
        assertThat(page(remembered).select(".seealso-header a[hreflang=en]").text())
                .isEqualTo("English");

        String address = "camille.roy@library.example";
        Map<String, List<String>> application =
                new LinkedHashMap<>(Cast.all().get(0).application());
        application.put("name", List.of("Camille Roy"));
        application.put("email", List.of(address));
        HttpResponse<String> sent = visitor.formOfLists("/apply/mla-peer", remembered.body(), application);
        assertThat(sent.statusCode()).as(page(sent).text()).isEqualTo(200);
        isFrench(page(sent));
        stage.time.settle();

        assertThat(jdbc.sql("select language from person where email = ?")
                        .param(address)
                        .query(String.class)
                        .single())
                .isEqualTo("fr");
        assertThat(jdbc.sql("select subject from letter where address = ?")
                        .param(address)
                        .query(String.class)
                        .single())
                .isEqualTo("Veuillez confirmer votre adresse");
        assertThat(jdbc.sql("select a.question from answer a join person p on p.id = a.person_id where p.email = ?")
                        .param(address)
                        .query(String.class)
                        .list())
                .contains("Your time zone")
                .doesNotContain("Votre fuseau horaire");
    }

    @Test
    void aKnownPersonKeepsTheirLanguageWhoeverFillsInAPageWithTheirAddress() {
        stage.todayIs("2025-12-01");
        Cohort cohort = stage.cohort(Cohort.State.OPEN);
        Participant known = stage.participant(cohort, "Ana Silva", Participant.State.POOL);
        Visitor stranger = new Visitor(port);
        HttpResponse<String> french = stranger.get("/apply/mla-peer?lang=fr");
        Map<String, List<String>> application =
                new LinkedHashMap<>(Cast.all().get(0).application());
        application.put("email", List.of(known.person().email()));
        isFrench(page(stranger.formOfLists("/apply/mla-peer", french.body(), application)));
        stage.time.settle();

        assertThat(arrived(known, 1))
                .isNotEmpty()
                .allSatisfy(letter ->
                        assertThat(Words.french(letter, NAMES)).as(letter).isEmpty());
    }

    @Test
    void aLanguageNobodyHasIsEnglish() {
        stage.todayIs("2025-12-01");
        stage.cohort(Cohort.State.OPEN);
        isEnglish(page(new Visitor(port).get("/apply/mla-peer?lang=%3Cscript%3E")));
        isEnglish(page(new Visitor(port).get("/apply/mla-peer?lang=de")));
    }
}
