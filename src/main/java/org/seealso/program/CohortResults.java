package org.seealso.program;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.seealso.engine.DueDates;
import org.seealso.form.FormBook;
import org.seealso.form.FormSheet;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Participant.State;
import org.seealso.people.Participants;
import org.seealso.program.SurveyRepository.Said;
import org.seealso.program.SurveyRepository.Survey;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

/**
 * What became of a cohort, in numbers (A9, A10, D16, E1). What people said is shown only where so many answered that
 * nobody can be told from it; and of two parts only if both are large enough, or the smaller could be worked out.
 */
@Component
class CohortResults {
    private static final String LETTER = "closing-survey";
    private static final String MAY_BE_QUOTED = "quotePermission";

    private final SurveyRepository surveys;
    private final Participants participants;
    private final Cohorts cohorts;
    private final FormBook forms;
    private final PublishedRules rules;
    private final DueDates dates;

    CohortResults(
            SurveyRepository surveys,
            Participants participants,
            Cohorts cohorts,
            FormBook forms,
            PublishedRules rules,
            DueDates dates) {
        this.surveys = surveys;
        this.participants = participants;
        this.cohorts = cohorts;
        this.forms = forms;
        this.rules = rules;
        this.dates = dates;
    }

    /** One line of the evaluation. */
    record Result(String what, String result) {}

    List<Result> of(UUID cohortId, String deployment, ProgramRow row) {
        List<Result> results = new ArrayList<>(course(cohortId, dates.today(row.zone())));
        Survey survey = surveys.answers(cohortId, row.closingForm(), row.applicationForms());
        results.add(new Result(
                "Closing surveys answered", survey.answered() + " of " + surveys.asked(cohortId, LETTER) + " sent"));
        if (survey.people().size() < row.fewestAnswers()) {
            results.add(new Result(
                    "What people said",
                    "Fewer than " + row.fewestAnswers() + " people answered, so their answers are not shown."));
            return results;
        }
        List<FormSheet.Field> fields = forms.open(deployment, row.closingForm()).fields();
        for (FormSheet.Field field : fields) {
            if (field.counted()) {
                results.add(new Result(field.question(), result(field, survey, row.fewestAnswers())));
            }
        }
        results.addAll(byRole(fields, survey, row));
        results.addAll(byType(fields, deployment, row.closingForm()));
        results.addAll(quotes(fields, survey));
        return results;
    }

    private List<Result> course(UUID cohortId, LocalDate today) {
        SurveyRepository.Course course = surveys.course(cohortId, today);
        List<Result> results = new ArrayList<>();
        results.add(new Result("Mentorships", String.valueOf(course.all())));
        results.add(new Result("… that ran to their last day", String.valueOf(course.closed())));
        results.add(new Result("… that ended early", String.valueOf(course.early())));
        results.add(new Result("… that went on longer", String.valueOf(course.extended())));
        results.add(new Result("… that are still under way", String.valueOf(course.running())));
        results.add(new Result("… with an agreement and its schedule", share(course.agreed(), course.all())));
        results.add(new Result(
                "Contacts counted in check-ins, for each mentorship", number(surveys.contactsOfEach(cohortId))));
        results.add(new Result("Check-ins answered", String.valueOf(surveys.checkIns(cohortId))));
        results.add(
                new Result("People matched", String.valueOf(participants.count(cohortId, State.MATCHED, State.DONE))));
        return results;
    }

    private static List<Result> byRole(List<FormSheet.Field> fields, Survey survey, ProgramRow row) {
        List<Result> results = new ArrayList<>();
        if (row.roles().size() < 2) {
            return results;
        }
        boolean enough =
                row.roles().stream().allMatch(role -> survey.of(role).people().size() >= row.fewestAnswers());
        if (!enough) {
            results.add(new Result(
                    "By role",
                    "Fewer than " + row.fewestAnswers() + " people of one role answered, so roles are not shown."));
            return results;
        }
        for (String role : row.roles()) {
            for (FormSheet.Field field : fields) {
                if (isCompared(field)) {
                    results.add(new Result(
                            inWords(role) + ": " + field.question(),
                            result(field, survey.of(role), row.fewestAnswers())));
                }
            }
        }
        return results;
    }

