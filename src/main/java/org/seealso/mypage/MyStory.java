package org.seealso.mypage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
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
import org.seealso.answer.Answers;
import org.seealso.engine.DueDates;
import org.seealso.form.FormBook;
import org.seealso.form.Readers;
import org.seealso.form.Words;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Meetings;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.people.People;
import org.seealso.people.Person;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What My page says, in words and dates, as the page's template wants it. */
@Component
@Transactional
class MyStory {
    static final Set<Participant.State> GONE = EnumSet.of(
            Participant.State.WITHDRAWN,
            Participant.State.DECLINED,
            Participant.State.NOT_ELIGIBLE,
            Participant.State.FORGOTTEN,
            Participant.State.DONE);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy", Locale.CANADA);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy 'at' h:mm a (vvvv)", Locale.CANADA);

    private final People people;
    private final Participants participants;
    private final Cohorts cohorts;
    private final Mentorships mentorships;
    private final Meetings meetings;
    private final Answers answers;
    private final Belongings belongings;
    private final NewAddresses addresses;
    private final Links links;
    private final FormBook forms;
    private final PublishedRules rules;
    private final DueDates dates;

    MyStory(
            People people,
            Participants participants,
            Cohorts cohorts,
            Mentorships mentorships,
            Meetings meetings,
            Answers answers,
            Belongings belongings,
            NewAddresses addresses,
            Links links,
            FormBook forms,
            PublishedRules rules,
            DueDates dates) {
        this.people = people;
        this.participants = participants;
        this.cohorts = cohorts;
        this.mentorships = mentorships;
        this.meetings = meetings;
        this.answers = answers;
        this.belongings = belongings;
        this.addresses = addresses;
        this.links = links;
        this.forms = forms;
        this.rules = rules;
        this.dates = dates;
    }

    ProgramRow row(String program) {
        return rules.row(rules.current(), program);
    }

    Person person(Link page) {
        return people.person(page.personId());
    }

    Map<String, Object> page(Link link) {
        Person person = person(link);
        ProgramRow row = row(link.program());
        Map<String, Object> page = new HashMap<>();
        page.put("title", "My page");
        page.put("association", row.association());
        page.put("privacyOf", row.program());
        page.put("name", person.name());
        page.put("email", person.email());
        page.put("language", person.language().equals("fr") ? "français" : "English");
        page.put("until", time(link.expiresAt(), row.zone()));
        page.put("parts", participants.of(person.id()).stream().map(this::part).toList());
        page.put("asked", links.askedOf(person.id()).stream().map(this::asked).toList());
        page.put(
                "mentorships",
                mentorships.ever(person.id()).stream()
                        .filter(Mentorship::agreed)
                        .map(mentorship -> mentorship(mentorship, person))
                        .flatMap(Optional::stream)
                        .toList());
        participants
                .busyUntil(person.id())
                .filter(day -> !day.isBefore(dates.today(row.zone())))
                .ifPresent(day -> page.put("busyUntil", DAY.format(day)));
        addresses.waiting(person.id()).ifPresent(wish -> page.put("newAddress", wish.address()));
        return page;
    }

    private Map<String, Object> asked(Link link) {
        ProgramRow row = row(link.program());
        return Map.of(
                "link", link.publicId().toString(),
                "title", title(String.valueOf(link.form())),
                "program", row.name(),
                "until", day(link.expiresAt(), row.zone()));
    }

    private Map<String, Object> part(Participant participant) {
        Cohort cohort = cohorts.cohort(participant.cohortId());
        ProgramRow row = row(cohort.program());
        Map<String, Object> part = new HashMap<>();
        part.put("program", row.name());
        part.put("cohort", cohort.name());
        part.put("state", words(participant));
        part.put("id", participant.id().toString());
        boolean here = !GONE.contains(participant.state());
        part.put("here", here);
        // A mentorship has a button of its own to leave by.
        part.put("alone", here && mentorships.current(participant.id()).isEmpty());
        next(participant, cohort, row).ifPresent(next -> part.put("next", next));
        return part;
    }

    private static String words(Participant participant) {
        return switch (participant.state()) {
            case INTERESTED -> "You are on the list of those who hear when applications open.";
            case APPLIED -> "You applied. We wait until you confirm your address by the link in our letter.";
            case IN_REVIEW -> "You applied, and a coordinator reads your application.";
            case ACCEPTED -> "You are accepted. The orientation is still to do.";
            case POOL -> "You are accepted, and we look for a match.";
            case ASKED -> "We found a match and asked whether all of you agree.";
            case MATCHED -> "You are matched.";
            case UNMATCHED -> "You are accepted, but there was nobody left to match you with.";
            case DONE -> "You took part, and it is over. Thank you.";
            case DECLINED -> "Your application was declined.";
            case NOT_ELIGIBLE -> "This program was not for you.";
            case WITHDRAWN -> "You left.";
            case FORGOTTEN -> "Your address was never confirmed, so we deleted what was written.";
        };
    }

    private Optional<String> next(Participant participant, Cohort cohort, ProgramRow row) {
        LocalDate today = dates.today(cohort.zone());
        return switch (participant.state()) {
            case INTERESTED -> from("Applications open on ", cohort.opensOn(), today);
            case IN_REVIEW, ACCEPTED, POOL ->
                row.rolling()
                        ? Optional.of("We look for a match again and again, and write as soon as there is one.")
                        : from("We look for matches on ", cohort.matchOn(), today);
            case ASKED -> Optional.of("As soon as everybody has agreed, we introduce you to one another.");
            case MATCHED -> row.rolling() ? Optional.empty() : from("It begins on ", cohort.startsOn(), today);
            default -> Optional.empty();
        };
    }

    private static Optional<String> from(String words, LocalDate day, LocalDate today) {
        return day.isBefore(today) ? Optional.empty() : Optional.of(words + DAY.format(day) + ".");
    }

    /** The part of a person in a mentorship, also one they left. */
    Optional<Participant> member(Mentorship mentorship, UUID person) {
        List<Participant> everybody = new ArrayList<>(mentorship.members());
        everybody.addAll(mentorships.leavers(mentorship.id()));
        return everybody.stream()
                .filter(member -> member.person().id().equals(person))
                .findFirst();
    }

    private Optional<Map<String, Object>> mentorship(Mentorship mentorship, Person person) {
        return member(mentorship, person.id()).map(me -> {
            Cohort cohort = cohorts.cohort(mentorship.cohortId());
            ProgramRow row = row(cohort.program());
            boolean member = mentorship.members().contains(me);
            Map<String, Object> shown = new HashMap<>();
            shown.put("id", mentorship.id().toString());
            shown.put("program", row.name());
            shown.put("partners", mentorship.partnerNames(me.id()));
            shown.put(
                    "dates",
                    DAY.format(mentorship.startsOn()) + " – "
                            + (mentorship.open() ? "open" : DAY.format(mentorship.endsOn())));
            shown.put("state", member ? words(mentorship) : "You left it.");
            boolean active = member && mentorship.state() == Mentorship.State.ACTIVE;
            shown.put("active", active);
            shown.put("agreements", active && row.agreement());
            shown.put("leave", member && mentorship.state() != Mentorship.State.CLOSED);
            if (member) {
                shown.put("agreement", agreement(mentorship));
                List<String> coming = meetings.coming(mentorship.id()).stream()
                        .map(meeting -> MOMENT.format(meeting.startsAt().atZone(cohort.zone())))
                        .toList();
                shown.put("meetings", coming.stream().limit(3).toList());
                shown.put("calendar", !coming.isEmpty());
            }
            return shown;
        });
    }

    private static String words(Mentorship mentorship) {
        if (mentorship.stopped()) {
            return "All contact is stopped for now.";
        }
        return switch (mentorship.state()) {
            case PLANNED -> "It has not begun yet.";
            case ACTIVE -> mentorship.pausedUntil() == null ? "It is under way." : "It pauses.";
            case ENDING -> "It comes to its end; the last questions are in your mailbox.";
            case CLOSED -> "It is over.";
            case PROPOSED, CALLED_OFF -> "";
        };
    }

    private List<Map<String, String>> agreement(Mentorship mentorship) {
        return meetings
                .agreement(mentorship.id())
                .map(agreed -> answers.ofSubmission(agreed.submission()))
                .orElse(List.of())
                .stream()
                .filter(answer ->
                        answer.mayBeReadBy("partner") && !answer.shown().isBlank())
                .filter(answer -> !answer.field().equals("agreed"))
                .map(answer -> Map.of("question", answer.question(), "answer", answer.shown()))
                .toList();
    }

    /** Everything somebody told, form by form. */
    Map<String, Object> told(Link link) {
        ZoneId zone = row(link.program()).zone();
        Map<UUID, List<Belongings.Told>> submissions = new LinkedHashMap<>();
        belongings
                .told(link.personId())
                .forEach(told -> submissions
                        .computeIfAbsent(told.submission(), none -> new ArrayList<>())
                        .add(told));
        List<Map<String, Object>> shown = new ArrayList<>();
        submissions
                .values()
                .forEach(told -> shown.add(Map.of(
                        "title",
                        title(told.get(0).form()),
                        "on",
                        day(told.get(0).at().toInstant(), zone),
                        "answers",
                        told.stream().map(answer -> answer(answer, zone)).toList())));
        return Map.of(
                "title", "What you told us", "association", row(link.program()).association(), "submissions", shown);
    }

    private static Map<String, Object> answer(Belongings.Told told, ZoneId zone) {
        return Map.of(
                "question",
                told.question(),
                "answer",
                told.shown(),
                "readers",
                new Readers(Set.copyOf(told.readers())).inWords(false, Words.of(Words.ENGLISH)),
                "read",
                String.join(
                        "; ",
                        told.read().stream()
                                .map(at -> day(at.toInstant(), zone))
                                .distinct()
                                .toList()));
    }

    private String title(String form) {
        return rules.file(rules.current(), form + ".form").isPresent()
                ? forms.open(rules.current(), form).title(Map.of())
                : form.replace('-', ' ');
    }

    private static String day(Instant moment, ZoneId zone) {
        return DAY.format(moment.atZone(zone));
    }

    private static String time(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern("h:mm a (vvvv)", Locale.CANADA)
                .format(ZonedDateTime.ofInstant(moment, zone));
    }
}
