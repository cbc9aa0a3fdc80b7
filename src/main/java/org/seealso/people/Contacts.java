package org.seealso.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.Rhythm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What check-ins tell of the contacts of a mentorship: one row per member and period. Members count the same meetings,
 * so of what they say of one period the highest number counts, once (A4).
 */
@Component
@Transactional
public class Contacts {
    private final JdbcClient jdbc;
    private final Clock clock;

    Contacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** ANSWERED, or SILENCE; HELD if somebody was busy or the mentorship paused, which is no silence (B9). */
    public enum State {
        ANSWERED,
        SILENCE,
        HELD
    }

    /**
     * One check-in.
     *
     * @param contacts in the period as the member counted them, 3 meaning three or more; null if they did not answer
     * @param fit good, deciding, notGood or unsafe; null if they did not answer
     * @param liveCall whether they say that one call or video has happened
     */
    public record CheckIn(
            UUID participantId,
            int period,
            State state,
            @Nullable Integer contacts,
            @Nullable String fit,
            boolean liveCall) {}

    /**
     * Notes a check-in. Two members of a mentorship are noted one after the other, so that the second sees what became
     * of the first.
     */
    public void note(UUID mentorshipId, CheckIn checkIn) {
        jdbc.sql("select id from mentorship where id = ? for update")
                .param(mentorshipId)
                .query(UUID.class)
                .single();
        jdbc.sql("""
                insert into check_in (mentorship_id, participant_id, period, state, contacts, fit, live_call, recorded_at)
                values (:mentorship, :participant, :period, :state, :contacts, :fit, :live, :now)
                on conflict (mentorship_id, participant_id, period)
                do update set state = excluded.state, contacts = excluded.contacts, fit = excluded.fit,
                    live_call = excluded.live_call, recorded_at = excluded.recorded_at""")
                .param("mentorship", mentorshipId)
                .param("participant", checkIn.participantId())
                .param("period", checkIn.period())
                .param("state", checkIn.state().name())
                .param("contacts", checkIn.contacts())
                .param("fit", checkIn.fit())
                .param("live", checkIn.liveCall())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Every check-in of a mentorship, oldest period first. */
    public List<CheckIn> of(UUID mentorshipId) {
        return jdbc.sql("select * from check_in where mentorship_id = ? order by period, recorded_at, participant_id")
                .param(mentorshipId)
                .query((row, n) -> new CheckIn(
                        row.getObject("participant_id", UUID.class),
                        row.getInt("period"),
                        State.valueOf(row.getString("state")),
                        row.getObject("contacts", Integer.class),
                        row.getString("fit"),
                        row.getBoolean("live_call")))
                .list();
    }

    /** Contacts since the beginning; each period counts once. */
    public int soFar(UUID mentorshipId) {
        return jdbc.sql("""
                select coalesce(sum(most), 0) from (
                    select max(contacts) as most from check_in where mentorship_id = ? group by period) periods""").param(mentorshipId).query(Integer.class).single();
    }

    /** Whether somebody said that they have talked live (B3). */
    public boolean liveCall(UUID mentorshipId) {
        return jdbc.sql("select coalesce(bool_or(live_call), false) from check_in where mentorship_id = ?")
                .param(mentorshipId)
                .query(Boolean.class)
                .single();
    }

    /** ON_PACE, BEHIND, or NO_CONTACT yet, over the whole term so far (C3). */
    public enum Pace {
        ON_PACE("on pace"),
        BEHIND("behind"),
        NO_CONTACT("no contact yet");

        private final String words;

        Pace(String words) {
            this.words = words;
        }

        /** As coordinators read it. */
        public String words() {
            return words;
        }
    }

    /**
     * How many contacts there were, and how many the program hopes for until today.
     *
     * @param percent of what is hoped for, from 0 to 100; 100 if nothing is hoped for yet
     */
    public record Count(int soFar, int hoped, int percent) {
        public Pace pace() {
            if (soFar >= hoped) {
                return Pace.ON_PACE;
            }
            return soFar == 0 ? Pace.NO_CONTACT : Pace.BEHIND;
        }
    }

    public Count count(UUID mentorshipId, LocalDate startsOn, Rhythm hope, LocalDate today) {
        return count(soFar(mentorshipId), startsOn, hope, today);
    }

    /** What was told of one mentorship, and when somebody answered a check-in last; null if nobody ever did. */
    public record Told(Count count, @Nullable Instant lastAnswer) {}

    /** The same for every mentorship of a cohort that is under way. */
    public Map<UUID, Told> counts(UUID cohortId, Rhythm hope, LocalDate today) {
        Map<UUID, Told> counts = new HashMap<>();
        jdbc.sql("""
                select m.id, m.starts_on, coalesce(sum(told.most), 0) as contacts, max(told.answered) as answered
                from mentorship m left join (
                    select c.mentorship_id, c.period, max(c.contacts) as most,
                        max(c.recorded_at) filter (where c.state = 'ANSWERED') as answered
                    from check_in c join mentorship on mentorship.id = c.mentorship_id
                    where mentorship.cohort_id = :cohort group by c.mentorship_id, c.period) told on told.mentorship_id = m.id
                where m.cohort_id = :cohort and m.state = 'ACTIVE' group by m.id""")
                .param("cohort", cohortId)
                .query((row, n) -> {
                    Timestamp answered = row.getTimestamp("answered");
                    return counts.put(
                            row.getObject("id", UUID.class),
                            new Told(
                                    count(
                                            row.getInt("contacts"),
                                            row.getObject("starts_on", LocalDate.class),
                                            hope,
                                            today),
                                    answered == null ? null : answered.toInstant()));
                })
                .list();
        return counts;
    }

    private static Count count(int soFar, LocalDate startsOn, Rhythm hope, LocalDate today) {
        int hoped = hope.passed(startsOn, today);
        return new Count(soFar, hoped, soFar >= hoped ? 100 : 100 * soFar / hoped);
    }
}
