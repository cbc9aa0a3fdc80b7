package org.seealso.emailedform;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.confidence.ConductReports;
import org.seealso.confidence.Handlers;
import org.seealso.engine.DueDates;
import org.seealso.form.FormBook;
import org.seealso.form.FormSheet;
import org.seealso.form.Verdict;
import org.seealso.letter.CalendarEntry;
import org.seealso.letter.Calendars;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.seealso.letter.Links.State;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.ShortProfiles;
import org.seealso.letter.Under;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks people by letter, and takes what they send: the only door through which a participant acts. */
@Component
@Transactional
public class EmailedForms {
    private static final Set<Participant.State> GONE = Set.of(Participant.State.WITHDRAWN, Participant.State.DONE);

    private static final String SESSION = "session";

    private final EmailedFormProcess process;
    private final StandingProcess standing;
    private final Links links;
    private final ParticipantLetters letters;
    private final FormBook forms;
    private final Answers answers;
    private final Participants participants;
    private final Cohorts cohorts;
    private final Mentorships mentorships;
    private final ShortProfiles profiles;
    private final Calendars calendars;
    private final PublishedRules rules;
    private final ConductReports reports;
    private final Handlers handlers;
    private final DueDates dates;
    private final Arrangements arrangements;

    EmailedForms(
            EmailedFormProcess process,
            StandingProcess standing,
            Links links,
            ParticipantLetters letters,
            FormBook forms,
            Answers answers,
            Participants participants,
            Cohorts cohorts,
            Mentorships mentorships,
            ShortProfiles profiles,
            Calendars calendars,
            PublishedRules rules,
            ConductReports reports,
            Handlers handlers,
            DueDates dates,
            Arrangements arrangements) {
        this.process = process;
        this.standing = standing;
        this.links = links;
        this.letters = letters;
        this.forms = forms;
        this.answers = answers;
        this.participants = participants;
        this.cohorts = cohorts;
        this.mentorships = mentorships;
        this.profiles = profiles;
        this.calendars = calendars;
        this.rules = rules;
        this.reports = reports;
        this.handlers = handlers;
        this.dates = dates;
        this.arrangements = arrangements;
    }

    /**
     * One form wanted from one participant, as emailed-form.bpmn hands it over.
     *
     * @param facts what the letter and the form are to say besides what they always know
     * @param calendar what goes into the reader's calendar with the letter: {@code session} is the information session;
     *     anything else takes the coming meetings out of it
     */
    record Wanted(
            Under under,
            String processInstance,
            String form,
            String letter,
            UUID participantId,
            @Nullable UUID mentorshipId,
            Optional<String> facts,
            Optional<String> calendar) {}

    /** When to remind and when to stop waiting. */
    record Waiting(Instant remindAt, Instant expiresAt) {}

    /** @param answerBy the last moment, or empty for the row's days */
    Waiting waiting(Wanted wanted, Optional<Instant> answerBy) {
        ProgramRow row = rules.row(wanted.under().deployment(), wanted.under().program());
        Instant expires = answerBy.orElseGet(() -> dates.morningIn(row.formExpiresAfterDays(), row.zone()));
        return new Waiting(dates.morningIn(row.formRemindAfterDays(), row.zone()), expires);
    }

    /** The morning until which nobody of the mentorship is reminded of anything; empty if it may be now (B9). */
    Optional<Instant> quietUntil(Wanted wanted) {
        ZoneId zone =
                rules.row(wanted.under().deployment(), wanted.under().program()).zone();
        return Optional.ofNullable(wanted.mentorshipId())
                .flatMap(mentorship -> mentorships.quietUntil(mentorship, dates.today(zone)))
                .map(day -> dates.morningOf(day, zone));
    }