    /** Every program type beside the others, over all cohorts that were asked the same and where enough answered (D16). */
    private List<Result> byType(List<FormSheet.Field> fields, String deployment, String asked) {
        Map<String, List<Survey>> types = new TreeMap<>();
        Map<String, Integer> fewest = new TreeMap<>();
        for (Cohort cohort : cohorts.all()) {
            if (rules.rows(deployment, "program-rules", Map.of("program", cohort.program()))
                    .isEmpty()) {
                // A program of former years: its forms are not ours to read.
                continue;
            }
            ProgramRow row = rules.row(deployment, cohort.program());
            Survey survey = surveys.answers(cohort.id(), row.closingForm(), row.applicationForms());
            if (row.closingForm().equals(asked) && survey.people().size() >= row.fewestAnswers()) {
                types.computeIfAbsent(row.format(), type -> new ArrayList<>()).add(survey);
                fewest.merge(row.format(), row.fewestAnswers(), Math::max);
            }
        }
        List<Result> results = new ArrayList<>();
        types.forEach((type, all) -> {
            Survey survey = Survey.together(all);
            for (FormSheet.Field field : fields) {
                if (isCompared(field)) {
                    results.add(new Result(
                            "All cohorts of " + inWords(type).toLowerCase(Locale.ROOT) + ": " + field.question(),
                            result(field, survey, fewest.getOrDefault(type, 0))));
                }
            }
        });
        return results;
    }

    private static String inWords(String roleOrType) {
        return switch (roleOrType) {
            case "mentee" -> "Mentees";
            case "mentor" -> "Mentors";
            case "group" -> "Groups";
            default -> "Peers";
        };
    }

    private static boolean isCompared(FormSheet.Field field) {
        return field.counted() && (field.compared() || !field.baseline().isEmpty());
    }

    /** Words are quoted only where their author said so, and with a name only if they said that too. */
    private static List<Result> quotes(List<FormSheet.Field> fields, Survey survey) {
        List<Result> results = new ArrayList<>();
        for (FormSheet.Field field : fields) {
            if (!field.type().equals("textarea")) {
                continue;
            }
            for (Said said : survey.to(field.key())) {
                String permission = survey.newest(said.person(), MAY_BE_QUOTED);
                if (permission.equals("anonymous")) {
                    results.add(new Result("Quote: " + field.question(), "“" + said.shown() + "”"));
                } else if (permission.equals("named")) {
                    results.add(new Result("Quote: " + field.question(), "“" + said.shown() + "” — " + said.name()));
                }
            }
        }
        return results;
    }

    private static String result(FormSheet.Field field, Survey survey, int fewest) {
        if (!field.baseline().isEmpty()) {
            return change(survey.changes(field.baseline(), field.key()), fewest);
        }
        List<Said> said = survey.to(field.key());
        if (people(said).size() < fewest) {
            return tooFew(fewest);
        }
        return field.options().keySet().stream().allMatch(value -> value.matches("\\d+"))
                ? average(field, said)
                : counts(field, said);
    }

    private static String change(List<double[]> changes, int fewest) {
        if (changes.size() < fewest) {
            return tooFew(fewest);
        }
        double before = mean(changes, 0);
        double after = mean(changes, 1);
        return String.format(
                Locale.CANADA,
                "%.1f at application, %.1f at closing (%+.1f; %d people)",
                before,
                after,
                after - before,
                changes.size());
    }

    private static double mean(List<double[]> pairs, int which) {
        return pairs.stream().mapToDouble(pair -> pair[which]).average().orElse(0);
    }

    private static String average(FormSheet.Field field, List<Said> said) {
        List<String> scale = List.copyOf(field.options().keySet());
        double mean = said.stream()
                .flatMap(answer -> answer.chosen().stream())
                .mapToDouble(Double::parseDouble)
                .average()
                .orElse(0);
        return String.format(
                Locale.CANADA,
                "%.1f on a scale from %s to %s (%d answers)",
                mean,
                scale.get(0),
                scale.get(scale.size() - 1),
                said.size());
    }

    private static String counts(FormSheet.Field field, List<Said> said) {
        List<String> parts = new ArrayList<>();
        field.options().forEach((value, words) -> {
            long chosen = said.stream()
                    .filter(answer -> answer.chosen().contains(value))
                    .count();
            if (chosen > 0) {
                parts.add(words + ": " + chosen);
            }
        });
        return String.join(" · ", parts);
    }

    private static Set<String> people(List<Said> said) {
        return said.stream().map(Said::person).collect(java.util.stream.Collectors.toSet());
    }

    private static String tooFew(int fewest) {
        return "Fewer than " + fewest + " people answered this.";
    }

    private static String share(int part, int all) {
        return all == 0 ? "none" : "%d of %d (%d %%)".formatted(part, all, Math.round(100.0 * part / all));
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.CANADA, "%.1f", value.getAsDouble()) : "none counted";
    }
}
