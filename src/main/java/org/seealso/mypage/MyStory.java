package org.seealso.mypage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.seealso.answer.Answer;
import org.seealso.answer.AnswerWords;
import org.seealso.answer.Answers;
import org.seealso.engine.DueDates;
import org.seealso.engine.Language;
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

/** What My page says, in the words and dates of its reader's language, as the page's template wants it. */
@Component
@Transactional
class MyStory {
    static final Set<Participant.State> GONE = EnumSet.of(
            Participant.State.WITHDRAWN,
            Participant.State.DECLINED,
            Participant.State.NOT_ELIGIBLE,
            Participant.State.FORGOTTEN,
            Participant.State.DONE);

    private final People people;
    private final Participants participants;
    private final Cohorts cohorts;
    private final Mentorships mentorships;
    private final Meetings meetings;
    private final Answers answers;
    private final AnswerWords answerWords;
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
            AnswerWords answerWords,
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
        this.answerWords = answerWords;
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

    Language language(Link page) {
        return Language.of(person(page).language());
    }

    static Words words(Language language) {
        return Words.of(language.code());
    }

    Map<String, Object> page(Link link) {
        Person person = person(link);
        Language language = language(link);
        Words say = words(language);
        ProgramRow row = row(link.program());
        Map<String, Object> page = new HashMap<>();
        page.put("lang", language.code());
        page.put("title", say.say("mine.title"));
        page.put("association", row.association());
        page.put("privacyOf", row.program());
        page.put("email", person.email());
        page.put("language", person.language().equals("fr") ? "français" : "English");
        page.put(
                "open",
                say.say(
                        "mine.open",
                        person.name(),
                        person.email(),
                        language.time(link.expiresAt().atZone(row.zone()))));
        page.put(
                "parts",
                participants.of(person.id()).stream()
                        .map(participant -> part(participant, language))
                        .toList());
        page.put(
                "asked",
                links.askedOf(person.id()).stream()
                        .map(asked -> asked(asked, language))
                        .toList());
        page.put(
                "mentorships",
                mentorships.ever(person.id()).stream()
                        .filter(Mentorship::agreed)
                        .map(mentorship -> mentorship(mentorship, person, language))
                        .flatMap(Optional::stream)
                        .toList());
        page.put(
                "busy",
                participants
                        .busyUntil(person.id())
                        .filter(day -> !day.isBefore(dates.today(row.zone())))
                        .map(day -> say.say("mine.busy", language.day(day)))
                        .orElseGet(() -> say.say("mine.free")));
        addresses
                .waiting(person.id())
                .ifPresent(wish -> page.put("newAddress", say.say("mine.newAddress", wish.address())));
        return page;
    }

    private Map<String, Object> asked(Link link, Language language) {
        ProgramRow row = row(link.program());
        return Map.of(
                "link", link.publicId().toString(),
                "title", title(String.valueOf(link.form()), language),
                "due", words(language).say("mine.asked", row.name(), day(link.expiresAt(), row.zone(), language)));
    }

    private Map<String, Object> part(Participant participant, Language language) {
        Cohort cohort = cohorts.cohort(participant.cohortId());
        ProgramRow row = row(cohort.program());
        Map<String, Object> part = new HashMap<>();
        part.put("program", row.name());
        part.put("cohort", cohort.name());
        part.put(
                "state", words(language).say("mine.state." + participant.state().name()));
        part.put("id", participant.id().toString());
        boolean here = !GONE.contains(participant.state());
        part.put("here", here);
        // A mentorship has a button of its own to leave by.
        part.put("alone", here && mentorships.current(participant.id()).isEmpty());
        next(participant, cohort, row, language).ifPresent(next -> part.put("next", next));
        return part;
    }

    private Optional<String> next(Participant participant, Cohort cohort, ProgramRow row, Language language) {
        Words say = words(language);
        return switch (participant.state()) {
            case INTERESTED -> from("mine.next.opens", cohort.opensOn(), cohort, language);
            case IN_REVIEW, ACCEPTED, POOL ->
                row.rolling()
                        ? Optional.of(say.say("mine.next.rolling"))
                        : from("mine.next.matching", cohort.matchOn(), cohort, language);
            case ASKED -> Optional.of(say.say("mine.next.agreed"));
            case MATCHED ->
                row.rolling() ? Optional.empty() : from("mine.next.begins", cohort.startsOn(), cohort, language);
            default -> Optional.empty();
        };
    }

    private Optional<String> from(String words, LocalDate day, Cohort cohort, Language language) {
        return day.isBefore(dates.today(cohort.zone()))
                ? Optional.empty()
                : Optional.of(words(language).say(words, language.day(day)));
    }

    /** The part of a person in a mentorship, also one they left. */
    Optional<Participant> member(Mentorship mentorship, UUID person) {
        List<Participant> everybody = new ArrayList<>(mentorship.members());
        everybody.addAll(mentorships.leavers(mentorship.id()));
        return everybody.stream()
                .filter(member -> member.person().id().equals(person))
                .findFirst();
    }