    /** Writes the letter with a fresh private link; the links of a form die together. */
    void send(Wanted wanted, Instant expiresAt, boolean reminder) {
        Participant participant = participants.participant(wanted.participantId());
        URI link = links.mint(new Link(
                UUID.randomUUID(),
                Purpose.FORM,
                State.OPEN,
                wanted.under().deployment(),
                wanted.under().program(),
                participant.person().id(),
                participant.id(),
                wanted.mentorshipId(),
                wanted.processInstance(),
                wanted.form(),
                expiresAt));
        Map<String, Object> values = new HashMap<>();
        values.put("reminder", reminder);
        values.put("expiresOn", expiresAt);
        values.put("question", asked(participant.id()));
        calendars.sessionInWords(participant.cohortId()).forEach(values::put);
        wanted.facts()
                .map(process::read)
                .ifPresent(facts -> facts.forEach((name, value) -> values.put(name, day(value))));
        ProgramRow row = rules.row(wanted.under().deployment(), wanted.under().program());
        suggestion(wanted.mentorshipId(), participant.id(), row).ifPresent(suggestion -> {
            values.put("who", firstName(suggestion.participantId()));
            values.put("proposedTime", suggestion.time());
            values.put("words", suggestion.words());
        });
        letters.write(
                wanted.letter(),
                wanted.under(),
                participant.id(),
                wanted.mentorshipId(),
                values,
                link,
                calendar(wanted));
    }

    /** A day among the facts is written as people write days. */
    private static Object day(Object value) {
        return value instanceof String text && text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : value;
    }

    /** A letter about an end, or an invitation, reaches the calendars, too. */
    private List<CalendarEntry> calendar(Wanted wanted) {
        UUID mentorship = wanted.mentorshipId();
        if (wanted.calendar().filter(SESSION::equals).isPresent()) {
            UUID cohort = participants.participant(wanted.participantId()).cohortId();
            return calendars.session(
                    cohort,
                    rules.row(wanted.under().deployment(), wanted.under().program())
                            .name());
        }
        return wanted.calendar().isPresent() && mentorship != null ? calendars.calledOff(mentorship) : List.of();
    }

    void close(String processInstance, State state) {
        links.close(processInstance, state);
    }

    /** Calls off whatever a participant is still asked, as when they leave. */
    public void withdrawAll(UUID participantId) {
        List<String> open = links.openForms(participantId);
        links.withdrawAll(participantId);
        open.forEach(process::withdraw);
    }

    /** Calls off only what belongs to one mentorship: a mentor may have others (B5). */
    public void withdrawAll(UUID participantId, UUID mentorshipId) {
        List<String> open = links.openForms(participantId, mentorshipId);
        links.withdrawAll(participantId, mentorshipId);
        open.forEach(process::withdraw);
    }

    /** The form behind a link; which one the standing links open is their purpose's. */
    FormSheet form(Link link) {
        return forms.open(deployment(link), key(link));
    }

    private String key(Link link) {
        return switch (link.purpose()) {
            case FORM -> String.valueOf(link.form());
            case HELP -> "help";
            case FIT_PROBLEM -> "fit-problem";
            case CONDUCT_REPORT -> "conduct-report";
            case LEAVE -> onTheListOnly(link) ? "leave-list" : "leave";
            case PLANS -> "plans";
            case AGREEMENT -> "agreement";
        };
    }

    private boolean onTheListOnly(Link link) {
        return link.participantId() != null
                && participants.participant(link.participantId()).state() == Participant.State.INTERESTED;
    }

    private static String deployment(Link link) {
        return link.deployment();
    }

    boolean isOpen(Link link) {
        return link.state() == State.OPEN
                && switch (link.purpose()) {
                    case FORM -> link.processInstance() != null && process.isOpen(link.processInstance());
                    case FIT_PROBLEM -> stillTakesPart(link);
                    default -> true;
                };
    }

    /** A farewell has the standing links, too, but nobody looks after a mentorship that is over for whoever left it. */
    private boolean stillTakesPart(Link link) {
        UUID participantId = link.participantId();
        if (participantId == null
                || GONE.contains(participants.participant(participantId).state())) {
            return false;
        }
        return Optional.ofNullable(link.mentorshipId())
                .map(mentorships::mentorship)
                .map(m -> m.state() != Mentorship.State.CLOSED && isMember(m, link))
                .orElse(true);
    }

