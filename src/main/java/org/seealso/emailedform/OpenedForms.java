package org.seealso.emailedform;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.seealso.answer.Answers;
import org.seealso.confidence.Handlers;
import org.seealso.engine.DueDates;
import org.seealso.engine.Language;
import org.seealso.form.FormBook;
import org.seealso.form.FormSheet;
import org.seealso.form.Verdict;
import org.seealso.letter.Calendars;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.seealso.letter.Links.State;
import org.seealso.letter.ShortProfiles;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.people.People;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody sees who opens a private link: the form, what it tells them, and what they said before. */
@Component
@Transactional
class OpenedForms {
    static final Set<Participant.State> GONE = Set.of(Participant.State.WITHDRAWN, Participant.State.DONE);
    private static final Set<Mentorship.State> NOT_MATCHED =
            Set.of(Mentorship.State.PROPOSED, Mentorship.State.CALLED_OFF);

    /** What somebody may be shown instead of a form, or after it. */
    private static final List<String> PAGES =
            List.of("page-saved", "page-sent", "page-answered", "page-expired", "page-withdrawn");

    private final FormBook forms;
    private final People people;
    private final PublishedRules rules;
    private final Participants participants;
    private final Cohorts cohorts;
    private final Mentorships mentorships;
    private final ShortProfiles profiles;
    private final Arrangements arrangements;
    private final Handlers handlers;
    private final Answers answers;
    private final Calendars calendars;
    private final EmailedFormProcess process;
    private final DueDates dates;

    OpenedForms(
            FormBook forms,
            People people,
            PublishedRules rules,
            Participants participants,
            Cohorts cohorts,
            Mentorships mentorships,
            ShortProfiles profiles,
            Arrangements arrangements,
            Handlers handlers,
            Answers answers,
            Calendars calendars,
            EmailedFormProcess process,
            DueDates dates) {
        this.forms = forms;
        this.people = people;
        this.rules = rules;
        this.participants = participants;
        this.cohorts = cohorts;
        this.mentorships = mentorships;
        this.profiles = profiles;
        this.arrangements = arrangements;
        this.handlers = handlers;
        this.answers = answers;
        this.calendars = calendars;
        this.process = process;
        this.dates = dates;
    }

    /**
     * A form as its reader sees it.
     *
     * @param context what it may show but not change; whoever shows a page may add to it
     */
    record Opened(Link link, FormSheet form, Map<String, Object> context) {}

    /** The form behind a link, in its reader's language; which one the standing links open is their purpose's. */
    Opened open(Link link) {
        String key = key(link);
        Language reader = Language.of(people.person(link.personId()).language());
        Language language = forms.has(link.deployment(), key, reader.code()) ? reader : Language.ENGLISH;
        FormSheet form = forms.open(link.deployment(), key, language.code());
        return new Opened(link, form, context(link, language, form));
    }

    /** What was sent as it is kept: coordinators read English, whatever was read by the one who answered. */
    Verdict kept(Opened opened, Map<String, List<String>> posted, Verdict verdict) {
        Link link = opened.link();
        if (Language.of(opened.form().language()) == Language.ENGLISH) {
            return verdict;
        }
        FormSheet english = forms.open(link.deployment(), opened.form().key());
        Verdict judged = english.judge(posted, context(link, Language.ENGLISH, english));
        return judged.ok() ? judged : verdict;
    }

    String key(Link link) {
        return switch (link.purpose()) {
            case FORM -> String.valueOf(link.form());
            case HELP -> "help";
            case FIT_PROBLEM -> "fit-problem";
            case CONDUCT_REPORT -> "conduct-report";
            case OPTIONAL_LETTERS -> "fewer-letters";
            case LEAVE -> onTheListOnly(link) ? "leave-list" : "leave";
            case PLANS -> "plans";
            case AGREEMENT -> "agreement";
            case FINISH -> "finish";
            case MY_PAGE, NEW_ADDRESS -> throw new IllegalStateException("My page is no form");
        };
    }

    private boolean onTheListOnly(Link link) {
        return link.participantId() != null
                && participants.participant(link.participantId()).state() == Participant.State.INTERESTED;
    }

    /** A moment on the clock that a link's pages and letters speak of, the program's. */
    ZonedDateTime onTheirClock(Link link, Instant moment) {
        return moment.atZone(rules.row(link.deployment(), link.program()).zone());
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

    static boolean isMember(Mentorship mentorship, Link link) {
        return mentorship.members().stream().anyMatch(member -> member.id().equals(link.participantId()));
    }

    /**
     * What a form may show but not change. Asks only for what is spoken of, in the form or on a page that may come after
     * it: most forms show little.
     */
    private Map<String, Object> context(Link link, Language language, FormSheet form) {
        String newest = rules.current();
        List<FormSheet> shown = Stream.concat(
                        Stream.of(form), PAGES.stream().map(page -> forms.open(newest, page, language.code())))
                .toList();
        Predicate<String> mentioned = name -> shown.stream().anyMatch(sheet -> sheet.mentions(name));
        Map<String, Object> context = new LinkedHashMap<>();
        context.put(Pages.LANGUAGE, language.code());
        ProgramRow row = rules.row(link.deployment(), link.program());
        context.put("programName", row.name());
        context.put("privacyOf", row.program());
        context.put("association", row.association());
        context.put("group", row.groups());
        context.put("clock", language.clock(row.zone()));
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
            addParticipant(context, mentioned, participants.participant(link.participantId()), language);
            if (link.mentorshipId() != null) {
                addMentorship(context, mentioned, link, link.mentorshipId(), link.participantId(), row, language);
            }
        }
        if (link.processInstance() != null) {
            process.facts(link.processInstance())
                    .forEach((name, value) -> context.put(name, worded(value, row.zone(), language)));
        }
        return context;
    }

