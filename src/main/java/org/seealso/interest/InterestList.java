package org.seealso.interest;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.emailedform.EmailedForms;
import org.seealso.engine.DueDates;
import org.seealso.engine.Language;
import org.seealso.form.FormBook;
import org.seealso.form.FormSheet;
import org.seealso.form.Verdict;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.InformationSession;
import org.seealso.people.InformationSessions;
import org.seealso.people.Participant;
import org.seealso.people.Participant.State;
import org.seealso.people.Participants;
import org.seealso.people.People;
import org.seealso.people.Person;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who want to hear from a program before it takes applications (A2). */
@Component
@Transactional
class InterestList {
    private final InterestProcess process;
    private final Cohorts cohorts;
    private final InformationSessions sessions;
    private final Participants participants;
    private final People people;
    private final Answers answers;
    private final EmailedForms forms;
    private final FormBook book;
    private final PublishedRules rules;
    private final DueDates dates;

    InterestList(
            InterestProcess process,
            Cohorts cohorts,
            InformationSessions sessions,
            Participants participants,
            People people,
            Answers answers,
            EmailedForms forms,
            FormBook book,
            PublishedRules rules,
            DueDates dates) {
        this.process = process;
        this.cohorts = cohorts;
        this.sessions = sessions;
        this.participants = participants;
        this.people = people;
        this.answers = answers;
        this.forms = forms;
        this.book = book;
        this.rules = rules;
        this.dates = dates;
    }

    /** What somebody on the list may still expect: whether applications are open, and a session that is ahead. */
    record Ahead(boolean open, Optional<Instant> session) {}

    ProgramRow row(String program) {
        return rules.row(rules.current(), program);
    }

    /** The cohort that opens next; empty if none is planned. */
    Optional<Cohort> next(String program) {
        return cohorts.planned(program);
    }

    /** The session people can still come to. */
    Optional<InformationSession> session(Cohort cohort) {
        return sessions.of(cohort.id()).filter(session -> session.startsAt().isAfter(dates.now()));
    }

    FormSheet form(Language language) {
        return book.open(rules.current(), "interest", language.code());
    }

    /** Puts somebody on the list once they confirm; the page says the same to somebody who is on it already. */
    Verdict take(
            ProgramRow row,
            Cohort cohort,
            Map<String, List<String>> posted,
            Map<String, ?> context,
            Language language) {
        Verdict verdict = form(language).judge(posted, context);
        if (verdict.ok()) {
            Map<String, Object> values = new HashMap<>(verdict.values());
            Person person =
                    people.named(String.valueOf(values.get("name")), String.valueOf(values.get("email")), language);
            participants
                    .interested(cohort.id(), person)
                    .ifPresent(interested -> process.shown(
                            interested, cohort, dates.morningIn(row.confirmExpiresAfterDays(), cohort.zone())));
        }
        return verdict;
    }

    void forget(UUID interested) {
        // Whoever applied meanwhile confirms their address there.
        participants.move(interested, EnumSet.of(State.APPLIED), State.FORGOTTEN);
    }

    Ahead put(UUID interested) {
        participants.move(interested, EnumSet.of(State.APPLIED), State.INTERESTED);
        Cohort cohort = cohorts.cohort(participants.participant(interested).cohortId());
        return new Ahead(cohort.state() != Cohort.State.PLANNED, session(cohort).map(InformationSession::startsAt));
    }

    void takeOff(UUID interested) {
        participants.move(interested, State.WITHDRAWN);
        forms.withdrawAll(interested);
    }

    /** Whether this person has still to be told that applications are open: not if they have applied. */
    boolean waits(UUID interested) {
        return participants.participant(interested).state() == State.INTERESTED;
    }

    /** What a coordinator wrote after the session; empty if there is nothing. */
    Optional<String> notes(UUID cohortId) {
        return answers.ofCohort(cohortId, "session-notes").stream()
                .filter(answer -> answer.field().equals("notes"))
                .map(Answer::shown)
                .filter(text -> !text.isBlank())
                .reduce((first, second) -> second);
    }

    Participant participant(UUID id) {
        return participants.participant(id);
    }
}
