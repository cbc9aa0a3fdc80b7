package org.seealso.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.engine.DueDates;
import org.seealso.engine.Ids;
import org.seealso.form.FormBook;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.people.Contacts;
import org.seealso.people.Contacts.CheckIn;
import org.seealso.people.Contacts.State;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What check-ins ask, and what is read from what comes back (A4, B3, B9, C3, E8). */
@Component
@Transactional
class CheckIns {
    private static final String FORM = "check-in";
    private static final int TOPICS_IN_A_LETTER = 2;

    private final Contacts contacts;
    private final Answers answers;
    private final Participants participants;
    private final Mentorships mentorships;
    private final FormBook forms;
    private final DueDates dates;

    CheckIns(
            Contacts contacts,
            Answers answers,
            Participants participants,
            Mentorships mentorships,
            FormBook forms,
            DueDates dates) {
        this.contacts = contacts;
        this.answers = answers;
        this.participants = participants;
        this.mentorships = mentorships;
        this.forms = forms;
        this.dates = dates;
    }

    /** What one letter says besides the question; the names are placeholders of letters and values of the form. */
    Map<String, Object> said(Asked asked, ProgramRow row, String deployment) {
        Mentorship mentorship = mentorships.mentorship(asked.mentorshipId());
        LocalDate since = asked.period() < 2
                ? mentorship.startsOn()
                : mentorships
                        .checkIns(mentorship.id())
                        .orElse(row.checkIns())
                        .day(mentorship.startsOn(), asked.period() - 1);
        Contacts.Count count = count(mentorship, row);
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("since", since.toString());
        said.put("topics", untouched(asked, row, deployment));
        said.put("liveCallWanted", row.liveCall() && !contacts.liveCall(asked.mentorshipId()));
        said.put("contactsSoFar", count.soFar());
        said.put("contactsHoped", count.hoped());
        return said;
    }

    private Contacts.Count count(Mentorship mentorship, ProgramRow row) {
        return contacts.count(mentorship.id(), mentorship.startsOn(), row.contacts(), dates.today(row.zone()));
    }

    /** Two topics nobody of them has ticked yet, by heading only; other ones each period (E7, E8). */
    private List<String> untouched(Asked asked, ProgramRow row, String deployment) {
        Map<String, String> all = forms.open(
                        deployment,
                        FORM,
                        participants.participant(asked.participantId()).person().language())
                .choices("topics");
        Set<String> suggested = row.suggestedTopics();
        Set<Object> touched = new LinkedHashSet<>();
        answers.ofMentorship(asked.mentorshipId(), FORM).stream()
                .filter(answer -> answer.field().equals("topics"))
                .forEach(answer -> {
                    if (answer.value() instanceof List<?> several) {
                        touched.addAll(several);
                    }
                });
        List<String> open = new ArrayList<>();
        all.forEach((value, label) -> {
            if (!touched.contains(value) && (suggested.isEmpty() || suggested.contains(value))) {
                open.add(label);
            }
        });
        List<String> two = new ArrayList<>();
        for (int i = 0; i < Math.min(TOPICS_IN_A_LETTER, open.size()); i++) {
            two.add(open.get(((asked.period() - 1) * TOPICS_IN_A_LETTER + i) % open.size()));
        }
        return two;
    }

    /** @param contactsInPeriod as the member counted them, 3 meaning three or more */
    Signs answered(Asked asked, int contactsInPeriod, String fit, ProgramRow row) {
        boolean live = newest(asked, "liveCall").filter("yes"::equals).isPresent();
        contacts.note(
                asked.mentorshipId(),
                new CheckIn(asked.participantId(), asked.period(), State.ANSWERED, contactsInPeriod, fit, live));
        return signs(asked, "answered", fit, row);
    }

    /** The last busy day the member named in this check-in, if it is still to come (B9). */
    Optional<LocalDate> busyUntil(Asked asked, ZoneId zone) {
        return newest(asked, "busyUntil")
                .filter(day -> day.matches("\\d{4}-\\d{2}-\\d{2}.*"))
                .map(day -> LocalDate.parse(day.substring(0, 10)))
                .filter(day -> !day.isBefore(dates.today(zone)));
    }

