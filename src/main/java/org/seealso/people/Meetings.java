package org.seealso.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the members of a mentorship agreed on, and the meetings that come of it (A15, B10, E1). Every change returns the
 * meetings that changed, because every calendar that has them must hear of it.
 */
@Component
@Transactional
public class Meetings {
    /** How long a meeting takes in a calendar if they did not say. */
    public static final Duration USUAL = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Meetings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What counts between the members.
     *
     * @param submission where they wrote it down
     * @param firstAt the meeting the rhythm counts from, if they named one
     */
    public record Agreement(
            UUID submission, Instant agreedAt, @Nullable Instant firstAt, Frequency frequency, Duration length) {}

    /** Makes a submission the one that counts, whatever counted before; its meetings come with {@link #plan}. */
    public void agree(
            UUID mentorshipId, UUID submission, @Nullable Instant firstAt, Frequency frequency, Duration length) {
        jdbc.sql("""
                insert into agreement (mentorship_id, submission_id, agreed_at, first_at, frequency, minutes)
                values (:mentorship, :submission, :now, :first, :frequency, :minutes)
                on conflict (mentorship_id) do update set submission_id = excluded.submission_id,
                    agreed_at = excluded.agreed_at, first_at = excluded.first_at, frequency = excluded.frequency,
                    minutes = excluded.minutes""")
                .param("mentorship", mentorshipId)
                .param("submission", submission)
                .param("now", Timestamp.from(clock.instant()))
                .param("first", firstAt == null ? null : Timestamp.from(firstAt))
                .param("frequency", frequency.value())
                .param("minutes", length.toMinutes())
                .update();
    }

    public Optional<Agreement> agreement(UUID mentorshipId) {
        return jdbc.sql("select * from agreement where mentorship_id = ?")
                .param(mentorshipId)
                .query((row, n) -> {
                    Timestamp first = row.getTimestamp("first_at");
                    return new Agreement(
                            row.getObject("submission_id", UUID.class),
                            row.getTimestamp("agreed_at").toInstant(),
                            first == null ? null : first.toInstant(),
                            Frequency.of(row.getString("frequency")),
                            Duration.ofMinutes(row.getInt("minutes")));
                })
                .optional();
    }

    /** Every meeting of a mentorship by its date, also those that are over or called off. */
    public List<Meeting> all(UUID mentorshipId) {
        return jdbc.sql("select * from meeting where mentorship_id = ? order by starts_at, number")
                .param(mentorshipId)
                .query(Meetings::read)
                .list();
    }

    /** The meetings that are still to come, by date. */
    public List<Meeting> coming(UUID mentorshipId) {
        Instant now = clock.instant();
        return all(mentorshipId).stream()
                .filter(m -> !m.cancelled() && m.startsAt().isAfter(now))
                .toList();
    }

    /** The meetings that would still be to come, had they not been called off. */
    public List<Meeting> calledOff(UUID mentorshipId) {
        Instant now = clock.instant();
        return all(mentorshipId).stream()
                .filter(m -> m.cancelled() && m.startsAt().isAfter(now))
                .toList();
    }

    public Optional<Meeting> next(UUID mentorshipId) {
        return coming(mentorshipId).stream().findFirst();
    }

    /**
     * Plans what is to come anew by the agreement: meetings move, those too many are called off, missing ones are added.
     * What is over stays as it was.
     *
     * @param lastDay the last day on which a meeting may be, in the zone
     */
    public List<Meeting> plan(UUID mentorshipId, LocalDate lastDay, ZoneId zone) {
        return agreement(mentorshipId)
                .map(agreed -> plan(mentorshipId, wanted(agreed, lastDay, zone), agreed.length()))
                .orElse(List.of());
    }

