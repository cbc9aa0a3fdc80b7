package org.seealso.answer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.rules.PublishedRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who agreed to what, in which words and which version (A7); it outlives the answers themselves. */
@Repository
class Promises {
    /** The questions by which people agree, and what to. */
    private static final Map<String, String> ASKED_BY = Map.of("dataConsent", "data", "conductAccepted", "conduct");

    private static final int SHORT = 6;

    private final JdbcClient jdbc;
    private final Cohorts cohorts;
    private final PublishedRules rules;

    Promises(JdbcClient jdbc, Cohorts cohorts, PublishedRules rules) {
        this.jdbc = jdbc;
        this.cohorts = cohorts;
        this.rules = rules;
    }

    void note(String form, Subject subject, List<FieldAnswer> answers, Instant now) {
        UUID person = subject.personId();
        if (person == null) {
            return;
        }
        for (FieldAnswer answer : answers) {
            String what = ASKED_BY.get(answer.field());
            if (what != null && Boolean.TRUE.equals(answer.value())) {
                jdbc.sql("insert into consent_given (person_id, participant_id, what, words, version, form, given_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                        .params(Arrays.asList(
                                person,
                                subject.participantId(),
                                what,
                                answer.question(),
                                version(what, form, subject),
                                form,
                                Timestamp.from(now)))
                        .update();
            }
        }
    }

    /** The code of conduct has a version of its own; the purposes are the form as it was, so that is their version. */
    private String version(String what, String form, Subject subject) {
        UUID cohortId = subject.cohortId();
        if (what.equals("conduct") && cohortId != null) {
            Cohort cohort = cohorts.cohort(cohortId);
            return rules.row(rules.current(), cohort.program()).conductVersion();
        }
        return rules.file(rules.current(), form + ".form")
                .map(Promises::fingerprint)
                .orElseGet(() -> fingerprint(form.getBytes(StandardCharsets.UTF_8)));
    }

    private static String fingerprint(byte[] form) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(form), 0, SHORT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
