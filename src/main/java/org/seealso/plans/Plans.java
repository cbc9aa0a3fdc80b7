package org.seealso.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.engine.DueDates;
import org.seealso.people.Meeting;
import org.seealso.people.Meetings;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a change of plans does to meetings and busy times (A12, B9). */
@Component
@Transactional
class Plans {
    private final Mentorships mentorships;
    private final Participants participants;
    private final Meetings meetings;
    private final Answers answers;
    private final DueDates dates;

    Plans(Mentorships mentorships, Participants participants, Meetings meetings, Answers answers, DueDates dates) {
        this.mentorships = mentorships;
        this.participants = participants;
        this.meetings = meetings;
        this.answers = answers;
        this.dates = dates;
    }

    /** A person in one of their mentorships. */
    record Place(UUID mentorshipId, UUID participantId) {}

    /** What a member wrote with a change of plans. */
    record Said(Optional<Instant> newTime, String words) {}

    /** Which times would suit one of the others. */
    record Suggestion(String name, String note) {}

    boolean active(UUID mentorshipId) {
        return mentorships.mentorship(mentorshipId).state() == Mentorship.State.ACTIVE;
    }

    /** Whether somebody is a member of a mentorship that is under way. */
    boolean member(UUID mentorshipId, UUID participantId) {
        return active(mentorshipId) && members(mentorshipId).contains(participantId);
    }

    List<UUID> members(UUID mentorshipId) {
        return mentorships.mentorship(mentorshipId).members().stream()
                .map(Participant::id)
                .toList();
    }

    List<UUID> others(UUID mentorshipId, UUID participantId) {
        return members(mentorshipId).stream()
                .filter(member -> !member.equals(participantId))
                .toList();
    }

    String firstName(UUID participantId) {
        return person(participantId).person().firstName();
    }

    /** Every mentorship of the same person that is under way. */
    List<Place> underWay(UUID participantId) {
        UUID person = person(participantId).person().id();
        return mentorships.underWay(person).stream()
                .map(mentorship -> place(mentorship, person))
                .toList();
    }

    private static Place place(Mentorship mentorship, UUID personId) {
        return mentorship.members().stream()
                .filter(member -> member.person().id().equals(personId))
                .map(member -> new Place(mentorship.id(), member.id()))
                .findFirst()
                .orElseThrow();
    }

    Said said(UUID submission, ZoneId zone) {
        Map<String, String> fields = answers.ofSubmission(submission).stream()
                .collect(Collectors.toMap(Answer::field, answer -> String.valueOf(answer.value())));
        return new Said(
                Optional.ofNullable(fields.getOrDefault("newTime", fields.get("otherTime")))
                        .map(text -> LocalDateTime.parse(text).atZone(zone).toInstant()),
                fields.getOrDefault("words", ""));
    }

    Optional<Meeting> next(UUID mentorshipId) {
        return meetings.next(mentorshipId);
    }

    List<Meeting> callOffNext(UUID mentorshipId) {
        return next(mentorshipId)
                .map(next -> meetings.callOff(mentorshipId, m -> m.number() == next.number()))
                .orElse(List.of());
    }

    /** A meeting at a time that suits everybody, as long as they usually meet. */
    Meeting meetAt(UUID mentorshipId, Instant time) {
        return meetings.add(
                mentorshipId,
                time,
                meetings.agreement(mentorshipId).map(Meetings.Agreement::length).orElse(Meetings.USUAL));
    }

    /** What the others answered to a suggestion. */
    List<Suggestion> suggestions(UUID mentorshipId, UUID submission) {
        Instant since = answers.ofSubmission(submission).stream()
                .map(Answer::answeredAt)
                .findFirst()
                .orElse(Instant.MAX);
        return answers.ofMentorship(mentorshipId, "new-time").stream()
                .filter(answer -> answer.field().equals("suggestion")
                        && !answer.answeredAt().isBefore(since))
                .map(answer -> new Suggestion(name(answer.participantId()), answer.shown()))
                .toList();
    }

    private String name(@Nullable UUID participantId) {
        return participantId == null ? "" : firstName(participantId);
    }

    /** The last busy day, if it is one that is not over already. */
    Optional<LocalDate> busyDay(Optional<String> until, ZoneId zone) {
        LocalDate today = dates.today(zone);
        return until.map(LocalDate::parse).filter(day -> !day.isBefore(today));
    }

    void busy(UUID participantId, LocalDate until) {
        participants.busyUntil(person(participantId).person().id(), until);
    }

    /** Ends a busy time; false if there was none. */
    boolean back(UUID participantId, ZoneId zone) {
        UUID person = person(participantId).person().id();
        LocalDate today = dates.today(zone);
        boolean busy = participants
                .busyUntil(person)
                .filter(day -> !day.isBefore(today))
                .isPresent();
        participants.busyUntil(person, null);
        return busy;
    }

    boolean endsAfter(UUID mentorshipId, LocalDate day) {
        return mentorships.mentorship(mentorshipId).endsOn().isAfter(day);
    }

    boolean quiet(UUID mentorshipId, ZoneId zone) {
        return mentorships.quietUntil(mentorshipId, dates.today(zone)).isPresent();
    }

    private Participant person(UUID participantId) {
        return participants.participant(participantId);
    }
}
