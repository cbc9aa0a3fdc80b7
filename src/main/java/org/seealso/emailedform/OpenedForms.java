package org.seealso.emailedform;

import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.seealso.answer.Answers;
import org.seealso.confidence.Handlers;
import org.seealso.engine.DueDates;
import org.seealso.form.FormBook;
import org.seealso.form.FormSheet;
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

    /** The form behind a link; which one the standing links open is their purpose's. */
    FormSheet form(Link link) {
        return forms.open(link.deployment(), key(link));
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
        };
    }

    private boolean onTheListOnly(Link link) {
        return link.participantId() != null
                && participants.participant(link.participantId()).state() == Participant.State.INTERESTED;
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
        Map<String, Object> context = new LinkedHashMap<>();
        ProgramRow row = rules.row(link.deployment(), link.program());
        context.put("programName", row.name());
        context.put("association", row.association());
        context.put("group", row.groups());
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
            context.put("question", arrangements.question(participant.id()));
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
            arrangements
                    .suggestion(link.mentorshipId(), link.participantId(), row.zone())
                    .ifPresent(suggestion -> {
                        context.put(
                                "who",
                                participants
                                        .participant(suggestion.participantId())
                                        .person()
                                        .firstName());
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
