package org.seealso.desk;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The attic's view of people, answers and letters; reads only. */
@Repository
class BriefingRepository {
    private static final String WRITTEN = """
            select a.id, a.submission_id, a.form, a.question, a.shown, a.answered_at, coalesce(p.name, a.author) as by
            from answer a
              left join participant t on t.id = a.participant_id
              left join person p on p.id = coalesce(t.person_id, a.person_id)
            where ? = any (a.readers) and\s""";

    private final JdbcClient jdbc;

    BriefingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One answer a reader of that kind may see. */
    record Written(UUID id, UUID submission, String form, String question, String shown, Timestamp at, String by) {}

    /** Whose a submission is. */
    record Source(@Nullable UUID participantId, @Nullable UUID mentorshipId) {}

    /** A letter that did not arrive. */
    record Undelivered(String name, String address, String subject, String error) {}

    Optional<Source> source(UUID submission) {
        return jdbc.sql("select participant_id, mentorship_id from answer where submission_id = ? limit 1")
                .param(submission)
                .query((row, n) -> new Source(
                        row.getObject("participant_id", UUID.class), row.getObject("mentorship_id", UUID.class)))
                .optional();
    }

    List<Written> ofSubmission(UUID submission, String reader) {
        return written("a.submission_id = ? order by a.position", reader, submission);
    }

    List<Written> ofParticipant(UUID participant, String formLike, String reader) {
        return written(
                "a.participant_id = ? and a.form like ? order by a.answered_at, a.position",
                reader,
                participant,
                formLike);
    }

    List<Written> ofMentorship(UUID mentorship, String reader) {
        return written(
                "a.mentorship_id = ? order by a.answered_at desc, a.submission_id, a.position", reader, mentorship);
    }

    /** What coordinators themselves wrote about a participant. */
    List<Written> ofDesk(UUID participant, String reader) {
        return written(
                "a.participant_id = ? and a.form = 'review-application'"
                        + " order by a.answered_at desc, a.submission_id, a.position",
                reader,
                participant);
    }

    private List<Written> written(String condition, Object... parameters) {
        return jdbc.sql(WRITTEN + condition)
                .params(parameters)
                .query((row, n) -> new Written(
                        row.getObject("id", UUID.class),
                        row.getObject("submission_id", UUID.class),
                        row.getString("form"),
                        row.getString("question"),
                        row.getString("shown"),
                        row.getTimestamp("answered_at"),
                        row.getString("by")))
                .list();
    }

    List<Map<String, String>> members(UUID mentorship) {
        return people("""
                select p.name, p.email from member m
                  join participant t on t.id = m.participant_id join person p on p.id = t.person_id
                where m.mentorship_id = ? order by m.position""", mentorship);
    }

    List<Map<String, String>> participant(UUID participant) {
        return people(
                "select p.name, p.email from participant t join person p on p.id = t.person_id where t.id = ?",
                participant);
    }

    List<Map<String, String>> person(UUID person) {
        return people("select name, email from person where id = ?", person);
    }

    private List<Map<String, String>> people(String sql, UUID id) {
        return jdbc.sql(sql)
                .param(id)
                .query((row, n) -> Map.of("name", row.getString("name"), "email", row.getString("email")))
                .list();
    }

    List<Map<String, String>> waiting(UUID cohort, String state) {
        return jdbc.sql("""
                        select p.name, p.email from participant t join person p on p.id = t.person_id
                        where t.cohort_id = ? and t.state = ? order by p.name""")
                .params(cohort, state)
                .query((row, n) -> Map.of("question", row.getString("name"), "answer", row.getString("email")))
                .list();
    }

    /** Who waits in a pool and since when, the longest first. */
    List<Map<String, String>> waitingSince(UUID cohort) {
        return jdbc.sql("""
                        select p.name, t.role, coalesce(t.pool_since, t.changed_at) as since
                        from participant t join person p on p.id = t.person_id
                        where t.cohort_id = ? and t.state = 'POOL' order by since, p.name""")
                .param(cohort)
                .query((row, n) -> Map.of(
                        "question",
                        row.getString("name") + " (" + row.getString("role") + ")",
                        "answer",
                        "since " + AnswerBriefing.day(row.getTimestamp("since"))))
                .list();
    }

    /** Everybody the newest search for matches left over, and why. */
    List<Map<String, String>> leftOver(UUID cohort) {
        return jdbc.sql("""
                        select p.name, m.reason from match_person m
                          join participant t on t.id = m.participant_id join person p on p.id = t.person_id
                        where m.reason is not null and m.run_id =
                          (select id from match_run where cohort_id = ? order by number desc limit 1)
                        order by m.position""")
                .param(cohort)
                .query((row, n) -> Map.of("question", row.getString("name"), "answer", row.getString("reason")))
                .list();
    }

    /** What the newest search for matches says would help. */
    List<Map<String, String>> wouldHelp(UUID cohort) {
        return jdbc.sql("""
                        select unnest(would_help) as idea from match_run
                        where id = (select id from match_run where cohort_id = ? order by number desc limit 1)""")
                .param(cohort)
                .query((row, n) -> Map.of("question", row.getString("idea")))
                .list();
    }

    /** The counts the program stored at its end. */
    List<Map<String, String>> results(UUID cohort) {
        return jdbc.sql(
                        "select question, shown from answer where cohort_id = ? and form = 'evaluation' order by position")
                .param(cohort)
                .query((row, n) -> Map.of("what", row.getString("question"), "count", row.getString("shown")))
                .list();
    }

    /** @return empty as well if there is no such letter any more */
    Optional<Undelivered> letter(UUID letter) {
        return jdbc.sql("""
                        select coalesce(p.name, '') as name, l.address, l.subject, coalesce(l.last_error, '') as error
                        from letter l left join person p on p.id = l.person_id where l.id = ?""")
                .param(letter)
                .query((row, n) -> new Undelivered(
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("subject"),
                        row.getString("error")))
                .optional();
    }
}