    /** What a form may show but not change. */
    Map<String, Object> context(Link link) {
        Map<String, Object> context = new LinkedHashMap<>();
        ProgramRow row = rules.row(deployment(link), link.program());
        context.put("programName", row.name());
        context.put("association", row.association());
        context.put("clock", row.zone().getDisplayName(TextStyle.FULL, Locale.CANADA));
        context.put("conductUrl", row.conductUrl());
        context.put("conductVersion", row.conductVersion());
        if (link.purpose() == Purpose.CONDUCT_REPORT) {
            context.put(
                    "conductHandlers",
                    handlers.of(link.program()).stream()
                            .map(handler -> Map.of("value", handler.address(), "label", handler.name()))
                            .toList());
        }
        if (link.participantId() != null) {
            Participant participant = participants.participant(link.participantId());
            Cohort cohort = cohorts.cohort(participant.cohortId());
            context.put("firstName", participant.person().firstName());
            context.put("name", participant.person().name());
            context.put("startsOn", cohort.startsOn().toString());
            context.put("endsOn", cohort.endsOn().toString());
            context.put("question", asked(participant.id()));
            context.putAll(calendars.sessionInWords(participant.cohortId()));
        }
        if (link.mentorshipId() != null && link.participantId() != null) {
            Mentorship mentorship = mentorships.mentorship(link.mentorshipId());
            context.put("partnerNames", mentorship.partnerNames(link.participantId()));
            context.put("profile", profile(mentorship.partnersOf(link.participantId())));
            context.put(
                    "reasons",
                    mentorships.reasons(mentorship.id(), link.participantId()).stream()
                            .map(reason -> Map.of("reason", reason))
                            .toList());
            boolean early = mentorships.endedEarly(mentorship.id());
            context.put("early", early);
            context.put("extensionMonths", early ? 0 : row.extensionMonths());
            context.put("agreement", arrangements.agreement(mentorship.id()));
            context.put("trio", mentorship.members().size() > 2);
            arrangements
                    .nextMeeting(mentorship.id())
                    .ifPresent(start -> context.put("nextMeeting", arrangements.shown(start, row.zone())));
            suggestion(link.mentorshipId(), link.participantId(), row).ifPresent(suggestion -> {
                context.put("who", firstName(suggestion.participantId()));
                context.put("proposedTime", suggestion.shown());
                context.put("words", suggestion.words());
            });
        }
        if (link.processInstance() != null) {
            context.putAll(process.facts(link.processInstance()));
        }
        return context;
    }

