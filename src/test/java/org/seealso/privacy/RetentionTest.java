package org.seealso.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.Markers;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.Visitor;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Participant;
import org.seealso.people.Participant.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people wrote goes when its time is over, by their own choice or by the row of the program (B14). */
@SeeAlsoTest
class RetentionTest {
    private static final Set<String> COUNTED = Set.of("report");

    @Autowired
    Stage stage;

    @Autowired
    Cohorts cohorts;

    @Autowired
    Retention retention;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Cohort cohort;

    @BeforeEach
    void theEndOfACohort() {
        stage.opensOn("2026-07-10");
        // Whoever earlier tests left behind is due by now, too, and would be counted here.
        jdbc.sql("update participant set forgotten_at = now() where forgotten_at is null")
                .update();
        cohort = stage.cohort(Cohort.State.RUNNING);
    }

    private Participant done(String name, String choice) {
        Participant made = stage.participant(cohort, name, State.DONE);
        stage.submission(made, null, "application-peer", Map.of("shortGoal", "wish of " + name, "retention", choice));
        return made;
    }

    private void on(String day) {
        stage.todayIs(day);
        retention.enforce();
    }

    @Test
    void whoWroteToUsIsForgottenLongAfter() {
        for (String day : List.of("2025-06-01", "2025-06-10")) {
            jdbc.sql("insert into incoming_mail (id, message_id, arrived_at, outcome) values (?, ?, ?::date, 'yes')")
                    .params(UUID.randomUUID(), "mail of " + day, day)
                    .update();
        }
        on("2026-07-10");
        assertThat(jdbc.sql("select message_id from incoming_mail where message_id like 'mail of %'")
                        .query(String.class)
                        .list())
                .containsExactly("mail of 2025-06-10");
    }

    private boolean kept(Participant somebody) {
        return jdbc.sql("select count(*) from answer where shown = ?")
                        .param("wish of " + somebody.person().name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void everybodyIsKeptAsLongAsTheyChoseAndNobodyLongerThanTheRowSays() {
        Participant program = done("Ana Afterprogram", "afterProgram");
        Participant year = done("Ben Oneyear", "oneYear");
        Participant ever = done("Cara Untilask", "untilIAsk");
        Participant now = done("Dan Delete", "delete");

        on("2026-07-11");
        assertThat(List.of(program, year, ever)).allMatch(this::kept);
        assertThat(kept(now)).isFalse();

        cohorts.move(cohort.id(), Cohort.State.ENDED);
        on("2026-07-24");
        assertThat(kept(program)).isFalse();
        assertThat(List.of(year, ever)).allMatch(this::kept);

        on("2027-07-09");
        assertThat(kept(year)).isTrue();
        on("2027-07-10");
        assertThat(kept(year)).isFalse();
        assertThat(kept(ever)).isTrue();

        on("2028-07-09");
        assertThat(kept(ever)).isTrue();
        on("2028-07-10");
        assertThat(kept(ever)).isFalse();
    }

    @Test
    void whoeverHasNothingLeftIsForgottenAltogetherAndOnlyCounted() {
        try (Markers markers = new Markers(jdbc)) {
            Participant ana = done("Anaqqx Silvaqqx", "delete");
            stage.submission(ana, null, "closing-survey", Map.of("skills", "4"), COUNTED);
            on("2026-07-11");

            assertThat(markers.columns(ana.person().email())).allMatch(place -> place.startsWith("public.erasure."));
            assertThat(stage.now(ana).person().name()).isEqualTo("A former member");
            assertThat(jdbc.sql("select count(*) from answer where cohort_id = ? and author = '' and role = 'peer'")
                            .param(cohort.id())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            assertThat(retention.latest(List.of("mla-peer"))).singleElement().satisfies(report -> {
                assertThat(report.participants()).isEqualTo(1);
                assertThat(report.persons()).isEqualTo(1);
            });
            assertThat(markers.places("Anaqqx")).noneMatch(place -> place.startsWith("log"));
        }
    }

    @Test
    void whoeverTakesPartElsewhereIsStillKnown() {
        Participant ana = done("Ana Elsewhere", "delete");
        Cohort next = stage.cohort(Cohort.State.OPEN);
        jdbc.sql("insert into participant (id, cohort_id, person_id, role, state, created_at, changed_at)"
                        + " values (?, ?, ?, 'peer', 'POOL', now(), now())")
                .params(UUID.randomUUID(), next.id(), ana.person().id())
                .update();
        on("2026-07-11");
        assertThat(kept(ana)).isFalse();
        assertThat(stage.now(ana).person().name()).isEqualTo("Ana Elsewhere");
    }

    @Test
    void whoeverIsStillInAMentorshipIsLeftAlone() {
        Participant ana = stage.participant(cohort, "Ana Goeson", State.MATCHED);
        Participant ben = stage.participant(cohort, "Ben Goeson", State.MATCHED);
        stage.submission(
                ana, null, "application-peer", Map.of("shortGoal", "wish of Ana Goeson", "retention", "delete"));
        stage.underWay(cohort, ana, ben);
        cohorts.move(cohort.id(), Cohort.State.ENDED);
        on("2030-01-01");
        assertThat(kept(ana)).isTrue();
    }

    @Test
    void whoeverWasErasedBeforeADumpWasRestoredIsErasedAgain() {
        Participant ana = stage.participant(cohort, "Ana Restored", State.MATCHED);
        jdbc.sql("insert into erasure (person_id, asked_at, names, addresses) values (?, now(), '{}', '{}')")
                .param(ana.person().id())
                .update();
        on("2026-07-11");
        assertThat(stage.now(ana).person().name()).isEqualTo("A former member");
    }

    @Test
    void coordinatorsSeeHowManyAndAdminsToo() {
        done("Ana Counted", "delete");
        on("2026-07-11");
        String desk = Visitor.signedIn(port, "coordinator", "coordinator-in-tests")
                .get("/desk")
                .body();
        assertThat(desk).contains("What was deleted", "1 person forgotten").doesNotContain("Ana Counted");
    }
}
