package org.seealso.emailedform;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.seealso.Stage;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.seealso.letter.Links.State;
import org.seealso.people.Cohort;
import org.seealso.people.Participant;
import org.seealso.rules.PublishedRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody is asked a little more about their application, and has the private link to it. */
abstract class AnyForm {
    @Autowired
    Stage stage;

    @Autowired
    Links links;

    @Autowired
    PublishedRules rules;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    Participant ana;
    ProcessInstance asking;

    @BeforeEach
    void anaIsAskedForMore() {
        stage.opensOn("2025-12-01");
        Cohort cohort = stage.cohort(Cohort.State.OPEN);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.IN_REVIEW);
        asking = stage.call(
                "emailed-form",
                ana.id(),
                Map.of(
                        "program", "mla-peer",
                        "cohortId", cohort.id().toString(),
                        "applicationId", ana.id().toString(),
                        "form", "application-more",
                        "letter", "ask-more"));
    }

    /** @param form what is asked; empty behind a link that stands in every letter */
    String link(Purpose purpose, String form) {
        return links.mint(new Link(
                        UUID.randomUUID(),
                        purpose,
                        State.OPEN,
                        rules.current(),
                        "mla-peer",
                        ana.person().id(),
                        ana.id(),
                        null,
                        purpose == Purpose.FORM ? asking.getId() : null,
                        form.isEmpty() ? null : form,
                        Instant.parse("2030-01-01T00:00:00Z")))
                .getPath();
    }

    String link() {
        return link(Purpose.FORM, "application-more");
    }
}