    /** What somebody proposed may be known by, as rows; where several are proposed, each row says of whom it speaks. */
    private List<Map<String, String>> profile(List<Participant> partners) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (ShortProfiles.Profile partner : profiles.of(partners)) {
            String whose = partners.size() > 1 ? partner.firstName() + ": " : "";
            partner.answers()
                    .forEach(said -> rows.add(Map.of("question", whose + said.question(), "answer", said.reply())));
        }
        return rows;
    }

    private Optional<Arrangements.Suggestion> suggestion(
            @Nullable UUID mentorshipId, UUID participantId, ProgramRow row) {
        return Optional.ofNullable(mentorshipId)
                .flatMap(mentorship -> arrangements.suggestion(mentorship, participantId, row.zone()));
    }

    private String firstName(UUID participantId) {
        return participants.participant(participantId).person().firstName();
    }

    /** The coordinator's latest question to an applicant. */
    private String asked(UUID participantId) {
        return answers.ofParticipant(participantId, "review-application").stream()
                .filter(answer -> answer.field().equals("question"))
                .map(Answer::shown)
                .reduce("", (first, second) -> second);
    }

    /** What they agreed before: nobody types the same thing twice. */
    Map<String, Object> known(Link link) {
        ProgramRow program = rules.row(deployment(link), link.program());
        if (link.purpose() == Purpose.FORM && program.applicationForms().contains(key(link))) {
            // What was ticked is ticked anew: a promise is not copied.
            Map<String, Object> before = new HashMap<>(answers.latestOfPerson(link.personId(), key(link)));
            before.values().removeIf(Boolean.class::isInstance);
            return before;
        }
        if (link.mentorshipId() == null || !key(link).equals("agreement")) {
            return Map.of();
        }
        ZoneId zone = rules.row(deployment(link), link.program()).zone();
        return arrangements.lastAgreement(link.mentorshipId(), zone, dates.today(zone));
    }

    /** What became of a sent form. */
    record Taken(Verdict verdict, boolean acted) {}

    /** Judges what was sent; if it is fine, stores it and acts, all in one transaction. */
    Taken take(Link link, Map<String, List<String>> posted) {
        Verdict verdict = form(link).judge(posted, context(link));
        if (!verdict.ok()) {
            return new Taken(verdict, false);
        }
        UUID submission = UUID.randomUUID();
        if (link.purpose() == Purpose.FORM) {
            String instance = String.valueOf(link.processInstance());
            if (links.close(instance, State.ANSWERED) == 0) {
                return new Taken(verdict, false);
            }
            store(submission, link, verdict);
            return new Taken(verdict, process.answer(instance, verdict.routing()));
        }
        store(submission, link, verdict);
        return new Taken(verdict, act(link, submission, verdict));
    }

    private boolean act(Link link, UUID submission, Verdict verdict) {
        UUID participantId = link.participantId();
        switch (link.purpose()) {
            case HELP -> standing.helpAsked(link, submission, label(link));
            case FIT_PROBLEM -> standing.fitProblemRaised(link, submission, verdict.routing());
            case CONDUCT_REPORT -> standing.conductReported(link, submission);
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
            case FORM -> throw new IllegalStateException("a form link is no standing link");
        }
        return true;
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
        if (mentorship == null) {
            return standing.left(participantId, null) || leaveTheProgram(link, participantId);
        }
        if (!mentorships.leave(mentorship, participantId)) {
            // Clicked twice at the same moment: they are out already, and one farewell is enough.
            return false;
        }
        boolean elsewhere = mentorships.inAnother(participantId, mentorship);
        withdrawAll(participantId, mentorship);
        standing.over(mentorship, participantId);
        boolean heard = standing.left(participantId, mentorship);
        if (!elsewhere) {
            participants.move(participantId, Participant.State.WITHDRAWN);
        }
        if (!heard) {
            letters.write("left", new Under(link.deployment(), link.program()), participantId);
        }
        return true;
    }

    /** Between a mentorship and whatever comes next nobody listens; whoever wants to go still goes. */
    private boolean leaveTheProgram(Link link, UUID participantId) {
        if (!participants.move(
                participantId, EnumSet.complementOf(EnumSet.copyOf(GONE)), Participant.State.WITHDRAWN)) {
            return false;
        }
        withdrawAll(participantId);
        letters.write("left", new Under(link.deployment(), link.program()), participantId);
        return true;
    }

    /** The mentorship a link belongs to, if it is under way and this is one of its members. */
    private Optional<Mentorship> active(Link link) {
        return Optional.ofNullable(link.mentorshipId())
                .map(mentorships::mentorship)
                .filter(m -> m.state() == Mentorship.State.ACTIVE && isMember(m, link));
    }

    /** What somebody leaves: the mentorship the letter was about, or the one they are in now. */
    private Optional<Mentorship> place(Link link) {
        return Optional.ofNullable(link.mentorshipId())
                .map(mentorships::mentorship)
                .filter(m -> m.agreed() && m.state() != Mentorship.State.CLOSED && isMember(m, link))
                .or(() -> Optional.ofNullable(link.participantId()).flatMap(mentorships::current));
    }

    private static boolean isMember(Mentorship mentorship, Link link) {
        return mentorship.members().stream().anyMatch(member -> member.id().equals(link.participantId()));
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
            reports.receive(submission, link.program(), key(link), subject, verdict.answers());
            return;
        }
        answers.store(
                submission,
                link.personId().toString(),
                key(link),
                new Subject(link.personId(), participantId, mentorshipId, cohortId, link.processInstance()),
                verdict.answers());
    }
}
