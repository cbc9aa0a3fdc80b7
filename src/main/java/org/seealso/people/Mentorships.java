package org.seealso.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mentorships and their members. */
@Component
@Transactional
public class Mentorships {
    private static final String MEMBERS = "select p.id as participant_id, p.cohort_id, p.role, p.state, person.*"
            + " from member m join participant p on p.id = m.participant_id join person on person.id = p.person_id"
            + " where m.mentorship_id = ? ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Mentorships(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A mentorship that will start on its day. */
    public UUID plan(UUID cohortId, LocalDate startsOn, LocalDate endsOn, List<UUID> participants) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into mentorship (id, cohort_id, state, starts_on, ends_on) values (?, ?, ?, ?, ?)")
                .params(id, cohortId, Mentorship.State.PLANNED.name(), startsOn, endsOn)
                .update();
        int position = 0;
        for (UUID participant : participants) {
            jdbc.sql("insert into member (mentorship_id, participant_id, position) values (?, ?, ?)")
                    .params(id, participant, position++)
                    .update();
        }
        return id;
    }

    public Mentorship mentorship(UUID id) {
        return jdbc.sql("select * from mentorship where id = ?")
                .param(id)
                .query(this::read)
                .single();
    }

    /** The mentorship a participant belongs to and has not left, unless it is closed. */
    public Optional<Mentorship> current(UUID participantId) {
        return jdbc.sql("select mentorship.* from mentorship join member on member.mentorship_id = mentorship.id"
                        + " where member.participant_id = ? and member.left_at is null and mentorship.state <> 'CLOSED'"
                        + " order by mentorship.starts_on desc limit 1")
                .param(participantId)
                .query(this::read)
                .optional();
    }

    public List<Mentorship> in(UUID cohortId, Mentorship.State state) {
        List<UUID> ids = jdbc.sql("select id from mentorship where cohort_id = ? and state = ? order by id")
                .params(cohortId, state.name())
                .query(UUID.class)
                .list();
        return ids.stream().map(this::mentorship).toList();
    }

    public int count(UUID cohortId) {
        return jdbc.sql("select count(*) from mentorship where cohort_id = ?")
                .param(cohortId)
                .query(Integer.class)
                .single();
    }

    public void move(UUID id, Mentorship.State state) {
        jdbc.sql("update mentorship set state = ? where id = ?")
                .params(state.name(), id)
                .update();
    }

    /** Notes when and why a mentorship stopped before or at its term; the first reason stays. */
    public void noteEnd(UUID id, String reason) {
        jdbc.sql("update mentorship set ended_at = ?, end_reason = ? where id = ? and ended_at is null")
                .params(Timestamp.from(clock.instant()), reason, id)
                .update();
    }

    /** Takes a member out; false if they had left already. */
    public boolean leave(UUID mentorshipId, UUID participantId) {
        return jdbc.sql(
                                "update member set left_at = ? where mentorship_id = ? and participant_id = ? and left_at is null")
                        .params(Timestamp.from(clock.instant()), mentorshipId, participantId)
                        .update()
                == 1;
    }

    private Mentorship read(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<Participant> members = new ArrayList<>(jdbc.sql(MEMBERS + "and m.left_at is null order by m.position")
                .param(id)
                .query(Participants::read)
                .list());
        return new Mentorship(
                id,
                row.getObject("cohort_id", UUID.class),
                Mentorship.State.valueOf(row.getString("state")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                members);
    }
}
