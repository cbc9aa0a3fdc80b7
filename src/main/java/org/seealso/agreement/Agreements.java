package org.seealso.agreement;

import java.time.Duration;
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
import org.seealso.answer.AnswerWords;
import org.seealso.answer.Answers;
import org.seealso.engine.DueDates;
import org.seealso.engine.Worded;
import org.seealso.people.Frequency;
import org.seealso.people.Meetings;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.rules.ProgramRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What members propose, what they think of it, and what counts in the end (A15). */
@Component
@Transactional
class Agreements {
    private static final String FORM = "agreement";

    private final Mentorships mentorships;
    private final Meetings meetings;
    private final Answers answers;
    private final DueDates dates;
    private final AnswerWords words;

    Agreements(Mentorships mentorships, Meetings meetings, Answers answers, DueDates dates, AnswerWords words) {
        this.words = words;
        this.mentorships = mentorships;
        this.meetings = meetings;
        this.answers = answers;
        this.dates = dates;
    }

    /** What one of the others would like to change, if they said so. */
    record Wish(String name, String note) {}

    List<UUID> members(UUID mentorshipId) {
        return mentorships.mentorship(mentorshipId).members().stream()
                .map(Participant::id)
                .toList();
    }

    boolean active(UUID mentorshipId) {
        return mentorships.mentorship(mentorshipId).state() == Mentorship.State.ACTIVE;
    }

    /** Who is asked to write it down: whoever leads, a mentee (B12, E4), else the first of them. */
    UUID writer(UUID mentorshipId) {
        List<Participant> members = mentorships.mentorship(mentorshipId).members();
        return members.stream()
                .filter(member -> !member.role().equals(ProgramRow.MENTOR))
                .findFirst()
                .orElse(members.get(0))
                .id();
    }

    /**
     * When somebody may be asked: now, in a while, or not at all any more.
     *
     * @param earliest not before this, or empty
     */
    Optional<Instant> askAt(UUID mentorshipId, Optional<Instant> earliest, ZoneId zone) {
        Mentorship mentorship = mentorships.mentorship(mentorshipId);
        if (mentorship.state() != Mentorship.State.ACTIVE
                || mentorship.members().isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = dates.today(zone);
        Instant at = earliest.orElse(dates.now());
        Optional<LocalDate> quiet = mentorships.quietUntil(mentorshipId, today);
        if (quiet.isPresent() && !quiet.get().isBefore(mentorship.endsOn())) {
            return Optional.empty();
        }
        Instant afterQuiet = quiet.map(day -> dates.morningOf(day, zone)).orElse(at);
        Instant best = afterQuiet.isAfter(at) ? afterQuiet : at;
        return Optional.of(best).filter(moment -> moment.isBefore(dates.morningOf(mentorship.endsOn(), zone)));
    }

    /** The newest proposal; empty if nobody has written one down. */
    Optional<UUID> proposal(UUID mentorshipId) {
        return answers.newest(mentorshipId, FORM, "agreed", "yes").stream()
                .map(Answer::submissionId)
                .findFirst();
    }

    /** A proposal as those who share it may read it. */
    Worded text(UUID submission, String deployment) {
        List<Answer> shared = answers.ofSubmission(submission).stream()
                .filter(answer ->
                        answer.mayBeReadBy("partner") && !answer.shown().isBlank())
                .filter(answer -> !answer.field().equals("agreed"))
                .toList();
        return language -> shared.stream()
                .map(answer -> words.say(answer, deployment, language))
                .map(said -> Map.of("question", said.question(), "reply", said.reply()))
                .toList();
    }

    /** From now on this is what counts. */
    void agree(UUID mentorshipId, UUID submission, ZoneId zone) {
        Map<String, String> said = said(submission);
        meetings.agree(
                mentorshipId,
                submission,
                moment(said.getOrDefault("nextMeeting", ""), zone),
                Frequency.of(said.getOrDefault("frequency", "")),
                length(said.getOrDefault("meetingLength", "")));
    }

    /** The day they want to look at it again, if there is one that is still to come and before the end. */
    Optional<LocalDate> reviewOn(UUID mentorshipId, UUID submission, ZoneId zone) {
        String day = said(submission).getOrDefault("reviewDate", "");
        LocalDate today = dates.today(zone);
        LocalDate end = mentorships.mentorship(mentorshipId).endsOn();
        return Optional.of(day)
                .filter(text -> !text.isEmpty())
                .map(LocalDate::parse)
                .filter(date -> date.isAfter(today) && date.isBefore(end));
    }

    Optional<Instant> nextMeeting(UUID mentorshipId) {
        return meetings.next(mentorshipId).map(meeting -> meeting.startsAt());
    }

    /** What the others wrote about a proposal instead of accepting it. */
    List<Wish> wishes(UUID mentorshipId, UUID submission) {
        Instant since = answers.ofSubmission(submission).stream()
                .map(Answer::answeredAt)
                .findFirst()
                .orElse(Instant.MAX);
        Map<UUID, String> names = mentorships.mentorship(mentorshipId).members().stream()
                .collect(Collectors.toMap(
                        Participant::id, member -> member.person().firstName()));
        return answers.ofMentorship(mentorshipId, "accept-agreement").stream()
                .filter(answer ->
                        answer.field().equals("change") && !answer.shown().isBlank())
                .filter(answer -> !answer.answeredAt().isBefore(since) && names.containsKey(answer.participantId()))
                .map(answer -> new Wish(names.getOrDefault(answer.participantId(), ""), answer.shown()))
                .toList();
    }

    /** Whether this is a day to write to them at all (B9, A13). */
    boolean quiet(UUID mentorshipId, ZoneId zone) {
        return mentorships.quietUntil(mentorshipId, dates.today(zone)).isPresent();
    }

    private Map<String, String> said(UUID submission) {
        return answers.ofSubmission(submission).stream()
                .collect(Collectors.toMap(Answer::field, answer -> String.valueOf(answer.value())));
    }

    /** A day without an hour is no meeting a calendar could hold. */
    private static @Nullable Instant moment(String text, ZoneId zone) {
        return text.contains("T") ? LocalDateTime.parse(text).atZone(zone).toInstant() : null;
    }

    private static Duration length(String minutes) {
        return minutes.matches("\\d{1,3}") ? Duration.ofMinutes(Integer.parseInt(minutes)) : Meetings.USUAL;
    }
}
