package org.seealso.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.seealso.engine.Ids;
import org.seealso.form.Verdict.FieldAnswer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps and finds what people wrote. The engine never holds it (house law 3). */
@Component
@Transactional
public class Answers {
    private static final String COLUMNS =
            "submission_id, author, form, field, question, value, shown, readers, answered_at, participant_id";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final Promises promises;

    Answers(JdbcClient jdbc, ObjectMapper json, Clock clock, Promises promises) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.promises = promises;
    }

    /** Stores one submission; sent twice under the same id it counts once. */
    public void store(UUID submission, String author, String form, Subject subject, List<FieldAnswer> answers) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("delete from answer where submission_id = ?").param(submission).update();
        int position = 0;
        for (FieldAnswer answer : answers) {
            jdbc.sql("""
                    insert into answer (id, submission_id, author, form, field, position, question, value, shown, readers,
                        person_id, participant_id, mentorship_id, cohort_id, process_instance, answered_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, string_to_array(?, ' '), ?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(
                            Ids.next(),
                            submission,
                            author,
                            form,
                            answer.field(),
                            position++,
                            answer.question(),
                            toJson(answer.value()),
                            answer.shown(),
                            String.join(" ", answer.readers()),
                            subject.personId(),
                            subject.participantId(),
                            subject.mentorshipId(),
                            subject.cohortId(),
                            subject.processInstance(),
                            now))
                    .update();
        }
        promises.note(form, subject, answers, now.toInstant());
    }

    public List<Answer> ofSubmission(UUID submission) {
        return jdbc.sql("select " + COLUMNS + " from answer where submission_id = ? order by position")
                .param(submission)
                .query(this::read)
                .list();
    }

    /** Whom and what a submission is about; empty if there is none. */
    public Optional<Subject> subject(UUID submission) {
        return jdbc.sql("select distinct person_id, participant_id, mentorship_id, cohort_id, process_instance"
                        + " from answer where submission_id = ?")
                .param(submission)
                .query((row, n) -> new Subject(
                        row.getObject("person_id", UUID.class),
                        row.getObject("participant_id", UUID.class),
                        row.getObject("mentorship_id", UUID.class),
                        row.getObject("cohort_id", UUID.class),
                        row.getString("process_instance")))
                .optional();
    }

    /** Takes a submission away, as when it moves to where only conduct handlers read it (A13). */
    public void remove(UUID submission) {
        jdbc.sql("delete from answer where submission_id = ?").param(submission).update();
    }

    /** A participant's answers to one form, oldest submission first; so are the next three. */
    public List<Answer> ofParticipant(UUID participantId, String form) {
        return find("participant_id", participantId, form);
    }

    /** Everything a participant answered, in any form, oldest first. */
    public List<Answer> ofParticipant(UUID participantId) {
        return jdbc.sql("select " + COLUMNS + " from answer where participant_id = ? order by answered_at, position")
                .param(participantId)
                .query(this::read)
                .list();
    }

    public List<Answer> ofMentorship(UUID mentorshipId, String form) {
        return find("mentorship_id", mentorshipId, form);
    }

    /** The newest submission of a form in a mentorship that says this in this field; empty if there is none. */
    public List<Answer> newest(UUID mentorshipId, String form, String field, String value) {
        return ofMentorship(mentorshipId, form).stream()
                .filter(answer -> answer.field().equals(field) && value.equals(answer.value()))
                .reduce((first, second) -> second)
                .map(answer -> ofSubmission(answer.submissionId()))
                .orElse(List.of());
    }

    public List<Answer> ofCohort(UUID cohortId, String form) {
        return find("cohort_id", cohortId, form);
    }

    public List<Answer> ofProcess(String processInstance, String form) {
        return find("process_instance", processInstance, form);
    }

    private List<Answer> find(String column, Object id, String form) {
        return jdbc.sql("select " + COLUMNS + " from answer where " + column
                        + " = ? and form = ? order by answered_at, position")
                .params(id, form)
                .query(this::read)
                .list();
    }

    /** The newest value of each field, for prefilling a form. */
    public Map<String, Object> latestValues(UUID participantId, String form) {
        Map<String, Object> values = new LinkedHashMap<>();
        ofParticipant(participantId, form).forEach(a -> values.put(a.field(), a.value()));
        return values;
    }

    /** The newest value a person ever gave to each field of a form, whatever cohort it was for. */
    public Map<String, Object> latestOfPerson(UUID personId, String form) {
        Map<String, Object> values = new LinkedHashMap<>();
        find("person_id", personId, form).forEach(a -> values.put(a.field(), a.value()));
        return values;
    }

    /** Copies what a participant answered in a form to the same person in another cohort, with its day. */
    public void copy(UUID fromParticipant, String form, UUID toParticipant, UUID toCohort) {
        jdbc.sql(
                        "insert into answer (id, submission_id, author, form, field, position, question, value, shown, readers,"
                                + " person_id, participant_id, cohort_id, answered_at)"
                                + " select gen_random_uuid(), md5(submission_id::text || :to)::uuid, author, form, field, position,"
                                + " question, value, shown, readers, person_id, :to::uuid, :cohort, answered_at"
                                + " from answer where participant_id = :from and form = :form")
                .param("to", toParticipant.toString())
                .param("cohort", toCohort)
                .param("from", fromParticipant)
                .param("form", form)
                .update();
    }

    /** Deletes what a participant wrote, as when an address was never confirmed. */
    public void forget(UUID participantId) {
        jdbc.sql("delete from answer where participant_id = ?")
                .param(participantId)
                .update();
    }

    /**
     * Deletes what a participant wrote (B14). Answers that were only ever to be counted stay, without anything that says
     * whose they were but the role; one number holds those of one person together, so that before and after can be
     * compared. What conduct handlers have is theirs to keep.
     */
    public void keepOnlyCounts(UUID participantId, String role) {
        jdbc.sql("delete from answer where participant_id = ? and author = person_id::text"
                        + " and not (readers && array['report', 'conduct'])")
                .param(participantId)
                .update();
        jdbc.sql("update answer set submission_id = ?, author = '', person_id = null, participant_id = null,"
                        + " mentorship_id = null, process_instance = null, role = ?,"
                        + " answered_at = date_trunc('day', answered_at)"
                        + " where participant_id = ? and author = person_id::text and 'report' = any(readers)")
                .params(Ids.next(), role, participantId)
                .update();
    }

    private Answer read(ResultSet row, int n) throws SQLException {
        return new Answer(
                row.getObject("submission_id", UUID.class),
                row.getString("author"),
                row.getString("form"),
                row.getString("field"),
                row.getString("question"),
                fromJson(row.getString("value")),
                row.getString("shown"),
                readers(row.getArray("readers")),
                row.getTimestamp("answered_at").toInstant(),
                row.getObject("participant_id", UUID.class));
    }

    private static Set<String> readers(Array array) throws SQLException {
        return new LinkedHashSet<>(Arrays.asList((String[]) array.getArray()));
    }

    private String toJson(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an answer that is neither text, number, yes/no nor a list", e);
        }
    }

    private Object fromJson(String value) {
        try {
            return json.readValue(value, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored answer is not JSON", e);
        }
    }
}
