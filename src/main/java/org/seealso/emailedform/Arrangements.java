package org.seealso.emailedform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.answer.Answer;
import org.seealso.answer.AnswerWords;
import org.seealso.answer.Answers;
import org.seealso.engine.Language;
import org.seealso.people.Meetings;
import org.springframework.stereotype.Component;

/** What the members of a mentorship have arranged or suggested so far, as their forms and letters show it. */
@Component
class Arrangements {
    /** Instead of a meeting that is called off, or besides. */
    private static final Set<String> TIMES = Set.of("newTime", "otherTime");

    private static final String NEXT_MEETING = "nextMeeting";

    private final Answers answers;
    private final Meetings meetings;
    private final AnswerWords words;

    Arrangements(Answers answers, Meetings meetings, AnswerWords words) {
        this.words = words;
        this.answers = answers;
        this.meetings = meetings;
    }

    /** Another time for a meeting, as one member suggested it to the others. */
    record Suggestion(UUID participantId, ZonedDateTime time, String words) {
        String shown(Language language) {
            return language.moment(time);
        }
    }

    /** The newest proposal, as far as partners may read it. */
    List<Map<String, String>> agreement(UUID mentorshipId, String deployment, Language language) {
        return proposal(mentorshipId).stream()
                .filter(answer ->
                        answer.mayBeReadBy("partner") && !answer.shown().isBlank())
                .filter(answer -> !answer.field().equals("agreed"))
                .map(answer -> words.say(answer, deployment, language))
                .map(said -> Map.of("question", said.question(), "answer", said.reply()))
                .toList();
    }

    /**
     * The newest proposal, to be changed rather than typed again, whoever wrote it. What was ticked is ticked anew: a
     * promise is not copied; and days that have passed are left out.
     */
    Map<String, Object> lastAgreement(UUID mentorshipId, ZoneId zone, LocalDate today) {
        Map<String, Object> values = new LinkedHashMap<>();
        proposal(mentorshipId).stream()
                .filter(answer ->
                        answer.mayBeReadBy("partner") && !answer.field().equals("agreed"))
                .filter(answer -> !(answer.value() instanceof Boolean) && !passed(answer, today))
                .forEach(answer -> values.put(answer.field(), answer.value()));
        nextMeeting(mentorshipId)
                .ifPresent(start -> values.put(
                        NEXT_MEETING, LocalDateTime.ofInstant(start, zone).toString()));
        return values;
    }

    Optional<Instant> nextMeeting(UUID mentorshipId) {
        return meetings.next(mentorshipId).map(meeting -> meeting.startsAt());
    }

    /** The newest time for a meeting that somebody else than this member suggested. */
    Optional<Suggestion> suggestion(@Nullable UUID mentorshipId, UUID participantId, ZoneId zone) {
        if (mentorshipId == null) {
            return Optional.empty();
        }
        List<Answer> plans = answers.ofMentorship(mentorshipId, "plans");
        return plans.stream()
                .filter(answer -> TIMES.contains(answer.field())
                        && answer.participantId() != null
                        && !participantId.equals(answer.participantId()))
                .reduce((first, second) -> second)
                .map(newest -> new Suggestion(
                        Objects.requireNonNull(newest.participantId()),
                        LocalDateTime.parse(newest.value().toString()).atZone(zone),
                        plans.stream()
                                .filter(answer -> answer.submissionId().equals(newest.submissionId())
                                        && answer.field().equals("words"))
                                .map(Answer::shown)
                                .findFirst()
                                .orElse("")));
    }

    private List<Answer> proposal(UUID mentorshipId) {
        return answers.newest(mentorshipId, "agreement", "agreed", "yes");
    }

    private static boolean passed(Answer answer, LocalDate today) {
        String text = answer.value().toString();
        return text.matches("\\d{4}-\\d\\d-\\d\\d(T.*)?")
                && LocalDate.parse(text.substring(0, 10)).isBefore(today);
    }

    /** The coordinator's latest question to an applicant. */
    String question(UUID participantId) {
        return answers.ofParticipant(participantId, "review-application").stream()
                .filter(answer -> answer.field().equals("question"))
                .map(Answer::shown)
                .reduce("", (first, second) -> second);
    }
}
