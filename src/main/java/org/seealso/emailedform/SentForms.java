package org.seealso.emailedform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.confidence.ConductReports;
import org.seealso.emailedform.OpenedForms.Opened;
import org.seealso.engine.DueDates;
import org.seealso.engine.Ids;
import org.seealso.form.FormSheet;
import org.seealso.form.Verdict;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.seealso.letter.Links.State;
import org.seealso.letter.OptionalLetters;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what people send: the only door through which a participant acts. */
@Component
@Transactional
class SentForms {
    private final OpenedForms opened;
    private final Leaving leaving;
    private final EmailedFormProcess process;
    private final StandingProcess standing;
    private final Links links;
    private final ParticipantLetters letters;
    private final OptionalLetters optional;
    private final Answers answers;
    private final Participants participants;
    private final Mentorships mentorships;
    private final ConductReports reports;
    private final PublishedRules rules;
    private final DueDates dates;

    SentForms(
            OpenedForms opened,
            Leaving leaving,
            EmailedFormProcess process,
            StandingProcess standing,
            Links links,
            ParticipantLetters letters,
            OptionalLetters optional,
            Answers answers,
            Participants participants,
            Mentorships mentorships,
            ConductReports reports,
            PublishedRules rules,
            DueDates dates) {
        this.opened = opened;
        this.leaving = leaving;
        this.process = process;
        this.standing = standing;
        this.links = links;
        this.letters = letters;
        this.optional = optional;
        this.answers = answers;
        this.participants = participants;
        this.mentorships = mentorships;
        this.reports = reports;
        this.rules = rules;
        this.dates = dates;
    }

    /** What became of a sent form. */
    record Taken(Verdict verdict, boolean acted) {}

    /** Judges what was sent; if it is fine, stores it and acts, all in one transaction. */
    Taken take(Opened asked, Map<String, List<String>> posted) {
        Link link = asked.link();
        Verdict verdict = asked.form().judge(posted, asked.context());
        if (!verdict.ok()) {
            return new Taken(verdict, false);
        }
        Verdict kept = opened.kept(asked, posted, verdict);
        UUID submission = Ids.next();
        if (link.purpose() == Purpose.FORM) {
            String instance = String.valueOf(link.processInstance());
            if (links.close(instance, State.ANSWERED) == 0) {
                return new Taken(verdict, false);
            }
            store(submission, link, kept);
            links.answered(link.publicId(), submission);
            return new Taken(
                    verdict,
                    process.answer(instance, verdict.routing(), asked.form().cannotWait(verdict.values())));
        }
        store(submission, link, kept);
        if (link.purpose() != Purpose.CONDUCT_REPORT) {
            links.answered(link.publicId(), submission);
        }
        return new Taken(verdict, act(link, submission, verdict));
    }

    /**
     * Until when what was sent may be changed. Empty if the next step has begun, and for what acts at once and is taken
     * back by sending it again: leaving, plans, an agreement, a question, a report.
     */
    Optional<Instant> changeableUntil(Link link) {
        return Optional.ofNullable(link.processInstance())
                .filter(instance -> link.purpose() == Purpose.FORM && link.state() == State.ANSWERED)
                .flatMap(process::changeableUntil)
                .filter(until -> links.submission(link.publicId()).isPresent());
    }

    /** What was sent, as the form's fields take it. */
    Map<String, Object> answered(Link link) {
        Map<String, Object> values = new LinkedHashMap<>();
        links.submission(link.publicId())
                .map(answers::ofSubmission)
                .orElse(List.of())
                .forEach(answer -> values.put(answer.field(), answer.value()));
        return values;
    }

    /** Puts another answer in the place of the one that was sent, unless the process has gone on with it. */
    Taken change(Opened asked, Map<String, List<String>> posted) {
        Link link = asked.link();
        FormSheet form = asked.form();
        Verdict verdict = form.judge(posted, asked.context());
        Optional<UUID> submission = links.submission(link.publicId());
        if (!verdict.ok()
                || submission.isEmpty()
                || !process.answerAnew(
                        String.valueOf(link.processInstance()), verdict.routing(), form.cannotWait(verdict.values()))) {
            return new Taken(verdict, false);
        }
        store(submission.get(), link, opened.kept(asked, posted, verdict));
        links.answered(link.publicId(), submission.get());
        return new Taken(verdict, true);
    }

    /** Whether its writer may have a copy: not of a conduct report, which is kept nowhere but encrypted (A13). */
    boolean mayCopy(Link link) {
        return link.participantId() != null
                && link.purpose() != Purpose.CONDUCT_REPORT
                && links.submission(link.publicId()).isPresent();
    }

    /** Sends a writer their own words, once. The newest rules word it: an old deployment may not have the letter. */
    void copy(Link link) {
        UUID participantId = link.participantId();
        Optional<UUID> submission = links.submission(link.publicId());
        if (participantId == null || !mayCopy(link) || submission.isEmpty() || !links.copyOnce(link.publicId())) {
            return;
        }
        List<Map<String, String>> said = answers.ofSubmission(submission.get()).stream()
                .map(answer -> Map.of("question", answer.question(), "reply", answer.shown()))
                .toList();
        Under newest = new Under(rules.current(), link.program());
        Optional<Instant> until = changeableUntil(link);
        Map<String, Object> values = new HashMap<>(Map.of("myAnswers", said));
        until.ifPresent(end -> values.put("changeUntil", opened.onTheirClock(link, end)));
        letters.write(
                "copy-of-answer",
                newest,
                participantId,
                null,
                values,
                until.map(end -> links.mint(link.as(Ids.next(), State.ANSWERED)))
                        .orElse(null),
                List.of());
    }

