package org.seealso.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.seealso.answer.Answers;
import org.seealso.engine.DueDates;
import org.seealso.engine.Language;
import org.seealso.engine.Rhythm;
import org.seealso.form.FormBook;
import org.seealso.form.FormSheet;
import org.seealso.form.Verdict;
import org.seealso.form.Verdict.FieldError;
import org.seealso.people.Beginnings;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participant.State;
import org.seealso.people.Participants;
import org.seealso.people.People;
import org.seealso.people.Person;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who registers with whom, and what becomes of it once everybody was asked (D1, D2). */
@Component
@Transactional
class Registrations {
    private static final String FORM = "register";
    /** Two people make a mentorship. */
    private static final int ENOUGH = 2;

    private final Cohorts cohorts;
    private final People people;
    private final Participants participants;
    private final Mentorships mentorships;
    private final Beginnings beginnings;
    private final Answers answers;
    private final FormBook forms;
    private final PublishedRules rules;
    private final RegistrationProcess process;
    private final DueDates dates;

    Registrations(
            Cohorts cohorts,
            People people,
            Participants participants,
            Mentorships mentorships,
            Beginnings beginnings,
            Answers answers,
            FormBook forms,
            PublishedRules rules,
            RegistrationProcess process,
            DueDates dates) {
        this.cohorts = cohorts;
        this.people = people;
        this.participants = participants;
        this.mentorships = mentorships;
        this.beginnings = beginnings;
        this.answers = answers;
        this.forms = forms;
        this.rules = rules;
        this.process = process;
        this.dates = dates;
    }

    /** Where people register now; {@code open} is empty while they cannot. */
    record Door(ProgramRow row, Optional<Cohort> open) {}

    Door door(String program) {
        ProgramRow row = rules.row(rules.current(), program);
        return new Door(row, row.selfSelected() ? cohorts.open(program) : Optional.empty());
    }

    FormSheet form(Language language) {
        return forms.open(rules.current(), FORM, language.code());
    }

    /** Judges a registration and, if it is fine, asks everybody who is named in it. */
    Verdict register(
            ProgramRow row,
            Cohort cohort,
            Map<String, List<String>> posted,
            Map<String, ?> context,
            Language language) {
        Verdict verdict = form(language).judge(posted, context);
        if (!verdict.ok()) {
            return verdict;
        }
        Map<String, String> named = named(verdict.values());
        if (named.size() < ENOUGH) {
            return refused("email1", language.say("registration.one"));
        }
        if (named.size() > row.groupLargest()) {
            return refused("name1", language.say("registration.many", language.number(row.groupLargest())));
        }
        List<Mentorships.Placed> members = new ArrayList<>();
        named.forEach((email, name) ->
                members.add(new Mentorships.Placed(participant(cohort, name, email, language), List.of())));
        LocalDate today = dates.today(row.zone());
        UUID id = mentorships.add(
                cohort.id(), Mentorship.State.PROPOSED, today, row.term().lastDay(today), members);
        mentorships.askEvery(id, Rhythm.parse(String.valueOf(verdict.values().get("pace"))));
        process.received(
                mentorships.mentorship(id),
                row.program(),
                row.applicationForm(),
                members.stream().map(Mentorships.Placed::participantId).toList(),
                dates.morningIn(row.formExpiresAfterDays(), row.zone()));
        return verdict;
    }

    private static Verdict refused(String field, String why) {
        return new Verdict(false, Map.of(), List.of(), Map.of(), List.of(new FieldError(field, why)));
    }

    /** Address to name, the one who registers first; whoever is named twice counts once. */
    private static Map<String, String> named(Map<String, Object> values) {
        Map<String, String> named = new LinkedHashMap<>();
        add(named, values, "");
        for (int n = 1; values.containsKey("name" + n) || n == 1; n++) {
            add(named, values, String.valueOf(n));
        }
        return named;
    }

    private static void add(Map<String, String> named, Map<String, Object> values, String n) {
        Object email = values.get("email" + n);
        if (email != null) {
            named.putIfAbsent(
                    email.toString().strip().toLowerCase(Locale.ROOT), String.valueOf(values.get("name" + n)));
        }
    }

    /** Whoever is in another mentorship of the cohort already is the same participant in this one (D25). */
    private UUID participant(Cohort cohort, String name, String email, Language language) {
        Person person = people.named(name, email, language);
        return participants
                .apply(cohort.id(), person, "peer")
                .or(() -> participants.of(cohort.id(), person.id()))
                .map(Participant::id)
                .orElseThrow(() -> new IllegalStateException("nobody can register for " + email));
    }

    /** Leaves out whoever did not say yes and forgets what was written about them; whether enough are left. */
    boolean count(UUID mentorshipId, String form) {
        for (Participant member : mentorships.mentorship(mentorshipId).members()) {
            if (saysYes(mentorshipId, member, form)) {
                participants.move(member.id(), EnumSet.of(State.APPLIED, State.DONE), State.MATCHED);
            } else {
                mentorships.leave(mentorshipId, member.id());
                if (participants.move(member.id(), EnumSet.of(State.APPLIED), State.FORGOTTEN)) {
                    answers.forget(member.id());
                }
            }
        }
        return members(mentorshipId).size() >= ENOUGH;
    }

    private boolean saysYes(UUID mentorshipId, Participant member, String form) {
        return answers.ofMentorship(mentorshipId, form).stream()
                .filter(answer -> member.id().equals(answer.participantId()))
                .anyMatch(answer -> answer.field().equals("takesPart")
                        && answer.value().toString().equals("yes"));
    }

    List<UUID> members(UUID mentorshipId) {
        return mentorships.mentorship(mentorshipId).members().stream()
                .map(Participant::id)
                .toList();
    }

    /** Its days count from today, when everybody has said yes. */
    void begin(UUID mentorshipId, ProgramRow row) {
        LocalDate today = dates.today(row.zone());
        mentorships.reschedule(mentorshipId, today, row.term().lastDay(today));
        mentorships.move(mentorshipId, Mentorship.State.PLANNED);
        beginnings.begin(mentorshipId, row.program());
    }

    /** Nothing comes of it; whoever is in no other mentorship is a stranger again once they have been told. */
    void callOff(UUID mentorshipId) {
        mentorships.move(mentorshipId, Mentorship.State.CALLED_OFF);
        for (UUID member : members(mentorshipId)) {
            if (!mentorships.inAnother(member, mentorshipId)
                    && participants.move(member, EnumSet.of(State.MATCHED), State.FORGOTTEN)) {
                answers.forget(member);
            }
        }
    }
}
