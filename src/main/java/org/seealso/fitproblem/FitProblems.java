package org.seealso.fitproblem;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.engine.DueDates;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who raised a fit problem, in which mentorship, and what may be said to whom (C10, D18). */
@Component
@Transactional
class FitProblems {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.CANADA);

    private final Answers answers;
    private final Participants participants;
    private final Mentorships mentorships;
    private final DueDates dates;

    FitProblems(Answers answers, Participants participants, Mentorships mentorships, DueDates dates) {
        this.answers = answers;
        this.participants = participants;
        this.mentorships = mentorships;
        this.dates = dates;
    }

    /** Who raised a problem, and in which mentorship; there is none if it was raised before a match. */
    record Raised(Participant by, Optional<Mentorship> in) {
        /** Both names: a task in a list does not say which of them wrote. */
        String label() {
            return in.map(Mentorship::label).orElse(by.person().name());
        }

        /** Whether anybody may still be helped with it: they may have left in the same moment, or it may have ended. */
        boolean stillMember() {
            return in.map(mentorship -> mentorship.state() != Mentorship.State.CLOSED
                            && mentorship.members().stream()
                                    .anyMatch(member -> member.id().equals(by.id())))
                    .orElse(by.state() != Participant.State.WITHDRAWN && by.state() != Participant.State.DONE);
        }

        List<UUID> partners() {
            return in.map(mentorship -> mentorship.partnersOf(by.id())).orElse(List.of()).stream()
                    .map(Participant::id)
                    .toList();
        }
    }

    Raised raised(UUID submission) {
        Subject subject = answers.subject(submission).orElseThrow();
        return new Raised(
                participants.participant(Objects.requireNonNull(subject.participantId())),
                Optional.ofNullable(subject.mentorshipId()).map(mentorships::mentorship));
    }

    /** What was written last in a coordinator's task of this process. */
    String written(String processInstance, String form, String field) {
        return last(answers.ofProcess(processInstance, form), field);
    }

    /** What the person who raised it wrote last in an emailed form of this mentorship. */
    String written(Raised raised, String form, String field) {
        return last(
                raised.in().map(in -> answers.ofMentorship(in.id(), form)).orElse(List.of()).stream()
                        .filter(answer -> raised.by().id().equals(answer.participantId()))
                        .toList(),
                field);
    }

    /** The same as it was sent, not as people read it: a date and time such as 2026-03-01T18:30. */
    String value(String processInstance, String form, String field) {
        return answers.ofProcess(processInstance, form).stream()
                .filter(answer -> answer.field().equals(field))
                .map(answer -> answer.value().toString())
                .reduce("", (first, second) -> second);
    }

    private static String last(List<Answer> written, String field) {
        return written.stream()
                .filter(answer -> answer.field().equals(field))
                .map(Answer::shown)
                .reduce("", (first, second) -> second);
    }

    /**
     * What stands in the way of sending words to the partner, as a sentence for the coordinator; empty if nothing does.
     *
     * @param contactPartner yes, withoutName or no, as the person chose
     */
    Optional<String> fault(Raised raised, String contactPartner, String partnerNote) {
        if (partnerNote.isBlank() || contactPartner.equals("yes")) {
            return Optional.empty();
        }
        if (contactPartner.equals("no")) {
            return Optional.of(
                    "They asked us not to write to their partner about it. Take your words to the partner out.");
        }
        String[] names = raised.by().person().name().split("\\s+");
        for (String name : names) {
            if (name.length() > 1
                    && Pattern.compile(
                                    "\\b" + Pattern.quote(name) + "\\b",
                                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                            .matcher(partnerNote)
                            .find()) {
                return Optional.of("Your words to the partner contain the name " + name
                        + ", and they asked not to be named. Say it without the name.");
            }
        }
        return Optional.empty();
    }

    /** Whether it is too early to look for another partner, in a sentence that says what to do; empty if it is not. */
    Optional<String> tooSoonForAnother(UUID mentorshipId, ProgramRow row) {
        LocalDate from = mentorships.mentorship(mentorshipId).startsOn().plusMonths(row.newPartnerFromMonth());
        return dates.today(row.zone()).isBefore(from)
                ? Optional.of("In this program partners change from " + DAY.format(from)
                        + " on. Until then choose a pause, a new agreement, or an end with thanks.")
                : Optional.empty();
    }
}