    private boolean act(Link link, UUID submission, Verdict verdict) {
        UUID participantId = link.participantId();
        switch (link.purpose()) {
            case HELP -> standing.helpAsked(link, submission, label(link));
            case FIT_PROBLEM -> standing.fitProblemRaised(link, submission, verdict.routing());
            case CONDUCT_REPORT -> standing.conductReported(link, submission);
            case OPTIONAL_LETTERS -> {
                if ("all".equals(verdict.values().get("letters"))) {
                    optional.sendAgain(link.personId(), link.program());
                } else {
                    optional.stop(link.personId(), link.program());
                }
            }
            case LEAVE -> {
                return participantId != null && leaveOrRest(link, participantId, verdict.routing());
            }
            case AGREEMENT -> {
                Optional<Mentorship> mentorship = active(link);
                boolean written = "yes".equals(verdict.values().get("agreed"));
                mentorship
                        .filter(m -> written)
                        .ifPresent(m -> standing.agreementProposed(link, submission, m.cohortId(), m.label()));
                return mentorship.isPresent();
            }
            case PLANS -> {
                Optional<Mentorship> mentorship = active(link);
                mentorship.ifPresent(m -> standing.plansChanged(
                        link,
                        submission,
                        Map.of("cohortId", m.cohortId().toString(), "label", m.label()),
                        verdict.routing()));
                return mentorship.isPresent();
            }
            case FINISH -> {
                Optional<Mentorship> mentorship = active(link).filter(Mentorship::open);
                boolean over = "yes".equals(verdict.values().get("over"));
                mentorship.filter(m -> over).ifPresent(m -> finish(link, m));
                return mentorship.isPresent();
            }
            case FORM, MY_PAGE, NEW_ADDRESS -> throw new IllegalStateException("this is no standing link");
        }
        return true;
    }

    /** They have come to the end: the survey goes out at once, and it closes after the days the row gives it (D2). */
    private void finish(Link link, Mentorship mentorship) {
        ProgramRow row = rules.row(link.deployment(), link.program());
        mentorships.endOn(mentorship.id(), dates.today(row.zone()).plusDays(row.surveyBeforeDays()));
        standing.finished(mentorship.id());
    }

    /** Leaving works at once, whatever the diagrams are doing; a break is offered once instead (D18). */
    private boolean leaveOrRest(Link link, UUID participantId, Map<String, Object> routing) {
        UUID mentorship = place(link).map(Mentorship::id).orElse(null);
        if ("pause".equals(routing.get("sure"))) {
            String until = String.valueOf(routing.get("pauseUntil"));
            if (mentorship == null) {
                participants.busyUntil(link.personId(), LocalDate.parse(until));
            }
            return mentorship == null || standing.paused(mentorship, until);
        }
        return leaving.leave(participantId, mentorship, new Under(link.deployment(), link.program()));
    }

    /** The mentorship a link belongs to, if it is under way and this is one of its members. */
    private Optional<Mentorship> active(Link link) {
        return Optional.ofNullable(link.mentorshipId())
                .map(mentorships::mentorship)
                .filter(m -> m.state() == Mentorship.State.ACTIVE && OpenedForms.isMember(m, link));
    }

    /** What somebody leaves: the mentorship the letter was about, or the one they are in now. */
    private Optional<Mentorship> place(Link link) {
        return Optional.ofNullable(link.mentorshipId())
                .map(mentorships::mentorship)
                .filter(m -> m.agreed() && m.state() != Mentorship.State.CLOSED && OpenedForms.isMember(m, link))
                .or(() -> Optional.ofNullable(link.participantId()).flatMap(mentorships::current));
    }

    private String label(Link link) {
        return link.participantId() == null
                ? "A participant"
                : participants.participant(link.participantId()).person().name();
    }

    private void store(UUID submission, Link link, Verdict verdict) {
        UUID participantId = link.participantId();
        UUID cohortId = participantId == null
                ? null
                : participants.participant(participantId).cohortId();
        UUID mentorshipId = link.mentorshipId();
        if (link.purpose() == Purpose.CONDUCT_REPORT) {
            // An old letter's link may be older than the mentorship.
            UUID about = mentorshipId == null && participantId != null
                    ? mentorships.current(participantId).map(Mentorship::id).orElse(null)
                    : mentorshipId;
            Subject subject = new Subject(link.personId(), participantId, about, cohortId, null);
            reports.receive(submission, link.program(), opened.key(link), subject, verdict.answers());
            return;
        }
        answers.store(
                submission,
                link.personId().toString(),
                opened.key(link),
                new Subject(link.personId(), participantId, mentorshipId, cohortId, link.processInstance()),
                verdict.answers());
    }
}