    private void addParticipant(
            Map<String, Object> context, Predicate<String> mentioned, Participant participant, Language language) {
        context.put("firstName", participant.person().firstName());
        context.put("name", participant.person().name());
        if (mentioned.test("startsOn") || mentioned.test("endsOn")) {
            Cohort cohort = cohorts.cohort(participant.cohortId());
            context.put("startsOn", cohort.startsOn().toString());
            context.put("endsOn", cohort.endsOn().toString());
        }
        if (mentioned.test("question")) {
            context.put("question", arrangements.question(participant.id()));
        }
        if (mentioned.test("meeting") || mentioned.test("place")) {
            calendars
                    .whenAndWhere(participant.cohortId())
                    .forEach((name, value) ->
                            context.put(name, value instanceof ZonedDateTime at ? language.moment(at) : value));
        }
    }

    private void addMentorship(
            Map<String, Object> context,
            Predicate<String> mentioned,
            Link link,
            UUID mentorshipId,
            UUID participantId,
            ProgramRow row,
            Language language) {
        // The partner is spoken of among the readers of a question, too: theirs once there is a match.
        if (Stream.of("partnerNames", "profile", "trio", "partner").anyMatch(mentioned)) {
            Mentorship mentorship = mentorships.mentorship(mentorshipId);
            context.put("matched", !NOT_MATCHED.contains(mentorship.state()));
            context.put("partnerNames", mentorship.partnerNames(participantId));
            context.put("trio", mentorship.members().size() > 2);
            if (mentioned.test("profile")) {
                context.put("profile", profile(mentorship.partnersOf(participantId), link, language));
            }
        }
        if (mentioned.test("reasons")) {
            context.put(
                    "reasons",
                    mentorships.reasons(mentorshipId, participantId).stream()
                            .map(reason -> Map.of("reason", reason))
                            .toList());
        }
        if (mentioned.test("early") || mentioned.test("extensionMonths")) {
            boolean early = mentorships.endedEarly(mentorshipId);
            context.put("early", early);
            context.put("extensionMonths", early ? 0 : row.extensionMonths());
        }
        if (mentioned.test("agreement")) {
            context.put("agreement", arrangements.agreement(mentorshipId, link.deployment(), language));
        }
        if (mentioned.test("nextMeeting")) {
            arrangements
                    .nextMeeting(mentorshipId)
                    .ifPresent(start -> context.put("nextMeeting", language.moment(start.atZone(row.zone()))));
        }
        if (Stream.of("who", "proposedTime", "words").anyMatch(mentioned)) {
            arrangements.suggestion(mentorshipId, participantId, row.zone()).ifPresent(suggestion -> {
                context.put(
                        "who",
                        participants
                                .participant(suggestion.participantId())
                                .person()
                                .firstName());
                context.put("proposedTime", suggestion.shown(language));
                context.put("words", suggestion.words());
            });
        }
    }

    /** A choice of moments reads as its reader's language says them. */
    private static Object worded(Object value, ZoneId zone, Language language) {
        if (value instanceof List<?> items) {
            return items.stream().map(item -> worded(item, zone, language)).toList();
        }
        return value instanceof Map<?, ?> choice
                        && choice.get("value") instanceof String at
                        && at.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}")
                ? Map.of(
                        "value",
                        at,
                        "label",
                        language.moment(LocalDateTime.parse(at).atZone(zone)))
                : value;
    }

    /** What somebody proposed may be known by, as rows; where several are proposed, each row says of whom it speaks. */
    private List<Map<String, String>> profile(List<Participant> partners, Link link, Language language) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (ShortProfiles.Profile partner : profiles.of(partners, link.deployment(), language)) {
            String whose = partners.size() > 1 ? partner.firstName() + ": " : "";
            partner.answers()
                    .forEach(said -> rows.add(Map.of("question", whose + said.question(), "answer", said.reply())));
        }
        return rows;
    }

    /** What they agreed before: nobody types the same thing twice. */
    Map<String, Object> known(Link link) {
        ProgramRow program = rules.row(link.deployment(), link.program());
        if (link.purpose() == Purpose.FORM && program.applicationForms().contains(key(link))) {
            // What was ticked is ticked anew: a promise is not copied.
            Map<String, Object> before = new HashMap<>(answers.latestOfPerson(link.personId(), key(link)));
            before.values().removeIf(Boolean.class::isInstance);
            return before;
        }
        if (link.mentorshipId() == null || !key(link).equals("agreement")) {
            return Map.of();
        }
        ZoneId zone = rules.row(link.deployment(), link.program()).zone();
        return arrangements.lastAgreement(link.mentorshipId(), zone, dates.today(zone));
    }
}
