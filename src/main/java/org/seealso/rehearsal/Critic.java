package org.seealso.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.seealso.rehearsal.Result.Conduct;
import org.seealso.rehearsal.Result.Done;
import org.seealso.rehearsal.Result.Kind;
import org.seealso.rehearsal.Result.Meeting;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.RuleFiles;

/** Looks at a finished rehearsal's database and tasks for what no check could see. */
final class Critic {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MOST_HOURS_OF_A_REPORT = 12 * 24;
    private static final int DAYS_LATE = 3;
    private static final int ENOUGH_ANSWERS = 6;
    private static final int ENOUGH_PEOPLE = 4;
    private static final int MOST_MINUTES = 15;
    private static final int MOST_DAYS_OF_A_TASK = 14;
    private static final String CONDUCT = "conduct-report";

    private final Theatre theatre;
    private final Ledger ledger;
    private final ProgramRow row;
    private final int weeklyMinutes;
    private final Map<String, Actor> actors = new HashMap<>();

    /** @param weeklyMinutes what all coordinators together can give */
    Critic(Theatre theatre, Ledger ledger, ProgramRow row, List<Actor> actors, int weeklyMinutes) {
        this.theatre = theatre;
        this.ledger = ledger;
        this.row = row;
        this.weeklyMinutes = weeklyMinutes;
        actors.forEach(actor -> this.actors.put(actor.name(), actor));
    }

    /** @param over whether the season was played to its end; otherwise much is rightly open */
    void look(List<Meeting> meetings, List<Done> tasks, List<Conduct> reports, RuleFiles files, boolean over) {
        undelivered();
        if (over && !row.selfSelected()) {
            meetings.forEach(this::stuck);
            running();
            nobodyMatched(meetings);
        }
        lateStarts(tooFewHours(tasks));
        lateSurveys();
        neverReminded();
        neverAsked(files);
        reports.forEach(this::unheard);
        tooMuchWork(meetings, tasks);
    }

    private void undelivered() {
        Set<String> bounces = actors.values().stream()
                .filter(actor -> actor.does("bounces"))
                .map(Actor::address)
                .collect(Collectors.toSet());
        theatre
                .jdbc()
                .sql("select address, name from letter where state <> 'SENT' order by name, address")
                .query((letter, n) -> new String[] {letter.getString(1), letter.getString(2)})
                .list()
                .stream()
                .filter(letter -> !bounces.contains(letter[0]))
                .map(letter -> letter[1])
                .forEach(letter -> ledger.finding(
                        Kind.NO_RECIPIENT,
                        "letters/" + letter + ".md",
                        "A letter reached nobody.",
                        "Look whom the letter is for: a role nobody has, or an address in the program's row.",
                        null));
    }

    private void stuck(Meeting meeting) {
        if (meeting.waitsAt().isEmpty()) {
            return;
        }
        for (String member : meeting.members()) {
            ledger.finding(
                    Kind.STUCK,
                    "mentorship.bpmn",
                    "A mentorship never came to its end.",
                    "Look in the diagrams which path its members were on, and where they wait.",
                    actors.get(member));
        }
    }

    /** What still runs when nothing is to come any more waits for ever, or for years. */
    private void running() {
        Set<String> goOn = Set.copyOf(theatre.jdbc()
                .sql("select id::text from mentorship where state = 'ACTIVE' and ends_on >= ?")
                .param(LocalDate.ofInstant(theatre.clock().instant(), row.zone()))
                .query(String.class)
                .list());
        for (ProcessInstance instance :
                theatre.runtime().createProcessInstanceQuery().list()) {
            Object mentorship = theatre.runtime().getVariable(instance.getId(), "mentorshipId");
            if (mentorship == null ? !goOn.isEmpty() : goOn.contains(mentorship.toString())) {
                // They have chosen another term.
                continue;
            }
            String process = instance.getProcessDefinitionId().split(":", 2)[0];
            List<String> waits = theatre.runtime().getActiveActivityIds(instance.getId()).stream()
                    .filter(id -> !id.equals(instance.getProcessDefinitionId()) && !id.equals(process))
                    .distinct()
                    .sorted()
                    .toList();
            ledger.finding(
                    Kind.DEAD_END,
                    process + ".bpmn, " + String.join(" ", waits),
                    "Something waits here for ever, or for years.",
                    "Give it a way on: a timer, an answer, or an end.",
                    null);
        }
    }