    /**
     * Follows another last day: what comes after it is called off, and the rhythm goes on up to it. Whatever else the
     * members changed since they agreed stays as they want it.
     */
    public List<Meeting> endOn(UUID mentorshipId, LocalDate lastDay, ZoneId zone) {
        List<Meeting> changed = new ArrayList<>(callOff(
                mentorshipId, m -> LocalDate.ofInstant(m.startsAt(), zone).isAfter(lastDay)));
        Instant known = all(mentorshipId).stream()
                .map(Meeting::startsAt)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        agreement(mentorshipId)
                .ifPresent(agreed -> wanted(agreed, lastDay, zone).stream()
                        .filter(start -> start.isAfter(known))
                        .forEach(start -> changed.add(add(mentorshipId, start, agreed.length()))));
        return changed;
    }

    private List<Meeting> plan(UUID mentorshipId, List<Instant> wanted, Duration length) {
        List<Meeting> coming = new ArrayList<>(coming(mentorshipId));
        List<Instant> missing = new ArrayList<>(wanted);
        List<Meeting> changed = new ArrayList<>();
        // A meeting that stays at its time is not touched: nobody's calendar should stir without a reason.
        coming.removeIf(m -> m.length().equals(length) && missing.remove(m.startsAt()));
        for (int i = 0; i < Math.max(coming.size(), missing.size()); i++) {
            if (i >= coming.size()) {
                changed.add(add(mentorshipId, missing.get(i), length));
            } else if (i >= missing.size()) {
                changed.add(change(
                        coming.get(i), coming.get(i).startsAt(), coming.get(i).length(), true));
            } else {
                changed.add(change(coming.get(i), missing.get(i), length, false));
            }
        }
        return changed;
    }

    private List<Instant> wanted(Agreement agreed, LocalDate lastDay, ZoneId zone) {
        Instant now = clock.instant();
        Instant firstAt = agreed.firstAt();
        List<Instant> wanted = new ArrayList<>();
        if (firstAt == null) {
            return wanted;
        }
        ZonedDateTime first = firstAt.atZone(zone);
        for (int n = 0; n == 0 || agreed.frequency().repeats(); n++) {
            LocalDate day = agreed.frequency().day(first.toLocalDate(), n);
            if (day.isAfter(lastDay)) {
                break;
            }
            // The hour on the wall stays the same when the clocks change.
            Instant start = day.atTime(first.toLocalTime()).atZone(zone).toInstant();
            if (start.isAfter(now)) {
                wanted.add(start);
            }
        }
        return wanted;
    }

    /** A meeting besides the rhythm, as when one was called off and another time suits everybody. */
    public Meeting add(UUID mentorshipId, Instant startsAt, Duration length) {
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from meeting where mentorship_id = ?")
                .param(mentorshipId)
                .query(Integer.class)
                .single();
        jdbc.sql("insert into meeting (mentorship_id, number, starts_at, minutes) values (?, ?, ?, ?)")
                .params(mentorshipId, number, Timestamp.from(startsAt), length.toMinutes())
                .update();
        return new Meeting(mentorshipId, number, startsAt, length, 0, false);
    }

    /** Calls off those of the coming meetings that are meant. */
    public List<Meeting> callOff(UUID mentorshipId, Predicate<Meeting> meant) {
        return coming(mentorshipId).stream()
                .filter(meant)
                .map(m -> change(m, m.startsAt(), m.length(), true))
                .toList();
    }

    private Meeting change(Meeting meeting, Instant startsAt, Duration length, boolean cancelled) {
        Meeting changed = new Meeting(
                meeting.mentorshipId(), meeting.number(), startsAt, length, meeting.sequence() + 1, cancelled);
        jdbc.sql("update meeting set starts_at = ?, minutes = ?, sequence = ?, cancelled = ?"
                        + " where mentorship_id = ? and number = ?")
                .params(
                        Timestamp.from(startsAt),
                        length.toMinutes(),
                        changed.sequence(),
                        cancelled,
                        meeting.mentorshipId(),
                        meeting.number())
                .update();
        return changed;
    }

    private static Meeting read(ResultSet row, int n) throws SQLException {
        return new Meeting(
                row.getObject("mentorship_id", UUID.class),
                row.getInt("number"),
                row.getTimestamp("starts_at").toInstant(),
                Duration.ofMinutes(row.getInt("minutes")),
                row.getInt("sequence"),
                row.getBoolean("cancelled"));
    }
}
