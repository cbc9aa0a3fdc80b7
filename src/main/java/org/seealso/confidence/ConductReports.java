package org.seealso.confidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seealso.answer.Subject;
import org.seealso.form.Verdict.FieldAnswer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps conduct reports and what handlers write to them, encrypted. Nothing of it is kept anywhere else (A13). */
@Component
@Transactional
public class ConductReports {
    private final ConductSchema schema;
    private final Seal seal;
    private final ObjectMapper json;
    private final Clock clock;

    ConductReports(ConductSchema schema, Seal seal, ObjectMapper json, Clock clock) {
        this.schema = schema;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    /** What is encrypted of a question; the submission is part of it, so that no row can be moved to another report. */
    private record Content(UUID submission, String form, String field, String question, Object value, String shown) {}

    /** Whom it is about, encrypted too: who reported whom is nobody's business. */
    private record About(
            UUID submission,
            @Nullable UUID person,
            @Nullable UUID participant,
            @Nullable UUID mentorship,
            @Nullable UUID cohort) {}

    private record Head(String program, String form, Instant receivedAt, byte[] subject) {}

    private record Row(String author, Instant writtenAt, byte[] sealed) {}

    /** Takes what somebody reported. */
    public void receive(UUID submission, String program, String form, Subject subject, List<FieldAnswer> answers) {
        byte[] about = close(new About(
                submission, subject.personId(), subject.participantId(), subject.mentorshipId(), subject.cohortId()));
        Timestamp now = Timestamp.from(clock.instant());
        schema.use(jdbc -> jdbc.sql(
                        "insert into conduct.report (submission_id, program, form, received_at, subject) values (?, ?, ?, ?, ?)")
                .params(submission, program, form, now, about)
                .update());
        write(submission, "", form, answers);
    }

    /** Adds what a handler wrote, or what was reported (author empty). */
    public void write(UUID submission, String author, String form, List<FieldAnswer> answers) {
        Timestamp now = Timestamp.from(clock.instant());
        List<byte[]> sealed = answers.stream()
                .map(a -> close(new Content(submission, form, a.field(), a.question(), a.value(), a.shown())))
                .toList();
        schema.use(jdbc -> {
            sealed.forEach(part -> jdbc.sql(
                            "insert into conduct.part (submission_id, author, written_at, sealed) values (?, ?, ?, ?)")
                    .params(submission, author, now, part)
                    .update());
            return sealed.size();
        });
    }

    public boolean exists(UUID submission) {
        return schema.use(jdbc -> jdbc.sql("select count(*) from conduct.report where submission_id = ?")
                        .param(submission)
                        .query(Integer.class)
                        .single())
                > 0;
    }

    public Optional<Report> report(UUID submission) {
        Optional<Head> head = schema.use(jdbc -> jdbc.sql(
                        "select program, form, received_at, subject from conduct.report where submission_id = ?")
                .param(submission)
                .query((row, n) -> new Head(
                        row.getString("program"),
                        row.getString("form"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getBytes("subject")))
                .optional());
        return head.map(found -> opened(submission, found));
    }

    private Report opened(UUID submission, Head head) {
        About about = open(head.subject(), About.class, submission, About::submission);
        List<Row> rows = schema.use(jdbc -> jdbc.sql(
                        "select author, written_at, sealed from conduct.part where submission_id = ? order by id")
                .param(submission)
                .query((row, n) -> new Row(
                        row.getString("author"), row.getTimestamp("written_at").toInstant(), row.getBytes("sealed")))
                .list());
        List<Report.Part> parts = new ArrayList<>();
        for (Row row : rows) {
            Content content = open(row.sealed(), Content.class, submission, Content::submission);
            parts.add(new Report.Part(
                    row.author(),
                    row.writtenAt(),
                    content.form(),
                    content.field(),
                    content.question(),
                    content.value(),
                    content.shown()));
        }
        Subject subject = new Subject(about.person(), about.participant(), about.mentorship(), about.cohort(), null);
        return new Report(submission, head.program(), head.form(), head.receivedAt(), subject, List.copyOf(parts));
    }

    private byte[] close(Object content) {
        try {
            return seal.close(json.writeValueAsString(content));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an answer that is neither text, number, yes/no nor a list");
        }
    }

    private <T> T open(byte[] sealed, Class<T> type, UUID submission, Function<T, UUID> belongs) {
        try {
            T content = json.readValue(seal.open(sealed), type);
            if (!submission.equals(belongs.apply(content))) {
                throw new IllegalStateException("a part of a conduct report belongs to another report");
            }
            return content;
        } catch (JsonProcessingException e) {
            // Without its cause: Jackson quotes what it could not read.
            throw new IllegalStateException("a part of a conduct report cannot be read");
        }
    }
}
