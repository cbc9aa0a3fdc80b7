package org.seealso.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.seealso.engine.Ids;
import org.seealso.engine.Rhythm;
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

    /** Somebody of a mentorship to be, and why these people were put together, as this one may read it. */
    public record Placed(UUID participantId, List<String> reasons) {}

    /** A mentorship to be: proposed to its members, or planned to start on its day. */
    public UUID add(UUID cohortId, Mentorship.State state, LocalDate startsOn, LocalDate endsOn, List<Placed> members) {
        UUID id = Ids.next();
        jdbc.sql("insert into mentorship (id, cohort_id, state, starts_on, ends_on) values (?, ?, ?, ?, ?)")
                .params(id, cohortId, state.name(), startsOn, endsOn)
                .update();
        int position = 0;
        for (Placed member : members) {
            jdbc.sql("insert into member (mentorship_id, participant_id, position, reasons) values (?, ?, ?, ?)")
                    .params(
                            id,
                            member.participantId(),
                            position++,
                            member.reasons().toArray(String[]::new))
                    .update();
        }
        return id;
    }

    /** Why these people were put together, as this member may read it. */
    public List<String> reasons(UUID mentorshipId, UUID participantId) {
        return jdbc.sql("select reasons from member where mentorship_id = ? and participant_id = ?")
                .params(mentorshipId, participantId)
                .query((row, n) -> List.of((String[]) row.getArray("reasons").getArray()))
                .optional()
                .orElse(List.of());
    }

    /** How many mentorships each participant of a cohort has that count against their capacity. */
    public Map<UUID, Integer> load(UUID cohortId) {
        Map<UUID, Integer> load = new HashMap<>();
        jdbc.sql(
                        "select member.participant_id, count(*) as n from member join mentorship m on m.id = member.mentorship_id"
                                + " where m.cohort_id = ? and member.left_at is null and m.state not in ('CALLED_OFF', 'CLOSED')"
                                + " group by member.participant_id")
                .param(cohortId)
                .query((row, n) -> load.put(row.getObject("participant_id", UUID.class), row.getInt("n")))
                .list();
        return load;
    }

    /** A mentorship that begins as soon as everybody has agreed has its days counted from then. */
    public void reschedule(UUID id, LocalDate startsOn, LocalDate endsOn) {
        jdbc.sql("update mentorship set starts_on = ?, ends_on = ? where id = ?")
                .params(startsOn, endsOn, id)
                .update();
    }

    /** Its members chose how often they are asked (D2). */
    public void askEvery(UUID id, Rhythm checkIns) {
        jdbc.sql("update mentorship set check_ins = ? where id = ?")
                .params(checkIns.words(), id)
                .update();
    }

    /** How often its members are asked, if they chose it themselves. */
    public Optional<Rhythm> checkIns(UUID id) {
        return jdbc.sql("select check_ins from mentorship where id = ? and check_ins is not null")
                .param(id)
                .query(String.class)
                .optional()
                .map(Rhythm::parse);
    }

    /** A last day for what had none (D2). */
    public void endOn(UUID id, LocalDate lastDay) {
        jdbc.sql("update mentorship set ends_on = ? where id = ?")
                .params(lastDay, id)
                .update();
    }

    /** Nothing is asked of its members before this day (B9). */
    public void pause(UUID id, LocalDate until) {
        jdbc.sql("update mentorship set paused_until = ? where id = ?")
                .params(until, id)
                .update();
    }

    /** All contact stops until {@link #resume} (A13). */
    public void stop(UUID id) {
        jdbc.sql("update mentorship set stopped = true where id = ?").param(id).update();
    }

    /** Ends a pause, or a stop of all contact. */
    public void resume(UUID id) {
        jdbc.sql("update mentorship set stopped = false, paused_until = null where id = ?")
                .param(id)
                .update();
    }

    /** Another last day; from here on it may outlive its cohort (C6). */
    public void extend(UUID id, LocalDate endsOn) {
        jdbc.sql("update mentorship set ends_on = ?, extended = true where id = ?")
                .params(endsOn, id)
                .update();
    }

    /** Adds somebody to a mentorship; whoever had left it is in again. */
    public void join(UUID id, UUID participantId) {
        jdbc.sql("""
                insert into member (mentorship_id, participant_id, position)
                select :mentorship, :participant, coalesce(max(position) + 1, 0) from member where mentorship_id = :mentorship
                on conflict (mentorship_id, participant_id) do update set left_at = null""")
                .param("mentorship", id)
                .param("participant", participantId)
                .update();
    }

    /**
     * The first day on which its members may be asked something again: after a pause, and after the last busy day of
     * whoever is busy longest (B9). Empty if they may be asked today; {@link LocalDate#MAX} while all contact is stopped.
     */
    public Optional<LocalDate> quietUntil(UUID id, LocalDate today) {
        Mentorship mentorship = mentorship(id);
        if (mentorship.stopped()) {
            return Optional.of(LocalDate.MAX);
        }
        LocalDate busy = jdbc.sql("select max(p.busy_until) from member m join participant p on p.id = m.participant_id"
                        + " where m.mentorship_id = ? and m.left_at is null")
                .param(id)
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .list()
                .get(0);
        return Stream.of(
                        Optional.ofNullable(mentorship.pausedUntil()),
                        Optional.ofNullable(busy).map(day -> day.plusDays(1)))
                .flatMap(Optional::stream)
                .filter(day -> day.isAfter(today))
                .max(LocalDate::compareTo);
    }

    public Optional<Mentorship> find(UUID id) {
        return jdbc.sql("select * from mentorship where id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    public Mentorship mentorship(UUID id) {
        return jdbc.sql("select * from mentorship where id = ?")
                .param(id)
                .query(this::read)
                .single();
    }

    /** Everybody who is or was a member, also those who left. */
    public List<Person> everMembers(UUID id) {
        return jdbc.sql("select person.* from member m join participant p on p.id = m.participant_id"
                        + " join person on person.id = p.person_id where m.mentorship_id = ? order by m.position")
                .param(id)
                .query(People::read)
                .list();
    }

    /** The mentorship a participant belongs to and has not left, unless it is closed. */
    public Optional<Mentorship> current(UUID participantId) {
        return jdbc.sql("select mentorship.* from mentorship join member on member.mentorship_id = mentorship.id"
                        + " where member.participant_id = ? and member.left_at is null"
                        + " and mentorship.state not in ('PROPOSED', 'CALLED_OFF', 'CLOSED')"
                        + " order by mentorship.starts_on desc limit 1")
                .param(participantId)
                .query(this::read)
                .optional();
    }

    /** Every mentorship a person is or was a member of, the newest first. */
    public List<Mentorship> ever(UUID personId) {
        List<UUID> ids = jdbc.sql("select m.mentorship_id from member m join participant p on p.id = m.participant_id"
                        + " join mentorship on mentorship.id = m.mentorship_id where p.person_id = ?"
                        + " order by mentorship.starts_on desc, m.mentorship_id")
                .param(personId)
                .query(UUID.class)
                .list();
        return ids.stream().map(this::mentorship).toList();
    }

    /** Every mentorship under way a person is a member of, in whatever cohort (B5, D25). */
    public List<Mentorship> underWay(UUID personId) {
        List<UUID> ids = jdbc.sql("select m.mentorship_id from member m join participant p on p.id = m.participant_id"
                        + " join mentorship on mentorship.id = m.mentorship_id"
                        + " where p.person_id = ? and m.left_at is null and mentorship.state = 'ACTIVE'"
                        + " order by mentorship.starts_on, m.mentorship_id")
                .param(personId)
                .query(UUID.class)
                .list();
        return ids.stream().map(this::mentorship).toList();
    }

    public List<Mentorship> in(UUID cohortId, Mentorship.State state) {
        List<UUID> ids = jdbc.sql("select id from mentorship where cohort_id = ? and state = ? order by id")
                .params(cohortId, state.name())
                .query(UUID.class)
                .list();
        return ids.stream().map(this::mentorship).toList();
    }

    public int count(UUID cohortId) {
        return jdbc.sql(
                        "select count(*) from mentorship where cohort_id = ? and state not in ('PROPOSED', 'CALLED_OFF')")
                .param(cohortId)
                .query(Integer.class)
                .single();
    }

    public void move(UUID id, Mentorship.State state) {
        jdbc.sql("update mentorship set state = ? where id = ?")
                .params(state.name(), id)
                .update();
    }

    /** Makes a planned mentorship active; false if it already was, so that it begins once. */
    public boolean begin(UUID id) {
        return jdbc.sql("update mentorship set state = 'ACTIVE' where id = ? and state = 'PLANNED'")
                        .param(id)
                        .update()
                == 1;
    }

    /** The closing survey goes out; what is answered from now on belongs to this closing. */
    public void beginClosing(UUID id) {
        jdbc.sql("update mentorship set state = 'ENDING', closing_since = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    /** Since when the closing survey is out; empty before. */
    public Optional<Instant> closingSince(UUID id) {
        return jdbc.sql("select closing_since from mentorship where id = ? and closing_since is not null")
                .param(id)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    public boolean endedEarly(UUID id) {
        return !jdbc.sql("select 1 from mentorship where id = ? and end_reason = 'early'")
                .param(id)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** Whether it goes on beyond its first last day, and that day has not come, or it has none. */
    public boolean goesOn(UUID id, LocalDate today) {
        return !jdbc.sql("select 1 from mentorship where id = ? and (extended or ends_on = 'infinity') and ends_on > ?")
                .params(id, today)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** Whether a participant is in another mentorship that is not over, as a mentor of two (B5). */
    public boolean inAnother(UUID participantId, UUID mentorshipId) {
        return !jdbc.sql("select 1 from member join mentorship on mentorship.id = member.mentorship_id"
                        + " where member.participant_id = ? and member.left_at is null and mentorship.id <> ?"
                        + " and mentorship.state not in ('CALLED_OFF', 'CLOSED')")
                .params(participantId, mentorshipId)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** Those who have left it. */
    public List<Participant> leavers(UUID id) {
        return jdbc.sql(MEMBERS + "and m.left_at is not null order by m.position")
                .param(id)
                .query(Participants::read)
                .list();
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
                row.getObject("paused_until", LocalDate.class),
                row.getBoolean("stopped"),
                members);
    }
}
