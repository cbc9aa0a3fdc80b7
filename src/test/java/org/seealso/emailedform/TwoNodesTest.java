package org.seealso.emailedform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SecondNode;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.Visitor;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.seealso.letter.Links.State;
import org.seealso.people.Cohort;
import org.seealso.people.Participant;
import org.seealso.rules.PublishedRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Eight hands press “Send” on the same page at the same moment, at two nodes over one database: one answer counts. */
@SeeAlsoTest
class TwoNodesTest {
    private static final int HANDS = 8;
    private static final int FORMS = Integer.getInteger("seealso.double-submits", 200);

    @Autowired
    Stage stage;

    @Autowired
    Links links;

    @Autowired
    PublishedRules rules;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment settings;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private SecondNode other;

    @BeforeEach
    void aSecondNode() {
        other = SecondNode.beside(settings, clock);
    }

    @AfterEach
    void oneNodeIsEnough() {
        other.close();
    }

    @Test
    void oneOfEightAnswersCounts() throws Exception {
        stage.opensOn("2025-12-01");
        Cohort cohort = stage.cohort(Cohort.State.OPEN);
        List<String> asked = new ArrayList<>();
        List<String> processes = new ArrayList<>();
        for (int i = 0; i < FORMS; i++) {
            Participant person = stage.participant(cohort, "Person " + i, Participant.State.IN_REVIEW);
            ProcessInstance process = stage.call(
                    "emailed-form",
                    person.id(),
                    Map.of(
                            "program", "mla-peer",
                            "cohortId", cohort.id().toString(),
                            "applicationId", person.id().toString(),
                            "form", "application-more",
                            "letter", "ask-more"));
            processes.add(process.getId());
            asked.add(links.mint(new Link(
                            UUID.randomUUID(),
                            Purpose.FORM,
                            State.OPEN,
                            rules.current(),
                            "mla-peer",
                            person.person().id(),
                            person.id(),
                            null,
                            process.getId(),
                            "application-more",
                            Instant.parse("2030-01-01T00:00:00Z")))
                    .getPath());
        }
        Queue<String> trouble = new ConcurrentLinkedQueue<>();
        CyclicBarrier together = new CyclicBarrier(HANDS);
        ExecutorService hands = Executors.newFixedThreadPool(HANDS);
        List<Future<?>> work = new ArrayList<>();
        for (int hand = 0; hand < HANDS; hand++) {
            int node = hand % 2 == 0 ? port : other.port();
            work.add(hands.submit(() -> {
                for (String link : asked) {
                    Visitor visitor = new Visitor(node);
                    HttpResponse<String> swap = visitor.get(link);
                    String page = URI.create(
                                    swap.headers().firstValue("Location").orElseThrow())
                            .getPath();
                    String form = visitor.get(page).body();
                    together.await(60, TimeUnit.SECONDS);
                    HttpResponse<String> sent = visitor.form(page, form, Map.of("more", "From one of many hands"));
                    if (sent.statusCode() != 200) {
                        trouble.add(sent.statusCode() + ": "
                                + Jsoup.parse(sent.body()).text());
                    }
                    // Nobody opens the next page before this one is answered everywhere.
                    together.await(60, TimeUnit.SECONDS);
                }
                return null;
            }));
        }
        for (Future<?> each : work) {
            each.get(10, TimeUnit.MINUTES);
        }
        hands.shutdown();

        assertThat(trouble).isEmpty();
        assertThat(jdbc.sql("select count(distinct submission_id) from answer where cohort_id = ?")
                        .param(cohort.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(FORMS);
        assertThat(jdbc.sql(
                                "select count(*) from act_hi_taskinst where end_time_ is not null and proc_inst_id_ in (:ids)")
                        .param("ids", processes)
                        .query(Long.class)
                        .single())
                .isEqualTo(FORMS);
    }
}
