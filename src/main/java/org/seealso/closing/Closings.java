package org.seealso.closing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.emailedform.EmailedForms;
import org.seealso.engine.DueDates;
import org.seealso.engine.Ids;
import org.seealso.engine.Messages;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participant.State;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a mentorship ends: everybody is asked once more, it goes on if all of them want it to, and else it closes whether
 * they answer or not (C6, complaint 10).
 */
@Component
@Transactional
class Closings {
    /** Two people make a mentorship. */
    private static final int ENOUGH = 2;

    private final Mentorships mentorships;
    private final Participants participants;
    private final EmailedForms forms;
    private final Surveys surveys;
    private final Answers answers;
    private final SurveyLimits limits;
    private final Messages messages;
    private final DueDates dates;

    Closings(
            Mentorships mentorships,
            Participants participants,
            EmailedForms forms,
            Surveys surveys,
            Answers answers,
            SurveyLimits limits,
            Messages messages,
            DueDates dates) {
        this.mentorships = mentorships;
        this.participants = participants;
        this.forms = forms;
        this.surveys = surveys;
        this.answers = answers;
        this.limits = limits;
        this.messages = messages;
        this.dates = dates;
    }

    Mentorship mentorship(UUID id) {
        return mentorships.mentorship(id);
    }

    Participant participant(UUID id) {
        return participants.participant(id);
    }

    /**
     * Whom the survey goes to and who is thanked: every member, but after an early end nobody who has moved on, such as
     * back into the pool.
     */
    List<UUID> members(UUID id) {
        boolean early = mentorships.endedEarly(id);
        return mentorships.mentorship(id).members().stream()
                .filter(member -> !early || member.state() == State.MATCHED)
                .map(Participant::id)
                .toList();
    }

    /** Whom the survey goes to: nobody more often in a year than the row allows. */
    List<UUID> asked(UUID id, ProgramRow row) {
        boolean limited = row.surveysPerYear() > 0 && row.extensionMonths() == 0;
        return members(id).stream()
                .filter(member ->
                        !limited || limits.mayAsk(participant(member).person().id(), id, row))
                .toList();
    }

    /** Begins closing; returns the last moment for answers: the last day of the term, or the row's days if early. */
    Instant begin(UUID id, boolean early, ProgramRow row) {
        mentorships.beginClosing(id);
        if (early) {
            mentorships.noteEnd(id, "early");
        }
        Instant lastDay = dates.morningOf(mentorships.mentorship(id).endsOn(), row.zone());
        return !mentorships.endedEarly(id) && lastDay.isAfter(dates.now())
                ? lastDay
                : dates.morningIn(row.formExpiresAfterDays(), row.zone());
    }

    /** Whether every member said yes to going on; one silence or one no is enough not to, and stays between us. */
    boolean allWantToGoOn(UUID id, ProgramRow row) {
        List<UUID> members = members(id);
        return row.extensionMonths() > 0
                && !mentorships.endedEarly(id)
                && members.size() >= ENOUGH
                && members.stream().allMatch(member -> surveys.wantsToGoOn(id, member, row));
    }

    /** Another term from the last day on; the members are where they were before the survey. */
    void goOn(UUID id, ProgramRow row) {
        mentorships.extend(id, mentorships.mentorship(id).endsOn().plusMonths(row.extensionMonths()));
        mentorships.move(id, Mentorship.State.ACTIVE);
    }

    /** Whether all of them would like to stay in touch: only then does anybody hear of it. */
    boolean allKeepInContact(UUID id, ProgramRow row) {
        List<UUID> members = members(id);
        return members.size() >= ENOUGH
                && !mentorships.endedEarly(id)
                && members.stream().allMatch(member -> surveys.keepsInContact(id, member, row));
    }

    /** Whether what this participant wrote goes when this mentorship closes. */
    boolean willBeForgotten(UUID id, UUID participantId, ProgramRow row) {
        Participant participant = participants.participant(participantId);
        return participant.state() == State.MATCHED
                && !mentorships.inAnother(participantId, id)
                && surveys.wantsToBeForgotten(participant, row);
    }

    /** Leaves a wish to a coordinator, as if asked by the help link; the closing waits for no answer. */
    void askCoordinators(UUID participantId, String program, String wish) {
        Participant participant = participants.participant(participantId);
        UUID submission = Ids.next();
        // It names nobody, so that it outlasts whatever the person wanted deleted; the task knows whose wish it is.
        answers.store(
                submission,
                "SeeAlso",
                "help",
                new Subject(null, null, null, participant.cohortId(), null),
                List.of(new FieldAnswer("question", "What is wished for", wish, wish, Set.of("coordinators"))));
        messages.start(
                "help.asked",
                submission,
                Map.of(
                        "submissionId", submission.toString(),
                        "program", program,
                        "applicationId", participantId.toString(),
                        "label", participant.person().name()));
    }

    /** Nobody is asked anything about it any more; whoever is in no other mentorship has come to the end. */
    void close(UUID id) {
        for (Participant member : mentorships.mentorship(id).members()) {
            boolean done = !mentorships.inAnother(member.id(), id)
                    && participants.move(member.id(), Set.of(State.MATCHED), State.DONE);
            if (done) {
                forms.withdrawAll(member.id());
            } else {
                forms.withdrawAll(member.id(), id);
            }
        }
        mentorships.noteEnd(id, "term");
        mentorships.move(id, Mentorship.State.CLOSED);
    }

    /** Does with everybody's words as they chose, also with those of members who left on the way. */
    void honourRetention(UUID id, ProgramRow row) {
        List<Participant> everybody = new ArrayList<>(mentorships.mentorship(id).members());
        everybody.addAll(mentorships.leavers(id));
        for (Participant participant : everybody) {
            boolean over = participant.state() == State.DONE || participant.state() == State.WITHDRAWN;
            if (over && !mentorships.inAnother(participant.id(), id) && surveys.wantsToBeForgotten(participant, row)) {
                answers.keepOnlyCounts(participant.id(), participant.role());
            }
        }
    }

    /** Out of this mentorship at once; a mentor of two stays in the other. */
    void leave(UUID id, UUID leaver) {
        mentorships.leave(id, leaver);
        if (mentorships.inAnother(leaver, id)) {
            forms.withdrawAll(leaver, id);
        } else {
            participants.move(leaver, State.WITHDRAWN);
            forms.withdrawAll(leaver);
        }
    }
}