    private Optional<String> newest(Asked asked, String field) {
        return answers.ofMentorship(asked.mentorshipId(), FORM).stream()
                .filter(answer -> asked.participantId().equals(answer.participantId()))
                .filter(answer -> answer.field().equals(field))
                .map(Answer::value)
                .map(Object::toString)
                .reduce((first, second) -> second);
    }

    /** No answer; while somebody is busy or the mentorship pauses that is no silence, and nobody wonders about it (B9). */
    Signs silent(Asked asked, ProgramRow row) {
        boolean quiet = mentorships
                .quietUntil(asked.mentorshipId(), dates.today(row.zone()))
                .isPresent();
        contacts.note(
                asked.mentorshipId(),
                new CheckIn(
                        asked.participantId(), asked.period(), quiet ? State.HELD : State.SILENCE, null, null, false));
        return signs(asked, quiet ? "held" : "silence", "", row);
    }

    private Signs signs(Asked asked, String reply, String fit, ProgramRow row) {
        List<CheckIn> all = contacts.of(asked.mentorshipId());
        List<CheckIn> mine = all.stream()
                .filter(checkIn -> checkIn.participantId().equals(asked.participantId()))
                .toList();
        Mentorship mentorship = mentorships.mentorship(asked.mentorshipId());
        return new Signs(
                reply,
                fit,
                inARow(mine, checkIn -> "deciding".equals(checkIn.fit())),
                inARow(mine, checkIn -> checkIn.state() == State.SILENCE),
                others(all, mentorship, asked),
                count(mentorship, row).percent(),
                mine.size());
    }

    /** A check-in that was held breaks no row and makes none. */
    private static int inARow(List<CheckIn> mine, Predicate<CheckIn> wanted) {
        int n = 0;
        for (int i = mine.size() - 1; i >= 0; i--) {
            if (wanted.test(mine.get(i))) {
                n++;
            } else if (mine.get(i).state() != State.HELD) {
                break;
            }
        }
        return n;
    }

    private static String others(List<CheckIn> all, Mentorship mentorship, Asked asked) {
        List<State> states = mentorship.partnersOf(asked.participantId()).stream()
                .map(Participant::id)
                .map(other -> all.stream()
                        .filter(checkIn -> checkIn.participantId().equals(other) && checkIn.period() == asked.period())
                        .map(CheckIn::state)
                        .findFirst())
                .flatMap(Optional::stream)
                .toList();
        if (states.contains(State.ANSWERED)) {
            return "answered";
        }
        boolean allSilent =
                states.size() == mentorship.partnersOf(asked.participantId()).size()
                        && states.stream().allMatch(state -> state == State.SILENCE);
        return allSilent ? "silent" : "waiting";
    }

    /** Whom to ask whether they are in touch with a member who has gone quiet. */
    List<UUID> others(Asked asked) {
        return mentorships.mentorship(asked.mentorshipId()).partnersOf(asked.participantId()).stream()
                .map(Participant::id)
                .toList();
    }

    /** Whether another member has said so since this one fell silent. */
    boolean inTouch(Asked asked, Instant silentAt) {
        return answers.ofMentorship(asked.mentorshipId(), "in-touch").stream()
                .filter(answer -> !answer.answeredAt().isBefore(silentAt))
                .filter(answer -> !asked.participantId().equals(answer.participantId()))
                .anyMatch(answer -> answer.field().equals("touch")
                        && answer.value().toString().equals("yes"));
    }

    /** Files a fit problem that a check-in brought to light; returns the submission's id. */
    UUID fileFitProblem(Asked asked) {
        UUID submission = Ids.next();
        Participant participant = participants.participant(asked.participantId());
        String origin = "Check-in number " + asked.period() + " says that something is not right between them.";
        answers.store(
                submission,
                participant.person().id().toString(),
                "fit-problem",
                new Subject(
                        participant.person().id(),
                        asked.participantId(),
                        asked.mentorshipId(),
                        participant.cohortId(),
                        null),
                List.of(new FieldAnswer("origin", "Where this comes from", origin, origin, Set.of("coordinators"))));
        return submission;
    }
}