    private void nobodyMatched(List<Meeting> meetings) {
        if (meetings.isEmpty() && actors.size() >= ENOUGH_PEOPLE) {
            ledger.finding(
                    Kind.STUCK,
                    "matching.bpmn",
                    "Nobody is matched, of " + actors.size() + " people.",
                    "Look at matching.bpmn and match-weights.dmn, and at the task “Confirm matches”.",
                    null);
        }
    }

    /** Whether coordinators cannot keep up: it explains much of what comes late. */
    private boolean tooFewHours(List<Done> tasks) {
        LocalDate today = LocalDate.ofInstant(theatre.clock().instant(), row.zone());
        List<Done> late = tasks.stream()
                .filter(task -> !task.process().equals(CONDUCT))
                .filter(task -> waited(task, today) > MOST_DAYS_OF_A_TASK)
                .toList();
        late.stream().max(Comparator.comparing(task -> waited(task, today))).ifPresent(longest -> {
            ledger.finding(
                    Kind.TOO_MUCH,
                    "",
                    "Coordinators cannot keep up with " + hours(weeklyMinutes) + " a week: " + late.size()
                            + (late.size() == 1 ? " task waits" : " tasks wait") + " more than " + MOST_DAYS_OF_A_TASK
                            + " days, the longest, “" + longest.name() + "”, for " + waited(longest, today) + ".",
                    "Look in the weeks when the work comes: win more coordinators, spread it, take fewer people, or"
                            + " let the tables decide more by themselves.",
                    null);
        });
        return !late.isEmpty();
    }

    private static long waited(Done task, LocalDate today) {
        LocalDate done = task.done().isEmpty() ? today : LocalDate.parse(task.done());
        return LocalDate.parse(task.came()).until(done, ChronoUnit.DAYS);
    }

    private static String hours(int minutes) {
        return minutes % 60 == 0 ? minutes / 60 + (minutes == 60 ? " hour" : " hours") : minutes + " minutes";
    }

    /** The first kickoff of a cohort is on its first day; later ones belong to later matches. */
    private void lateStarts(boolean tooFewHours) {
        int late = count("""
                        select count(*)::int from (
                            select c.id from cohort c join mentorship m on m.cohort_id = c.id
                                join letter l on l.mentorship_id = m.id and l.name = 'kickoff'
                            group by c.id having min(l.created_at)::date > c.starts_on + %d) late""".formatted(DAYS_LATE));
        if (late > 0 && !row.rolling()) {
            ledger.finding(
                    Kind.WRONG_MOMENT,
                    "program.bpmn",
                    "Mentorships begin long after the first day.",
                    tooFewHours
                            ? "Coordinators cannot keep up: look at what is said of their hours first."
                            : "Look at the timers before the kickoff: they must wait for the first day.",
                    null);
        }
    }

    /** Whoever ended early is asked then; everybody else before the last day. */
    private void lateSurveys() {
        int late = count("""
                        select count(*)::int from (
                            select m.id from mentorship m
                                join letter l on l.mentorship_id = m.id and l.name = 'closing-survey'
                            group by m.id having min(l.created_at)::date > m.ends_on
                                or min(l.created_at) >= (select min(t.created_at) from letter t
                                    where t.mentorship_id = m.id and t.name = 'thanks')) late""");
        for (int i = 0; i < late; i++) {
            ledger.finding(
                    Kind.WRONG_MOMENT,
                    "closing.bpmn",
                    "The survey comes after the end.",
                    "Look at closing.bpmn: the survey is asked before the last day.",
                    null);
        }
    }

