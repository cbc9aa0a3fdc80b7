package org.seealso.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seealso.Markers;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.Visitor;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.State;
import org.seealso.people.Cohort;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever is erased in the middle of an application is nowhere any more, and nothing goes on about them. */
@SeeAlsoTest
class EarlyErasureTest {
    private static final String MARK = "Zqoriane";

    @Autowired
    Stage stage;

    @Autowired
    Erasure erasure;

    @Autowired
    Links links;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ConfigurableEnvironment settings;

    @LocalServerPort
    int port;

    /** How far an application has come. */
    enum Point {
        ADDRESS_NOT_CONFIRMED,
        IN_REVIEW,
        CLAIMED_BY_A_COORDINATOR,
        ASKED_FOR_MORE_WITH_A_DRAFT,
        /** The process still waits for second thoughts. */
        SENT_MORE_A_MOMENT_AGO,
        IN_THE_POOL
    }

    private Participant oriane;
    private ProcessInstance admission;

    @BeforeEach
    void somebodyApplies() {
        stage.opensOn("2025-12-01");
        Cohort cohort = stage.cohort(Cohort.State.OPEN);
        oriane = stage.participant(cohort, MARK + " Tremblay", Participant.State.APPLIED);
        stage.submission(oriane, null, "application-peer", Map.of("shortGoal", "written by " + MARK));
        Map<String, Object> variables = new HashMap<>(Map.of(
                "program",
                "mla-peer",
                "cohortId",
                cohort.id().toString(),
                "applicationId",
                oriane.id().toString(),
                "label",
                oriane.person().name(),
                "answerBy",
                Date.from(Stage.morningOf("2025-12-08")),
                "worksInLibrary",
                "yes",
                "conductAccepted",
                true,
                "voluntary",
                true));
        admission = stage.start("admission.received", oriane.id(), variables);
    }

    private void comesTo(Point point) {
        if (point == Point.ADDRESS_NOT_CONFIRMED) {
            return;
        }
        stage.answer(admission, oriane, Map.of());
        switch (point) {
            case CLAIMED_BY_A_COORDINATOR ->
                tasks.claim(stage.task(admission, "UserTask_ReviewApplication").getId(), "coordinator");
            case ASKED_FOR_MORE_WITH_A_DRAFT -> {
                stage.complete(admission, "UserTask_ReviewApplication", Map.of("decision", "more"));
                links.saveDraft(open().get(0), "{\"more\":[\"half a thought of " + MARK + "\"]}");
            }
            case SENT_MORE_A_MOMENT_AGO -> {
                stage.complete(admission, "UserTask_ReviewApplication", Map.of("decision", "more"));
                sendMore();
            }
            case IN_THE_POOL -> stage.complete(admission, "UserTask_ReviewApplication", Map.of("decision", "accept"));
            default -> {}
        }
    }

    private void sendMore() {
        Link asked = links.askedOf(oriane.person().id()).get(0);
        Visitor visitor = new Visitor(port);
        String page = visitor.get(
                        links.mint(asked.as(UUID.randomUUID(), State.OPEN)).getPath())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String path = URI.create(page).getPath();
        MapPropertySource quarter =
                new MapPropertySource("second thoughts", Map.of("seealso.second-thoughts", "PT15M"));
        settings.getPropertySources().addFirst(quarter);
        try {
            assertThat(visitor.form(path, visitor.get(path).body(), Map.of("more", "all of " + MARK))
                            .body())
                    .contains("Change my answer");
        } finally {
            settings.getPropertySources().remove(quarter.getName());
        }
    }

    private List<UUID> open() {
        return links.askedOf(oriane.person().id()).stream().map(Link::publicId).toList();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftOfWhoeverIsErasedOnTheWay(Point point) {
        try (Markers markers = new Markers(jdbc)) {
            comesTo(point);
            assertThat(markers.columns(MARK)).as("before").contains("public.answer.shown", "public.person.name");

            erasure.erase(oriane.person().id());
            stage.time.settle();
            erasure.lookAgain(oriane.person().id());
            stage.time.settle();

            assertThat(markers.columns(MARK)).isEmpty();
            assertThat(markers.places(MARK)).noneMatch(place -> place.startsWith("log"));
            assertThat(open()).as("forms they could still answer").isEmpty();
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceId(admission.getId())
                            .list())
                    .as("the application still runs")
                    .isEmpty();
            assertThat(about()).as("what still runs about them").isEmpty();
            int letters = stage.letters(oriane).size();
            stage.time.travelTo(Instant.parse("2026-03-01T12:00:00Z"));
            assertThat(stage.letters(oriane)).as("nobody writes to them again").hasSize(letters);
            assertThat(markers.columns(MARK)).as("later").isEmpty();
        }
    }

    @Test
    void aStrangerWithTheOldLinkFindsNothing() {
        comesTo(Point.ASKED_FOR_MORE_WITH_A_DRAFT);
        UUID form = open().get(0);
        erasure.erase(oriane.person().id());
        assertThat(links.draft(form)).isEmpty();
        assertThat(links.byPublicId(form))
                .satisfiesAnyOf(
                        link -> assertThat(link).isEmpty(),
                        link -> assertThat(link.orElseThrow().state()).isNotEqualTo(Links.State.OPEN));
        erasure.lookAgain(oriane.person().id());
    }

    private List<String> about() {
        return jdbc.sql(
                        "select distinct d.key_ from act_ru_variable v join act_ru_execution e on e.id_ = v.proc_inst_id_"
                                + " join act_re_procdef d on d.id_ = e.proc_def_id_ where v.text_ = ?")
                .param(oriane.id().toString())
                .query(String.class)
                .list();
    }
}
