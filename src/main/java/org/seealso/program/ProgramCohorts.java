package org.seealso.program;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.people.Beginnings;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participant.State;
import org.seealso.people.Participants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The life of a cohort: planned, open, closed, running, ended, counted. */
@Component
@Transactional
class ProgramCohorts {
    /** The 1–5 questions asked alike at application and at closing (A9, A10): key at application → key at closing. */
    private static final Map<String, String> BASELINE = baseline();

    /** Results of fewer people are not shown: somebody could be recognised. */
    private static final int FEWEST = 5;

    private final Cohorts cohorts;
    private final Participants participants;
    private final Mentorships mentorships;
    private final Answers answers;
    private final Beginnings beginnings;
    private final ProgramProcess process;

    ProgramCohorts(
            Cohorts cohorts,
            Participants participants,
            Mentorships mentorships,
            Answers answers,
            Beginnings beginnings,
            ProgramProcess process) {
        this.cohorts = cohorts;
        this.participants = participants;
        this.mentorships = mentorships;
        this.answers = answers;
        this.beginnings = beginnings;
        this.process = process;
    }

    private static Map<String, String> baseline() {
        Map<String, String> keys = new LinkedHashMap<>();
        for (String topic : List.of("Skills", "Confidence", "Motivation", "Satisfaction", "Network", "Value")) {
            keys.put("baseline" + topic, "closing" + topic);
        }
        return keys;
    }

    void plan(Cohort cohort) {
        cohorts.add(cohort);
    }

    void move(UUID cohortId, Cohort.State state) {
        cohorts.move(cohortId, state);
    }

    int openReviews(UUID cohortId) {
        return participants.count(cohortId, State.IN_REVIEW);
    }

    void startMentorships(UUID cohortId, String program) {
        List<Mentorship> planned = mentorships.in(cohortId, Mentorship.State.PLANNED);
        planned.forEach(mentorship -> beginnings.begin(mentorship.id(), program));
        cohorts.move(cohortId, Cohort.State.RUNNING);
    }

    void endMentorships(UUID cohortId) {
        mentorships.in(cohortId, Mentorship.State.ACTIVE).forEach(m -> process.endMentorship(m.id()));
    }

    void close(UUID cohortId) {
        mentorships
                .in(cohortId, Mentorship.State.PROPOSED)
                .forEach(m -> mentorships.move(m.id(), Mentorship.State.CALLED_OFF));
        for (State waiting : List.of(State.APPLIED, State.IN_REVIEW, State.POOL, State.ASKED)) {
            for (Participant left : participants.in(cohortId, waiting)) {
                participants.move(left.id(), State.UNMATCHED);
                process.settle(left.id());
            }
        }
        cohorts.move(cohortId, Cohort.State.ENDED);
    }

    /** Counts the cohort and stores the counts as the evaluation task's table; no name in it. */
    void countResults(UUID cohortId, List<String> applicationForms) {
        Map<String, String> counts = new LinkedHashMap<>();
        List<Answer> survey = answers.ofCohort(cohortId, "closing-survey");
        List<Answer> applications = applicationForms.stream()
                .flatMap(form -> answers.ofCohort(cohortId, form).stream())
                .toList();
        counts.put("Mentorships", String.valueOf(mentorships.count(cohortId)));
        counts.put("People matched", String.valueOf(participants.count(cohortId, State.MATCHED, State.DONE)));
        counts.put(
                "Check-ins answered",
                String.valueOf(answers.ofCohort(cohortId, "check-in").stream()
                        .map(Answer::submissionId)
                        .distinct()
                        .count()));
        long answered = survey.stream().map(Answer::submissionId).distinct().count();
        counts.put("Closing surveys answered", String.valueOf(answered));
        if (answered < FEWEST) {
            counts.put("Results", "Fewer than " + FEWEST + " people answered, so their answers are not shown.");
        } else {
            BASELINE.forEach((before, after) -> counts.put(
                    survey.stream()
                            .filter(a -> a.field().equals(after))
                            .map(Answer::question)
                            .findFirst()
                            .orElse(after),
                    change(average(applications, before), average(survey, after))));
            counts.put("Would recommend the program (0–10)", one(average(survey, "recommend")));
        }
        answers.store(
                cohortId,
                "SeeAlso",
                "evaluation",
                new Subject(null, null, null, cohortId, null),
                counts.entrySet().stream()
                        .map(e -> new FieldAnswer(
                                e.getKey(), e.getKey(), e.getValue(), e.getValue(), java.util.Set.of("coordinators")))
                        .toList());
    }

    private static OptionalDouble average(List<Answer> all, String field) {
        return all.stream()
                .filter(answer -> answer.field().equals(field))
                .map(answer -> answer.value().toString())
                .filter(text -> text.matches("\\d+(\\.\\d+)?"))
                .mapToDouble(Double::parseDouble)
                .average();
    }

    private static String change(OptionalDouble before, OptionalDouble after) {
        if (before.isEmpty() || after.isEmpty()) {
            return "not answered";
        }
        double difference = after.getAsDouble() - before.getAsDouble();
        return "%s at application, %s at closing (%+.1f)".formatted(one(before), one(after), difference);
    }

    private static String one(OptionalDouble value) {
        return value.isPresent() ? "%.1f".formatted(value.getAsDouble()) : "not answered";
    }
}
