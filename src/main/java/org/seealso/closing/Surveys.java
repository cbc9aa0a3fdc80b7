package org.seealso.closing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.seealso.answer.Answer;
import org.seealso.answer.AnswerWords;
import org.seealso.answer.Answers;
import org.seealso.engine.Language;
import org.seealso.form.FormBook;
import org.seealso.form.FormSheet;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.rules.ProgramRow;
import org.springframework.stereotype.Component;

/** What the members of one mentorship answered in its closing survey, and before that in their applications. */
@Component
class Surveys {
    /** What the forms offer for it: the survey deletes now, the application when the program is over. */
    private static final Set<String> DELETE = Set.of("delete", "afterProgram");

    private final Answers answers;
    private final Mentorships mentorships;
    private final FormBook forms;
    private final AnswerWords words;

    Surveys(Answers answers, Mentorships mentorships, FormBook forms, AnswerWords words) {
        this.words = words;
        this.answers = answers;
        this.mentorships = mentorships;
        this.forms = forms;
    }

    /** One question asked twice, as its reader chose then and now. */
    record Change(String question, String before, String after) {}

    /** @param certificate the name on it, empty if none is wanted */
    record Wishes(Optional<String> certificate, boolean reference) {}

    boolean wantsToGoOn(UUID mentorshipId, UUID participantId, ProgramRow row) {
        return says(answered(mentorshipId, participantId, row), "continueFormally", "yes");
    }

    boolean keepsInContact(UUID mentorshipId, UUID participantId, ProgramRow row) {
        return says(answered(mentorshipId, participantId, row), "keepInContact", "yes");
    }

    Wishes wishes(UUID mentorshipId, Participant participant, ProgramRow row) {
        Map<String, Answer> survey = answered(mentorshipId, participant.id(), row);
        Map<String, Answer> wished = survey.containsKey("referenceLetter") ? survey : application(participant, row);
        String name = text(survey, "certificateName");
        return new Wishes(
                says(survey, "certificate", "true")
                        ? Optional.of(name.isBlank() ? participant.person().name() : name.strip())
                        : Optional.empty(),
                says(wished, "referenceLetter", "yes") || says(wished, "referenceLetter", "true"));
    }

    /** By the newest closing survey of this participant; unanswered, what they chose when they applied counts (B14). */
    boolean wantsToBeForgotten(Participant participant, ProgramRow row) {
        Map<String, Answer> survey = byField(answers.ofParticipant(participant.id(), row.closingForm()));
        Map<String, Answer> source = survey.containsKey("retention") ? survey : application(participant, row);
        return DELETE.contains(text(source, "retention"));
    }

    /** The questions of the survey that name one of the application's as their baseline, as far as both are answered. */
    List<Change> changes(UUID mentorshipId, Participant participant, String deployment, ProgramRow row) {
        Map<String, Answer> before = application(participant, row);
        Map<String, Answer> after = answered(mentorshipId, participant.id(), row);
        Language language = Language.of(participant.person().language());
        List<Change> changes = new ArrayList<>();
        for (FormSheet.Field field : forms.open(deployment, row.closingForm()).fields()) {
            Answer then = before.get(field.baseline());
            Answer now = after.get(field.key());
            if (then != null && now != null) {
                AnswerWords.Said said = words.say(now, deployment, language);
                changes.add(new Change(
                        said.question(), words.say(then, deployment, language).reply(), said.reply()));
            }
        }
        return changes;
    }

    private Map<String, Answer> application(Participant participant, ProgramRow row) {
        return byField(answers.ofParticipant(participant.id(), row.formOf(participant.role())));
    }

    /** What a member answered since this closing began: an extended mentorship is asked again. */
    private Map<String, Answer> answered(UUID mentorshipId, UUID participantId, ProgramRow row) {
        Instant since = mentorships.closingSince(mentorshipId).orElse(Instant.MAX);
        return byField(answers.ofMentorship(mentorshipId, row.closingForm()).stream()
                .filter(answer -> participantId.equals(answer.participantId()))
                .filter(answer -> !answer.answeredAt().isBefore(since))
                .toList());
    }

    private static Map<String, Answer> byField(List<Answer> answers) {
        Map<String, Answer> newest = new LinkedHashMap<>();
        answers.forEach(answer -> newest.put(answer.field(), answer));
        return newest;
    }

    private static boolean says(Map<String, Answer> answers, String field, String value) {
        return text(answers, field).equals(value);
    }

    private static String text(Map<String, Answer> answers, String field) {
        return Optional.ofNullable(answers.get(field))
                .map(answer -> answer.value().toString())
                .orElse("");
    }
}
