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

    /** The form behind a link, in its reader's language; which one the standing links open is their purpose's. */
    FormSheet form(Link link) {
        return forms.open(link.deployment(), key(link), language(link).code());
    }

    /** What was sent as it is kept: coordinators read English, whatever was read by the one who answered. */
    Verdict kept(Link link, Map<String, List<String>> posted, Verdict verdict) {
        if (language(link) == Language.ENGLISH) {
            return verdict;
        }
        Verdict english = forms.open(link.deployment(), key(link)).judge(posted, context(link, Language.ENGLISH));
        return english.ok() ? english : verdict;
    }

    private Language language(Link link) {
        Language language = Language.of(people.person(link.personId()).language());
        return forms.has(link.deployment(), key(link), language.code()) ? language : Language.ENGLISH;
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

    /** What a form may show but not change. */
    Map<String, Object> context(Link link) {
        return context(link, language(link));
    }

    private Map<String, Object> context(Link link, Language language) {
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
            Participant participant = participants.participant(link.participantId());
            Cohort cohort = cohorts.cohort(participant.cohortId());
            context.put("firstName", participant.person().firstName());
            context.put("name", participant.person().name());
            context.put("startsOn", cohort.startsOn().toString());
            context.put("endsOn", cohort.endsOn().toString());
            context.put("question", arrangements.question(participant.id()));
            calendars
                    .whenAndWhere(participant.cohortId())
                    .forEach((name, value) ->
                            context.put(name, value instanceof ZonedDateTime at ? language.moment(at) : value));
        }
        if (link.mentorshipId() != null && link.participantId() != null) {
            Mentorship mentorship = mentorships.mentorship(link.mentorshipId());
            context.put("partnerNames", mentorship.partnerNames(link.participantId()));
            context.put("profile", profile(mentorship.partnersOf(link.participantId()), link, language));
            context.put(
                    "reasons",
                    mentorships.reasons(mentorship.id(), link.participantId()).stream()
                            .map(reason -> Map.of("reason", reason))
                            .toList());
            boolean early = mentorships.endedEarly(mentorship.id());
            context.put("early", early);
            context.put("extensionMonths", early ? 0 : row.extensionMonths());
            context.put("agreement", arrangements.agreement(mentorship.id(), link.deployment(), language));
            context.put("trio", mentorship.members().size() > 2);
            arrangements
                    .nextMeeting(mentorship.id())
                    .ifPresent(start -> context.put("nextMeeting", language.moment(start.atZone(row.zone()))));
            arrangements
                    .suggestion(link.mentorshipId(), link.participantId(), row.zone())
                    .ifPresent(suggestion -> {
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
        if (link.processInstance() != null) {
            process.facts(link.processInstance())
                    .forEach((name, value) -> context.put(name, worded(value, row.zone(), language)));
        }
        return context;
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
