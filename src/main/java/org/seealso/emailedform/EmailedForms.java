package org.seealso.emailedform;

import static java.util.Map.entry;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.DueDates;
import org.seealso.engine.Ids;
import org.seealso.form.Question;
import org.seealso.letter.CalendarEntry;
import org.seealso.letter.Calendars;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.seealso.letter.Links.State;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.mail.Mailbox;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks people by letter, reminds them, and calls off what they are still asked. */
@Component
@Transactional
public class EmailedForms {
    private static final String SESSION = "session";

    private final EmailedFormProcess process;
    private final Links links;
    private final ParticipantLetters letters;
    private final Participants participants;
    private final Mentorships mentorships;
    private final Arrangements arrangements;
    private final OpenedForms opened;
    private final Mailbox mailbox;
    private final Calendars calendars;
    private final PublishedRules rules;
    private final DueDates dates;

    EmailedForms(
            EmailedFormProcess process,
            Links links,
            ParticipantLetters letters,
            Participants participants,
            Mentorships mentorships,
            Arrangements arrangements,
            OpenedForms opened,
            Mailbox mailbox,
            Calendars calendars,
            PublishedRules rules,
            DueDates dates) {
        this.process = process;
        this.links = links;
        this.letters = letters;
        this.participants = participants;
        this.mentorships = mentorships;
        this.arrangements = arrangements;
        this.opened = opened;
        this.mailbox = mailbox;
        this.calendars = calendars;
        this.rules = rules;
        this.dates = dates;
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

    /** False once it is answered, even if its process has not gone on yet. */
    boolean waits(Wanted wanted) {
        return process.isOpen(wanted.processInstance());
    }

    /** Writes the letter with a fresh private link; the links of a form die together. */
    void send(Wanted wanted, Instant expiresAt, boolean reminder) {
        Participant participant = participants.participant(wanted.participantId());
        Link form = new Link(
                Ids.next(),
                Purpose.FORM,
                State.OPEN,
                wanted.under().deployment(),
                wanted.under().program(),
                participant.person().id(),
                participant.id(),
                wanted.mentorshipId(),
                wanted.processInstance(),
                wanted.form(),
                expiresAt);
        URI link = links.mint(form);
        Map<String, Object> values = new HashMap<>();
        values.put("reminder", reminder);
        values.put("expiresOn", expiresAt);
        values.put("question", arrangements.question(participant.id()));
        calendars.whenAndWhere(participant.cohortId()).forEach(values::put);
        ProgramRow row = rules.row(wanted.under().deployment(), wanted.under().program());
        wanted.facts()
                .map(process::read)
                .ifPresent(facts -> facts.forEach((name, value) -> values.put(name, day(value, row.zone()))));
        arrangements
                .suggestion(wanted.mentorshipId(), participant.id(), row.zone())
                .ifPresent(suggestion -> {
                    values.put(
                            "who",
                            participants
                                    .participant(suggestion.participantId())
                                    .person()
                                    .firstName());
                    values.put("proposedTime", suggestion.time());
                    values.put("words", suggestion.words());
                });
        if (mailbox.exists()) {
            List<Question> questions = questions(form);
            String readers = readersOfAll(questions);
            values.put("replyQuestions", rows(questions, readers.isEmpty()));
            values.put("replyReaders", readers);
        }
        letters.write(
                wanted.letter(),
                wanted.under(),
                participant.id(),
                wanted.mentorshipId(),
                values,
                link,
                calendar(wanted));
    }

    private List<Question> questions(Link form) {
        OpenedForms.Opened asked = opened.open(form);
        return asked.form().questions(asked.context());
    }

    /** Who reads the answers, where it is the same for all: said once it is read, said eleven times it is not. */
    private static String readersOfAll(List<Question> questions) {
        List<String> readers =
                questions.stream().map(Question::readers).distinct().toList();
        return readers.size() == 1 ? readers.get(0) : "";
    }

    private static List<Map<String, Object>> rows(List<Question> questions, boolean sayReaders) {
        return questions.stream()
                .map(question -> Map.<String, Object>ofEntries(
                        entry("number", question.number()),
                        entry("field", question.field()),
                        entry("type", question.type()),
                        entry("question", question.question()),
                        entry("hint", question.hint()),
                        entry("readers", sayReaders ? question.readers() : ""),
                        entry("onlyIf", question.onlyIf()),
                        entry("needed", question.needed()),
                        entry("many", question.many()),
                        entry("day", question.day()),
                        entry(
                                "options",
                                question.options().stream()
                                        .map(choice -> Map.<String, Object>of(
                                                "number", choice.number(),
                                                "label", choice.words(),
                                                "value", choice.value()))
                                        .toList())))
                .toList();
    }

    /** Writes the letter of a form that still waits once more; false if it waits no longer. */
    boolean askAgain(Link link) {
        return process.wanted(link)
                .map(asked -> {
                    send(asked, link.expiresAt(), true);
                    return true;
                })
                .orElse(false);
    }

    /** A day among the facts is written as people write days. */
    private static Object day(Object value, ZoneId zone) {
        if (value instanceof List<?> items) {
            return items.stream().map(item -> day(item, zone)).toList();
        }
        if (value instanceof Map<?, ?> choice
                && choice.get("value") instanceof String at
                && at.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}")) {
            // A choice of moments is worded for whoever reads it, on their clock.
            return Map.of("value", at, "label", LocalDateTime.parse(at).atZone(zone));
        }
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

    /** Gives a participant until another moment for a form they are still asked. */
    public void moveEnd(UUID participantId, String form, Instant end) {
        for (String asked : links.openForms(participantId)) {
            if (process.asks(asked, form)) {
                links.moveEnd(asked, end);
                process.moveEnd(asked, end);
            }
        }
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
}