    private Optional<Map<String, Object>> mentorship(Mentorship mentorship, Person person, Language language) {
        return member(mentorship, person.id()).map(me -> {
            Cohort cohort = cohorts.cohort(mentorship.cohortId());
            ProgramRow row = row(cohort.program());
            boolean member = mentorship.members().contains(me);
            // The mentorship knows the language of its members only.
            String partners = member
                    ? mentorship.partnerNames(me.id())
                    : language.joined(mentorship.members().stream()
                            .map(other -> other.person().name())
                            .toList());
            Words say = words(language);
            Map<String, Object> shown = new HashMap<>();
            shown.put("id", mentorship.id().toString());
            shown.put("program", row.name());
            shown.put("title", partners.isEmpty() ? row.name() : say.say("mine.with", partners));
            shown.put(
                    "dates",
                    language.day(mentorship.startsOn()) + " – "
                            + (mentorship.open() ? say.say("mine.openEnd") : language.day(mentorship.endsOn())));
            shown.put("state", member ? words(mentorship, say) : say.say("mine.left"));
            boolean active = member && mentorship.state() == Mentorship.State.ACTIVE;
            shown.put("active", active);
            shown.put("agreements", active && row.agreement());
            shown.put("leave", member && mentorship.state() != Mentorship.State.CLOSED);
            if (member) {
                shown.put("agreement", agreement(mentorship, language));
                List<String> coming = meetings.coming(mentorship.id()).stream()
                        .map(meeting -> language.moment(meeting.startsAt().atZone(cohort.zone())))
                        .toList();
                shown.put("meetings", coming.stream().limit(3).toList());
                shown.put("calendar", !coming.isEmpty());
            }
            return shown;
        });
    }

    private static String words(Mentorship mentorship, Words say) {
        if (mentorship.stopped()) {
            return say.say("mine.stopped");
        }
        return switch (mentorship.state()) {
            case PLANNED -> say.say("mine.planned");
            case ACTIVE -> say.say(mentorship.pausedUntil() == null ? "mine.active" : "mine.paused");
            case ENDING -> say.say("mine.ending");
            case CLOSED -> say.say("mine.closed");
            case PROPOSED, CALLED_OFF -> "";
        };
    }

    private List<Map<String, String>> agreement(Mentorship mentorship, Language language) {
        return meetings
                .agreement(mentorship.id())
                .map(agreed -> answers.ofSubmission(agreed.submission()))
                .orElse(List.of())
                .stream()
                .filter(answer ->
                        answer.mayBeReadBy("partner") && !answer.shown().isBlank())
                .filter(answer -> !answer.field().equals("agreed"))
                .map(answer -> answerWords.say(answer, rules.current(), language))
                .map(said -> Map.of("question", said.question(), "answer", said.reply()))
                .toList();
    }

    /** Everything somebody told, form by form. */
    Map<String, Object> told(Link link) {
        ZoneId zone = row(link.program()).zone();
        Language language = language(link);
        Map<UUID, List<Belongings.Told>> submissions = new LinkedHashMap<>();
        belongings
                .told(link.personId())
                .forEach(told -> submissions
                        .computeIfAbsent(told.submission(), none -> new ArrayList<>())
                        .add(told));
        List<Map<String, Object>> shown = new ArrayList<>();
        submissions.forEach((submission, told) -> {
            Map<String, AnswerWords.Said> said = said(submission, language);
            shown.add(Map.of(
                    "title",
                    title(told.get(0).form(), language),
                    "on",
                    day(told.get(0).at().toInstant(), zone, language),
                    "answers",
                    told.stream()
                            .map(answer -> answer(
                                    answer,
                                    said.getOrDefault(
                                            answer.field(), new AnswerWords.Said(answer.question(), answer.shown())),
                                    zone,
                                    language))
                            .toList()));
        });
        return Map.of(
                "lang",
                language.code(),
                "title",
                words(language).say("mine.told"),
                "association",
                row(link.program()).association(),
                "submissions",
                shown);
    }

    /** By field, in the reader's language; English is how it is kept. */
    private Map<String, AnswerWords.Said> said(UUID submission, Language language) {
        Map<String, AnswerWords.Said> said = new HashMap<>();
        if (language != Language.ENGLISH) {
            for (Answer answer : answers.ofSubmission(submission)) {
                said.put(answer.field(), answerWords.say(answer, rules.current(), language));
            }
        }
        return said;
    }

    private static Map<String, Object> answer(
            Belongings.Told told, AnswerWords.Said said, ZoneId zone, Language language) {
        return Map.of(
                "question",
                said.question(),
                "answer",
                said.reply(),
                "readers",
                new Readers(Set.copyOf(told.readers())).inWords(false, words(language)),
                "read",
                String.join(
                        "; ",
                        told.read().stream()
                                .map(at -> day(at.toInstant(), zone, language))
                                .distinct()
                                .toList()));
    }

    private String title(String form, Language language) {
        return rules.file(rules.current(), form + ".form").isPresent()
                ? forms.open(rules.current(), form, language.code()).title(Map.of())
                : form.replace('-', ' ');
    }

    private static String day(Instant moment, ZoneId zone, Language language) {
        return language.day(LocalDate.ofInstant(moment, zone));
    }
}
