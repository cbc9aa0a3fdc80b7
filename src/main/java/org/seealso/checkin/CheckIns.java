package org.seealso.checkin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One check-in per member and period, answered or met with silence (A4). */
@Component
@Transactional
class CheckIns {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Answers answers;
    private final Participants participants;

    CheckIns(JdbcClient jdbc, Clock clock, Answers answers, Participants participants) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.answers = answers;
        this.participants = participants;
    }

    /** @param contacts meetings in the period as the member counted them, 3 meaning three or more */
    void answered(UUID mentorshipId, UUID participantId, int period, int contacts) {
        record(mentorshipId, participantId, period, "ANSWERED", contacts);
        noteBusy(participantId);
    }

    /** Whoever is busy is proposed to nobody new until then (B9). */
    private void noteBusy(UUID participantId) {
        answers.ofParticipant(participantId, "check-in").stream()
                .filter(answer -> answer.field().equals("busyUntil"))
                .map(answer -> answer.value().toString())
                .filter(day -> day.matches("\\d{4}-\\d{2}-\\d{2}.*"))
                .reduce((first, second) -> second)
                .map(day -> LocalDate.parse(day.substring(0, 10)))
                .ifPresent(day -> participants.busyUntil(
                        participants.participant(participantId).person().id(), day));
    }

    void silence(UUID mentorshipId, UUID participantId, int period) {
        record(mentorshipId, participantId, period, "SILENCE", null);
    }

    private void record(UUID mentorshipId, UUID participantId, int period, String state, @Nullable Integer contacts) {
        jdbc.sql("""
                insert into check_in (mentorship_id, participant_id, period, state, contacts, recorded_at)
                values (:mentorship, :participant, :period, :state, :contacts, :now)
                on conflict (mentorship_id, participant_id, period)
                do update set state = excluded.state, contacts = excluded.contacts, recorded_at = excluded.recorded_at""")
                .param("mentorship", mentorshipId)
                .param("participant", participantId)
                .param("period", period)
                .param("state", state)
                .param("contacts", contacts)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Files a fit problem that a check-in brought to light; returns the submission's id. */
    UUID fileFitProblem(UUID mentorshipId, UUID participantId, int period) {
        UUID submission = UUID.randomUUID();
        Participant participant = participants.participant(participantId);
        String origin = "The check-in of month " + period + " says the fit is not good.";
        answers.store(
                submission,
                participant.person().id().toString(),
                "fit-problem",
                new Subject(participant.person().id(), participantId, mentorshipId, participant.cohortId(), null),
                List.of(new FieldAnswer("origin", "Where this comes from", origin, origin, Set.of("coordinators"))));
        return submission;
    }
}
