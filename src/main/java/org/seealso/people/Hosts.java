package org.seealso.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.seealso.engine.Rhythm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose turn it is to host a group without a leader (D6, D7). Chosen once for each period, so that every letter agrees. */
@Component
@Transactional
public class Hosts {
    private final JdbcClient jdbc;

    Hosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Turn(int turn, int period, UUID participantId) {}

    /** The period a day is in; 1 from the first day on. */
    public static int period(Mentorship mentorship, Rhythm gatherings, LocalDate day) {
        return gatherings.passed(mentorship.startsOn(), day) + 1;
    }

    /** The host of a period; chosen now if nobody was, or if whoever was has left. */
    public Optional<Participant> of(Mentorship mentorship, int period) {
        Optional<Participant> chosen = chosen(mentorship, period, turns(mentorship.id()));
        if (chosen.isPresent()) {
            return chosen;
        }
        hold(mentorship.id());
        // Two letters written at the same moment must name the same host.
        List<Turn> turns = turns(mentorship.id());
        return chosen(mentorship, period, turns).or(() -> choose(mentorship, period, turns));
    }

    /**
     * Passes a period on to whoever has not hosted for the longest time and was not asked in it; of those who never have,
     * the first who came. Empty if everybody was asked.
     */
    public Optional<Participant> next(Mentorship mentorship, int period) {
        hold(mentorship.id());
        return choose(mentorship, period, turns(mentorship.id()));
    }

    private void hold(UUID mentorshipId) {
        jdbc.sql("select id from mentorship where id = ? for update")
                .param(mentorshipId)
                .query(UUID.class)
                .single();
    }

    private static Optional<Participant> chosen(Mentorship mentorship, int period, List<Turn> turns) {
        return turns.stream()
                .filter(turn -> turn.period() == period)
                .reduce((first, last) -> last)
                .flatMap(turn -> mentorship.members().stream()
                        .filter(member -> member.id().equals(turn.participantId()))
                        .findFirst());
    }

    private Optional<Participant> choose(Mentorship mentorship, int period, List<Turn> turns) {
        Map<UUID, Integer> last = new HashMap<>();
        turns.forEach(turn -> last.put(turn.participantId(), turn.turn()));
        List<Participant> free = new ArrayList<>(mentorship.members());
        turns.stream()
                .filter(turn -> turn.period() == period)
                .forEach(turn -> free.removeIf(member -> member.id().equals(turn.participantId())));
        Optional<Participant> chosen =
                free.stream().min(Comparator.comparingInt(member -> last.getOrDefault(member.id(), 0)));
        chosen.ifPresent(
                host -> jdbc.sql("insert into host (mentorship_id, turn, period, participant_id) values (?, ?, ?, ?)")
                        .params(mentorship.id(), turns.size() + 1, period, host.id())
                        .update());
        return chosen;
    }

    private List<Turn> turns(UUID mentorshipId) {
        return jdbc.sql("select turn, period, participant_id from host where mentorship_id = ? order by turn")
                .param(mentorshipId)
                .query((row, n) -> new Turn(row.getInt(1), row.getInt(2), row.getObject(3, UUID.class)))
                .list();
    }
}
