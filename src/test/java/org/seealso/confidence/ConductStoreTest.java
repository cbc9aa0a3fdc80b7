package org.seealso.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seealso.Markers;
import org.seealso.SeeAlsoTest;
import org.seealso.TestClock;
import org.seealso.answer.Subject;
import org.seealso.confidence.Audit.Deed;
import org.seealso.form.Verdict.FieldAnswer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database holds of a conduct report, and what it refuses. */
@SeeAlsoTest
class ConductStoreTest {
    private static final int ROUNDS = 210_000;
    private static final Subject ABOUT =
            new Subject(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), null);

    @Autowired
    ConductReports reports;

    @Autowired
    Audit audit;

    @Autowired
    Codes codes;

    @Autowired
    ConductSchema schema;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    private final UUID submission = UUID.randomUUID();

    private void received(String words) {
        reports.receive(
                submission,
                "mla-peer",
                "conduct-report",
                ABOUT,
                List.of(
                        new FieldAnswer("what", "What happened?", words, words, Set.of("conduct")),
                        new FieldAnswer("conflict", "Who not?", List.of("a@x.example"), "Ann", Set.of("conduct"))));
    }

    @Test
    void whatWasWrittenComesBackAsItWas() {
        received("He shouted – “für immer”, ☂.");
        reports.write(
                submission,
                "handler",
                "handle-report",
                List.of(new FieldAnswer("note", "What you did", "Spoke with him.", "Spoke with him.", Set.of())));
        Report report = reports.report(submission).orElseThrow();
        assertThat(report.subject()).isEqualTo(ABOUT);
        assertThat(report.parts())
                .extracting(Report.Part::shown)
                .containsExactly("He shouted – “für immer”, ☂.", "Ann", "Spoke with him.");
        assertThat(report.parts()).extracting(Report.Part::author).containsExactly("", "", "handler");
        assertThat(report.notThese()).containsExactly("a@x.example");
        assertThat(reports.report(UUID.randomUUID())).isEmpty();
    }

    @Test
    void noColumnHoldsAWordOfItNorWhomItIsAbout() {
        received("marker-store-1");
        try (Markers markers = new Markers(jdbc)) {
            assertThat(markers.columns("marker-store-1")).isEmpty();
            assertThat(markers.columns("What happened?")).noneMatch(place -> place.startsWith("conduct."));
            for (UUID id : List.of(ABOUT.personId(), ABOUT.participantId(), ABOUT.mentorshipId(), ABOUT.cohortId())) {
                assertThat(markers.columns(id.toString())).isEmpty();
            }
            assertThat(markers.columns(submission.toString()))
                    .as("the search does look there")
                    .contains("conduct.report.submission_id");
        }
    }

    @Test
    void theSchemaHasARoleOfItsOwnAndNothingIsGrantedToAnybodyElse() {
        assertThat(jdbc.sql("select distinct tableowner from pg_tables where schemaname = 'conduct'")
                        .query(String.class)
                        .list())
                .containsExactly("seealso_conduct");
        assertThat(jdbc.sql("select rolcanlogin or rolsuper from pg_roles where rolname = 'seealso_conduct'")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(jdbc.sql("select grantee from information_schema.role_table_grants where table_schema = 'conduct'"
                                + " and grantee <> 'seealso_conduct'")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void theRoleIsTakenOnOnlyForTheSchemaAndSeesNothingElse() {
        Supplier<String> now =
                () -> jdbc.sql("select current_user::text").query(String.class).single();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            String before = now.get();
            String within = schema.use(inside -> now.get());
            assertThat(within).isEqualTo("seealso_conduct");
            assertThat(now.get()).isEqualTo(before);
        });
        assertThatThrownBy(() -> schema.use(inside -> inside.sql("select count(*) from person")
                        .query(Integer.class)
                        .single()))
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update conduct.audit set who = 'nobody'", "delete from conduct.audit", "truncate conduct.audit"
            })
    void theAuditOnlyGrows(String change) {
        audit.note(submission, "handler", Deed.READ);
        assertThatThrownBy(() -> schema.use(inside -> inside.sql(change).update()))
                .hasMessageContaining("only grows");
        assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("only grows");
        assertThat(audit.of(submission)).extracting(Audit.Line::deed).containsExactly(Deed.READ);
    }

    @Test
    void aPartMovedToAnotherReportIsNotTakenForItsOwn() {
        received("Mine.");
        UUID other = UUID.randomUUID();
        reports.receive(other, "mla-peer", "conduct-report", ABOUT, List.of());
        schema.use(inside -> inside.sql("update conduct.part set submission_id = ? where submission_id = ?")
                .params(other, submission)
                .update());
        assertThatThrownBy(() -> reports.report(other)).hasMessageContaining("belongs to another report");
    }

    @Test
    void anotherKeyIsRefusedInASentence() {
        assertThatThrownBy(() -> new Seal(schema, "another key altogether", ROUNDS))
                .isInstanceOf(KeyTrouble.class)
                .hasMessageContaining("SEEALSO_CONDUCT_KEY does not open the conduct reports kept in this database");
        assertThatThrownBy(() -> new Seal(schema, " ", ROUNDS))
                .isInstanceOf(KeyTrouble.class)
                .hasMessageContaining("SEEALSO_CONDUCT_KEY is not set");
        assertThat(new KeyTroubleAnalyzer()
                        .analyze(new KeyTrouble("Such a key."))
                        .getDescription())
                .isEqualTo("Such a key.");
        assertThat(new Seal(schema, "conduct-key-in-tests", ROUNDS)).isNotNull();
    }

    @Test
    void aCodeWorksOnceForTenMinutesAndWhoeverAskedForIt() {
        received("Words.");
        String code = codes.make(submission, "handler").orElseThrow();
        assertThat(code).matches("\\d{6}");
        assertThat(codes.check(submission, "somebody", code)).isEqualTo(Codes.Verdict.GONE);
        assertThat(codes.check(submission, "handler", " " + code.substring(0, 3) + " " + code.substring(3)))
                .isEqualTo(Codes.Verdict.RIGHT);
        assertThat(codes.check(submission, "handler", code)).as("twice").isEqualTo(Codes.Verdict.GONE);

        String late = codes.make(submission, "handler").orElseThrow();
        clock.set(clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(codes.check(submission, "handler", late)).as("too late").isEqualTo(Codes.Verdict.GONE);
        try (Markers markers = new Markers(jdbc)) {
            assertThat(markers.columns(late))
                    .as("only its hash is kept")
                    .doesNotContain("conduct.handler_code.code_hash");
        }
    }

    @Test
    void afterFiveWrongTriesOrANewerCodeACodeIsGone() {
        received("Words.");
        String first = codes.make(submission, "handler").orElseThrow();
        String code = codes.make(submission, "handler").orElseThrow();
        if (!first.equals(code)) {
            assertThat(codes.check(submission, "handler", first)).isEqualTo(Codes.Verdict.WRONG);
        }
        for (int i = 0; i < 5; i++) {
            codes.check(submission, "handler", "wrong");
        }
        assertThat(codes.check(submission, "handler", code)).isEqualTo(Codes.Verdict.GONE);
        assertThat(codes.waiting(submission, "handler")).isFalse();
    }

    @Test
    void nobodyGetsMoreThanSixCodesAnHour() {
        received("Words.");
        for (int i = 0; i < 6; i++) {
            assertThat(codes.make(submission, "handler")).isPresent();
        }
        assertThat(codes.make(submission, "handler")).isEmpty();
        clock.set(clock.instant().plus(Duration.ofMinutes(61)));
        assertThat(codes.make(submission, "handler")).isPresent();
    }
}
