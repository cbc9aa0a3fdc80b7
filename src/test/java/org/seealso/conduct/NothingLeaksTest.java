package org.seealso.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.Markers;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.Visitor;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.seealso.letter.Outbox;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.seealso.rules.PublishedRules;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Markers in every field people write into about conduct, looked for everywhere after it has all happened (A13). */
@SeeAlsoTest
class NothingLeaksTest {
    private static final Pattern CODE = Pattern.compile("Your code is \\D*(\\d{6})");

    @LocalServerPort
    int port;

    @Autowired
    Stage stage;

    @Autowired
    Links links;

    @Autowired
    PublishedRules rules;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    private Participant ana;
    private Mentorship mentorship;
    private Markers markers;

    @BeforeEach
    void aMentorship() {
        markers = new Markers(jdbc);
        stage.opensOn("2026-03-03");
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        mentorship = stage.mentorship(cohort, ana, stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED));
    }

    @AfterEach
    void stopListening() {
        markers.close();
    }

    /** Ana opens a link of a letter of hers and sends its form. */
    private String sends(Purpose purpose, Map<String, List<String>> fields) {
        URI link = links.mint(new Link(
                UUID.randomUUID(),
                purpose,
                Links.State.OPEN,
                rules.current(),
                "mla-peer",
                ana.person().id(),
                ana.id(),
                mentorship.id(),
                null,
                null,
                Stage.morningOf("2026-12-31")));
        Visitor visitor = new Visitor(port);
        String clean =
                visitor.get(link.getPath()).headers().firstValue("Location").orElseThrow();
        HttpResponse<String> answer =
                visitor.formOfLists(clean, visitor.get(clean).body(), fields);
        assertThat(answer.statusCode()).as(said(answer)).isEqualTo(200);
        stage.time.settle();
        return said(answer);
    }

    private static String said(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).select("main").text();
    }

    private Task toHandle() {
        return tasks.createTaskQuery()
                .taskDefinitionKey("UserTask_HandleReport")
                .singleResult();
    }

    /** The handler reads the report after a code. */
    private String readBy(Visitor handler) {
        String page = "/conduct/" + tasks.getVariable(toHandle().getId(), "submissionId");
        int before = codes().size();
        handler.form(page + "/code", handler.get(page).body(), Map.of());
        String code = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(NothingLeaksTest::codes, all -> all.size() > before)
                .get(before);
        handler.form(page, handler.get(page).body(), Map.of("code", code));
        return said(handler.get(page));
    }

    private static List<String> codes() {
        return Stage.mail("conduct@mla.example").stream()
                .map(CODE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    private void everythingIsSent() {
        stage.time.settle();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> outbox.waiting() == 0);
    }

    private void closes(Visitor handler, String words, String note) {
        HttpResponse<String> sent =
                handler.engine("POST", "task/" + toHandle().getId() + "/submit-form", """
                {"variables": {"outcome": {"value": "nothing"}, "tell": {"value": "spoken"}, "words": {"value": "%s"},
                  "note": {"value": "%s"}, "conflict": {"value": true}}}""".formatted(words, note));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(204);
    }

    @Test
    void ofAConductReportNothingIsFoundButTheHandlersWordsInTheReportersLetter() {
        Visitor handler = Visitor.signedIn(port, "handler", "handler-in-tests");
        assertThat(sends(
                        Purpose.CONDUCT_REPORT,
                        Map.of(
                                "what", List.of("marker-leak-what"),
                                "when", List.of("marker-leak-when"),
                                "witness", List.of("marker-leak-witness"),
                                "safeWay", List.of("marker-leak-safe"),
                                "stopNow", List.of("yes"))))
                .contains("What you wrote has arrived", "You will get a letter");
        assertThat(stage.letters(ana)).containsExactly("conduct-received");
        assertThat(readBy(handler))
                .contains("marker-leak-what", "marker-leak-when", "marker-leak-witness", "marker-leak-safe");
        stage.time.travelTo(Stage.morningOf("2026-03-20"));
        closes(handler, "marker-told", "marker-leak-note");
        everythingIsSent();

        assertThat(markers.places("marker-leak")).isEmpty();
        assertThat(markers.places("marker-told"))
                .singleElement()
                .satisfies(place -> assertThat(place)
                        .startsWith("letter to [" + ana.person().email() + "]"));
        assertThat(markers.columns("Should all contact in this mentorship stop now?"))
                .as("not even that there was such a question")
                .noneMatch(place -> place.startsWith("public.answer"));
    }

    @Test
    void norOfAFitProblemThatTurnedOutToBeOne() {
        Visitor handler = Visitor.signedIn(port, "handler", "handler-in-tests");
        sends(
                Purpose.FIT_PROBLEM,
                Map.of(
                        "category", List.of("intimidation"),
                        "raised", List.of("unsafe"),
                        "want", List.of("end"),
                        "contactPartner", List.of("no"),
                        "safeWay", List.of("marker-fit-safe"),
                        "details", List.of("marker-fit-details")));
        assertThat(readBy(handler)).contains("marker-fit-safe", "marker-fit-details", "I feel intimidated");
        closes(handler, "", "marker-fit-note");
        everythingIsSent();
        assertThat(markers.places("marker-fit")).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("conduct-report")
                        .count())
                .isZero();
    }

    @Test
    void theFormOffersTheHandlersByNameAndARefusedFormKeepsNothing() {
        URI link = links.mint(new Link(
                UUID.randomUUID(),
                Purpose.CONDUCT_REPORT,
                Links.State.OPEN,
                rules.current(),
                "mla-peer",
                ana.person().id(),
                ana.id(),
                null,
                null,
                null,
                Stage.morningOf("2026-12-31")));
        Visitor visitor = new Visitor(port);
        String clean =
                visitor.get(link.getPath()).headers().firstValue("Location").orElseThrow();
        String page = visitor.get(clean).body();
        assertThat(Jsoup.parse(page).select("label").eachText())
                .contains("The handler")
                .as("nobody with that address has an account yet")
                .contains("ombuds@mla.example");
        HttpResponse<String> refused = visitor.form(clean, page, Map.of("witness", "marker-refused-1"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).as("nothing typed is lost").contains("marker-refused-1");
        assertThat(markers.places("marker-refused-1")).isEmpty();
    }

    @Test
    void theSearchFindsWhatIsThere() {
        stage.submission(ana, mentorship.id(), "help", Map.of("question", "marker-found-1"));
        assertThat(markers.places("marker-found-1")).contains("public.answer.value", "public.answer.shown");
        LoggerFactory.getLogger(NothingLeaksTest.class).warn("marker-found-2");
        assertThat(markers.places("marker-found-2")).hasSize(1);
    }
}
