package org.seealso.program;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what a cohort's evaluation counts. */
@Repository
class SurveyRepository {
    private final JdbcClient jdbc;

    SurveyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How the mentorships of a cohort went. */
    record Course(int all, int closed, int early, int extended, int running, int agreed) {}

    /**
     * One answer.
     *
     * @param person holds the answers of one person together; of somebody who is not known any more it is only a number
     * @param survey one person's survey about one mentorship
     */
    record Said(
            String person,
            String survey,
            String role,
            String form,
            String field,
            List<String> chosen,
            String shown,
            String name) {}

    /** The closing surveys of a cohort, the newest answer to each question, with the applications they began with. */
    record Survey(String form, List<Said> all) {
        static Survey together(List<Survey> surveys) {
            return new Survey(
                    surveys.get(0).form(),
                    surveys.stream().flatMap(s -> s.all().stream()).toList());
        }

        private List<Said> closing() {
            return all.stream().filter(said -> said.form().equals(form)).toList();
        }

        Set<String> people() {
            return closing().stream().map(Said::person).collect(Collectors.toSet());
        }

        long answered() {
            return closing().stream().map(Said::survey).distinct().count();
        }

        Survey of(String role) {
            return new Survey(
                    form, all.stream().filter(said -> said.role().equals(role)).toList());
        }

        List<Said> to(String field) {
            return closing().stream()
                    .filter(said -> said.field().equals(field) && !said.shown().isBlank())
                    .toList();
        }

        String newest(String person, String field) {
            return to(field).stream()
                    .filter(said -> said.person().equals(person))
                    .flatMap(said -> said.chosen().stream())
                    .reduce("", (first, second) -> second);
        }

        /** Before and after of everybody who answered both, of the same people (A9, A10). */
        List<double[]> changes(String before, String after) {
            Map<String, Double> then = new LinkedHashMap<>();
            all.stream()
                    .filter(said -> !said.form().equals(form) && said.field().equals(before))
                    .forEach(said -> number(said, then));
            Map<String, Double> now = new LinkedHashMap<>();
            to(after).forEach(said -> number(said, now));
            List<double[]> changes = new ArrayList<>();
            now.forEach((person, value) -> {
                Double first = then.get(person);
                if (first != null) {
                    changes.add(new double[] {first, value});
                }
            });
            return changes;
        }

        private static void number(Said said, Map<String, Double> numbers) {
            said.chosen().stream()
                    .filter(text -> text.matches("\\d+(\\.\\d+)?"))
                    .forEach(text -> numbers.put(said.person(), Double.valueOf(text)));
        }
    }

    Course course(UUID cohortId, LocalDate today) {
        return jdbc.sql("""
                        select count(*) as n,
                          count(*) filter (where state = 'CLOSED' and end_reason is distinct from 'early') as closed,
                          count(*) filter (where end_reason = 'early') as early,
                          count(*) filter (where extended) as extended,
                          count(*) filter (where state <> 'CLOSED' and end_reason is distinct from 'early') as running,
                          count(a.mentorship_id) as agreed
                        from mentorship m left join agreement a on a.mentorship_id = m.id
                        where cohort_id = ? and state not in ('PROPOSED', 'CALLED_OFF', 'PLANNED')""")
                .param(cohortId)
                .query((row, n) -> new Course(
                        row.getInt("n"),
                        row.getInt("closed"),
                        row.getInt("early"),
                        row.getInt("extended"),
                        row.getInt("running"),
                        row.getInt("agreed")))
                .single();
    }

    /** The contacts of a mentorship are those of the member who counted more, period by period: they met each other. */
    OptionalDouble contactsOfEach(UUID cohortId) {
        Double mean = jdbc.sql("""
                        select avg(contacts) from (
                          select mentorship_id, sum(contacts) as contacts from (
                            select c.mentorship_id, c.period, max(c.contacts) as contacts
                            from check_in c join mentorship m on m.id = c.mentorship_id
                            where m.cohort_id = ? and c.contacts is not null group by c.mentorship_id, c.period) as period
                          group by mentorship_id) as mentorship""")
                .param(cohortId)
                .query((row, n) -> row.getObject(1) == null ? Double.valueOf(-1) : Double.valueOf(row.getDouble(1)))
                .single();
        return mean < 0 ? OptionalDouble.empty() : OptionalDouble.of(mean);
    }

    int checkIns(UUID cohortId) {
        return jdbc.sql("select count(*) from check_in c join mentorship m on m.id = c.mentorship_id"
                        + " where m.cohort_id = ? and c.state = 'ANSWERED'")
                .param(cohortId)
                .query(Integer.class)
                .single();
    }

    /** How many surveys went out; a reminder is no second one. */
    int asked(UUID cohortId, String letter) {
        return jdbc.sql("select count(distinct (l.participant_id, l.mentorship_id)) from letter l"
                        + " join mentorship m on m.id = l.mentorship_id where m.cohort_id = ? and l.name = ?")
                .params(cohortId, letter)
                .query(Integer.class)
                .single();
    }

    Survey answers(UUID cohortId, String survey, List<String> applicationForms) {
        List<String> wanted = new ArrayList<>(applicationForms);
        wanted.add(survey);
        List<Said> all = jdbc.sql("""
                        select distinct on (person, survey, a.form, a.field)
                          coalesce(a.participant_id, a.submission_id)::text as person,
                          coalesce(a.participant_id, a.submission_id)::text || coalesce(a.mentorship_id::text, '') as survey,
                          coalesce(a.role, t.role, '') as role, a.form, a.field, a.shown, coalesce(p.name, '') as name,
                          case jsonb_typeof(a.value)
                            when 'array' then array(select jsonb_array_elements_text(a.value))
                            else array[a.value #>> '{}'] end as chosen
                        from answer a left join participant t on t.id = a.participant_id
                          left join person p on p.id = a.person_id
                        where a.cohort_id = :cohort and a.form = any(string_to_array(:forms, ' '))
                        order by person, survey, a.form, a.field, a.answered_at desc""")
                .param("cohort", cohortId)
                .param("forms", String.join(" ", wanted))
                .query((row, n) -> new Said(
                        row.getString("person"),
                        row.getString("survey"),
                        row.getString("role"),
                        row.getString("form"),
                        row.getString("field"),
                        Arrays.asList((String[]) row.getArray("chosen").getArray()),
                        row.getString("shown"),
                        row.getString("name")))
                .list();
        return new Survey(survey, all);
    }
}
