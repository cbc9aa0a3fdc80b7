package org.seealso.admission;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.emailedform.EmailedForms;
import org.seealso.engine.DueDates;
import org.seealso.engine.Ids;
import org.seealso.engine.Language;
import org.seealso.form.FormBook;
import org.seealso.form.FormSheet;
import org.seealso.form.Verdict;
import org.seealso.letter.Links;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Orientations;
import org.seealso.people.Participant;
import org.seealso.people.Participant.State;
import org.seealso.people.Participants;
import org.seealso.people.People;
import org.seealso.people.Person;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rules of applying: who may, once, until when, and what becomes of it (A3, A7, D20). */
@Component
@Transactional
public class Applications {
    private final AdmissionProcess process;
    private final Cohorts cohorts;
    private final Participants participants;
    private final People people;
    private final Orientations orientations;
    private final Answers answers;
    private final FormBook forms;
    private final PublishedRules rules;
    private final ParticipantLetters letters;
    private final Links links;
    private final EmailedForms emailedForms;
    private final DueDates dates;

    Applications(
            AdmissionProcess process,
            Cohorts cohorts,
            Participants participants,
            People people,
            Orientations orientations,
            Answers answers,
            FormBook forms,
            PublishedRules rules,
            ParticipantLetters letters,
            Links links,
            EmailedForms emailedForms,
            DueDates dates) {
        this.process = process;
        this.cohorts = cohorts;
        this.participants = participants;
        this.people = people;
        this.orientations = orientations;
        this.answers = answers;
        this.forms = forms;
        this.rules = rules;
        this.letters = letters;
        this.links = links;
        this.emailedForms = emailedForms;
        this.dates = dates;
    }

    /** What the public page of a program shows: its row, and the cohort that is open, if any. */
    public Door door(String program) {
        return new Door(rules.row(rules.current(), program), cohorts.open(program), cohorts.ofProgram(program));
    }

    /** {@code all} holds every cohort of the program, newest first. */
    public record Door(ProgramRow row, Optional<Cohort> open, List<Cohort> all) {}

    /** The doors of all programs that take applications now. */
    public List<Door> openDoors() {
        return cohorts.all().stream()
                .filter(cohort -> cohort.state() == Cohort.State.OPEN)
                .map(Cohort::program)
                .distinct()
                .map(this::door)
                .toList();
    }

    public FormSheet form(ProgramRow row, String role, Language language) {
        return forms.open(rules.current(), row.formOf(role), language.code());
    }

    /** Judges an application and, if it is fine, takes it in. Somebody known gets a letter instead of a second one. */
    public Verdict apply(
            ProgramRow row,
            Cohort cohort,
            String role,
            Map<String, List<String>> posted,
            Map<String, ?> context,
            Language language) {
        Verdict verdict = form(row, role, language).judge(posted, context);
        if (verdict.ok()) {
            // Coordinators read the questions in English, whatever language they were answered in.
            take(row, cohort, role, form(row, role, Language.ENGLISH).judge(posted, context), language);
        }
        return verdict;
    }

    private void take(ProgramRow row, Cohort cohort, String role, Verdict verdict, Language language) {
        Map<String, Object> values = verdict.values();
        Person person = people.named(String.valueOf(values.get("name")), String.valueOf(values.get("email")), language);
        Optional<Participant> application = participants.apply(cohort.id(), person, role);
        if (application.isEmpty()) {
            UUID known = participants.of(cohort.id(), person.id()).orElseThrow().id();
            letters.write("already-applied", new Under(rules.current(), row.program()), known);
            return;
        }
        Participant made = application.get();
        answers.store(
                Ids.next(),
                person.id().toString(),
                row.formOf(role),
                new Subject(person.id(), made.id(), null, cohort.id(), null),
                verdict.answers());
        process.received(
                made, cohort, verdict.routing(), dates.morningIn(row.confirmExpiresAfterDays(), cohort.zone()));
    }

    /** The row's days, but never after matching: whoever confirms in time is still read and matched. */
    private Instant confirmBy(ProgramRow row, Cohort cohort) {
        Instant days = dates.morningIn(row.confirmExpiresAfterDays(), cohort.zone());
        Instant matching = dates.afterEndOf(cohort.closesOn(), cohort.matchOn(), cohort.zone());
        return days.isBefore(matching) ? days : matching;
    }

    void takeIntoReview(UUID application) {
        participants.move(application, EnumSet.of(State.APPLIED), State.IN_REVIEW);
    }

    /** Into the pool, or before it to an orientation the row wants. */
    void accept(UUID application, ProgramRow row) {
        accept(application, row, State.IN_REVIEW);
    }

    /** The same for somebody whose application was read for an earlier cohort. */
    void takeBack(UUID application, ProgramRow row) {
        accept(application, row, State.APPLIED);
    }

    boolean needsOrientation(UUID application) {
        return participants.participant(application).state() == State.ACCEPTED;
    }

    private void accept(UUID application, ProgramRow row, State from) {
        Participant accepted = participants.participant(application);
        boolean orientation = row.orientationMonths() > 0
                && !orientations.passedSince(
                        accepted.person().id(),
                        row.program(),
                        dates.morningOf(dates.today(row.zone()).minusMonths(row.orientationMonths()), row.zone()));
        participants.move(application, EnumSet.of(from), orientation ? State.ACCEPTED : State.POOL);
        if (!orientation) {
            process.joined(accepted.cohortId());
        }
    }

    void enterPool(UUID application) {
        if (participants.move(application, EnumSet.of(State.ACCEPTED), State.POOL)) {
            process.joined(participants.participant(application).cohortId());
        }
    }

    /**
     * What a pool looks like to one who waits in it.
     *
     * @param mentor whether the one who waits is a mentor
     * @param mentors and {@code others}: how many wait, the reader among them
     * @param matched how many of the cohort have found a match
     */
    record PoolNow(boolean mentor, int mentors, int others, int matched) {}

    /** Empty for somebody who is not waiting for a match right now. */
    Optional<PoolNow> waiting(UUID application) {
        Participant reader = participants.participant(application);
        if (reader.state() != State.POOL) {
            return Optional.empty();
        }
        List<Participant> pool = participants.in(reader.cohortId(), State.POOL);
        int mentors = (int)
                pool.stream().filter(p -> p.role().equals(ProgramRow.MENTOR)).count();
        return Optional.of(new PoolNow(
                reader.role().equals(ProgramRow.MENTOR),
                mentors,
                pool.size() - mentors,
                participants.count(reader.cohortId(), State.MATCHED, State.DONE)));
    }

    void decline(UUID application) {
        participants.move(application, EnumSet.of(State.IN_REVIEW), State.DECLINED);
        links.withdrawAll(application);
    }

    void refuse(UUID application) {
        participants.move(application, EnumSet.of(State.IN_REVIEW), State.NOT_ELIGIBLE);
        links.withdrawAll(application);
    }

    /** Deletes what somebody wrote who never confirmed the address: it may not be theirs. */
    void forget(UUID application) {
        answers.forget(application);
        participants.move(application, State.FORGOTTEN);
        links.withdrawAll(application);
    }

    void withdraw(UUID application) {
        participants.move(application, State.WITHDRAWN);
        emailedForms.withdrawAll(application);
    }

    /** What the coordinator wrote for the applicant in the review, such as {@code question} or {@code reason}. */
    Optional<String> fromReview(UUID application, String field) {
        return answers.ofParticipant(application, "review-application").stream()
                .filter(answer -> answer.field().equals(field))
                .map(Answer::shown)
                .filter(text -> !text.isBlank())
                .reduce((first, second) -> second);
    }
}
