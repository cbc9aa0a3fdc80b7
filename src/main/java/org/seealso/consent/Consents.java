package org.seealso.consent;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.engine.DueDates;
import org.seealso.people.Exclusions;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participant.State;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a proposed match once its members have answered. */
@Component
@Transactional
class Consents {
    private static final EnumSet<State> ASKED = EnumSet.of(State.POOL, State.ASKED);

    private final Mentorships mentorships;
    private final Participants participants;
    private final Exclusions exclusions;
    private final Answers answers;
    private final ConsentProcess process;
    private final DueDates dates;

    Consents(
            Mentorships mentorships,
            Participants participants,
            Exclusions exclusions,
            Answers answers,
            ConsentProcess process,
            DueDates dates) {
        this.mentorships = mentorships;
        this.participants = participants;
        this.exclusions = exclusions;
        this.answers = answers;
        this.process = process;
        this.dates = dates;
    }

    List<UUID> members(UUID mentorshipId) {
        return mentorships.mentorship(mentorshipId).members().stream()
                .map(Participant::id)
                .toList();
    }

    Mentorship mentorship(UUID mentorshipId) {
        return mentorships.mentorship(mentorshipId);
    }

    /** Everybody agreed: the match becomes a mentorship. Where intake is rolling, its term counts from today. */
    void agree(UUID mentorshipId, ProgramRow row) {
        Mentorship mentorship = mentorships.mentorship(mentorshipId);
        mentorships.move(mentorshipId, Mentorship.State.PLANNED);
        if (row.rolling()) {
            LocalDate today = dates.today(row.zone());
            mentorships.reschedule(mentorshipId, today, row.term().lastDay(today));
        }
        for (Participant member : mentorship.members()) {
            participants.move(member.id(), ASKED, State.MATCHED);
            process.settle(member.id());
        }
    }

    /** An odd number of peers makes one trio (A3); the letter says so. */
    boolean isTrioOfPeers(UUID mentorshipId, ProgramRow row) {
        return row.isTrioOfPeers(mentorships.mentorship(mentorshipId).members().size());
    }

    /**
     * The match does not come about. Everybody goes back to the pool, the others before everybody else; whoever declined
     * keeps their place and is never proposed to the same people again.
     *
     * @param decliner who did not agree; null if somebody withdrew
     */
    void callOff(UUID mentorshipId, @Nullable UUID decliner) {
        Mentorship mentorship = mentorships.mentorship(mentorshipId);
        mentorships.move(mentorshipId, Mentorship.State.CALLED_OFF);
        for (Participant member : mentorship.members()) {
            participants.move(member.id(), EnumSet.of(State.ASKED), State.POOL);
            if (!member.id().equals(decliner)) {
                participants.toFront(member.id());
            }
        }
        mentorship.members().stream()
                .filter(m -> m.id().equals(decliner))
                .forEach(one -> mentorship
                        .partnersOf(one.id())
                        .forEach(other -> exclusions.add(
                                one.person().id(),
                                other.person().id(),
                                Exclusions.Kind.DECLINED,
                                one.person().id().toString(),
                                "")));
        process.backInPool(mentorship.cohortId());
    }

    /** Whether somebody still takes part: whoever withdrew hears no more. */
    boolean takesPart(UUID participantId) {
        return participants.participant(participantId).state() != State.WITHDRAWN;
    }

    /** Somebody may have said yes and left before the others answered. */
    boolean everybodyTakesPart(UUID mentorshipId) {
        return members(mentorshipId).stream().allMatch(this::takesPart);
    }

    /** What a member asked in their newest answer, and what a coordinator replied. */
    String question(UUID participantId) {
        return newest(answers.ofParticipant(participantId, "consent"), "question");
    }

    String reply(String processInstance) {
        return newest(answers.ofProcess(processInstance, "answer-question"), "reply");
    }

    private static String newest(List<Answer> all, String field) {
        Optional<String> newest = all.stream()
                .filter(answer -> answer.field().equals(field))
                .map(Answer::shown)
                .reduce((first, second) -> second);
        return newest.orElse("");
    }
}