    private void neverReminded() {
        int ranOut = count("select count(*) from link where purpose = 'FORM' and state = 'EXPIRED'");
        int reminders = count("select count(*) from letter where reminder");
        if (ranOut > 0 && reminders == 0) {
            ledger.finding(
                    Kind.WRONG_MOMENT,
                    "emailed-form.bpmn",
                    "Forms ran out unanswered, and nobody is reminded.",
                    "Look at the dates of emailed-form.bpmn: the reminder comes before the end.",
                    null);
        }
    }

    private int count(String sql) {
        return theatre.jdbc().sql(sql).query(Integer.class).single();
    }

    /** A question that decides which way the process goes must reach those who answer the form. */
    private void neverAsked(RuleFiles files) {
        Map<String, Integer> sent = new TreeMap<>();
        Map<String, Integer> answered = new HashMap<>();
        theatre.jdbc()
                .sql("select form, count(distinct submission_id)::int n from answer"
                        + " where form in (select form from link where purpose = 'FORM') group by form")
                .query((found, n) -> sent.put(found.getString(1), found.getInt(2)))
                .list();
        theatre.jdbc()
                .sql("select form || ' ' || field, count(*)::int n from answer group by form, field")
                .query((found, n) -> answered.put(found.getString(1), found.getInt(2)))
                .list();
        sent.forEach((form, times) -> {
            if (times < ENOUGH_ANSWERS) {
                return;
            }
            for (JsonNode field : components(files, form)) {
                boolean decides =
                        field.path("properties").path("routing").asText().equals("true")
                                && field.path("validate").path("required").asBoolean()
                                && field.path("values").size() > 0;
                if (decides
                        && !answered.containsKey(form + " " + field.path("key").asText())) {
                    ledger.finding(
                            Kind.CANNOT_ANSWER,
                            form + ".form, " + field.path("key").asText(),
                            "Nobody was ever asked “" + field.path("label").asText()
                                    + "”, and trouble is not heard of.",
                            "Look at the condition that hides the question.",
                            null);
                }
            }
        });
    }

    private static JsonNode components(RuleFiles files, String form) {
        return files.file(form + ".form")
                .map(bytes -> {
                    try {
                        return JSON.readTree(new String(bytes, StandardCharsets.UTF_8))
                                .path("components");
                    } catch (JsonProcessingException e) {
                        return JSON.createArrayNode();
                    }
                })
                .orElse(JSON.createArrayNode());
    }

    private void unheard(Conduct report) {
        boolean received = report.hoursToAcknowledge() >= 0;
        if (!received || report.hoursToClose() < 0 || report.hoursToClose() > MOST_HOURS_OF_A_REPORT) {
            ledger.finding(
                    Kind.UNHEARD,
                    CONDUCT + ".bpmn",
                    received
                            ? "A conduct report had no outcome within twelve days."
                            : "A conduct report was not acknowledged.",
                    "Look at conduct-report.bpmn: a handler must get the task, and the reporter the letter.",
                    actors.get(report.person()));
        }
    }

    /** Coordinators are volunteers: what runs by itself should. */
    private void tooMuchWork(List<Meeting> meetings, List<Done> tasks) {
        long months = 0;
        for (Meeting meeting : meetings) {
            if (!meeting.end().equals("called off") && !meeting.to().isEmpty()) {
                months += Math.max(
                        1,
                        LocalDate.parse(meeting.from())
                                .until(LocalDate.parse(meeting.to()))
                                .toTotalMonths());
            }
        }
        int minutes = tasks.stream()
                .filter(task -> task.process().equals("check-in"))
                .mapToInt(Done::minutes)
                .sum();
        if (months > 0 && minutes / months >= MOST_MINUTES) {
            ledger.finding(
                    Kind.TOO_MUCH,
                    "check-in-signal.dmn",
                    "Check-ins make more tasks than coordinators have hours: " + minutes / months
                            + " minutes for each mentorship and month.",
                    "Look at check-in-signal.dmn: which answers need a human?",
                    null);
        }
    }
}
