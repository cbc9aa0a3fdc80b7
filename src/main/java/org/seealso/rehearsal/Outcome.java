package org.seealso.rehearsal;

import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;
import org.seealso.rehearsal.Result.Counts;
import org.seealso.rehearsal.Result.Diagram;
import org.seealso.rehearsal.Result.Done;
import org.seealso.rehearsal.Result.Meeting;
import org.seealso.rehearsal.Result.Moment;
import org.seealso.rehearsal.Result.Person;
import org.seealso.rules.RuleFiles;

/** Reads what has become of everybody from the rehearsal's database. */
final class Outcome {
    private static final Map<String, String> ENDS = Map.of(
            "INTERESTED", "on the interest list",
            "APPLIED", "never confirmed the address",
            "IN_REVIEW", "application not reviewed",
            "POOL", "waits for a match",
            "UNMATCHED", "never matched",
            "MATCHED", "in a mentorship",
            "WITHDRAWN", "left",
            "DECLINED", "declined");

    private final Theatre theatre;
    private final Ledger ledger;
    private final List<Actor> actors;

    Outcome(Theatre theatre, Ledger ledger, List<Actor> actors) {
        this.theatre = theatre;
        this.ledger = ledger;
        this.actors = actors;
    }

    /** A mentorship and where it stands, before it is put in words. */
    record Row(
            String state,
            LocalDate from,
            LocalDate to,
            @Nullable LocalDate ended,
            List<String> members) {
        boolean early() {
            return ended != null && ended.isBefore(to.minusDays(1));
        }
    }

    List<Row> mentorships() {
        return theatre.jdbc()
                .sql("""
                        select m.state, m.starts_on, m.ends_on, m.ended_at::date,
                            array_agg(p.name order by p.name) members
                        from mentorship m join member b on b.mentorship_id = m.id
                            join participant a on a.id = b.participant_id join person p on p.id = a.person_id
                        group by m.id order by 5, 2""")
                .query((row, n) -> new Row(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        texts(row.getArray(5))))
                .list();
    }

    private static List<String> texts(Array array) throws SQLException {
        return Stream.of((Object[]) array.getArray()).map(String::valueOf).toList();
    }

    List<Meeting> meetings(LocalDate last) {
        List<Meeting> all = new ArrayList<>();
        for (Row row : mentorships()) {
            String end =
                    switch (row.state()) {
                        case "CLOSED" -> row.early() ? "ended early" : "closed";
                        case "CALLED_OFF" -> "called off";
                        default -> "open";
                    };
            LocalDate to = row.ended() == null ? row.to() : row.ended();
            all.add(new Meeting(
                    row.members(),
                    row.from().toString(),
                    to.getYear() > 9999 ? "" : to.toString(),
                    end,
                    end.equals("open") && row.to().isBefore(last) ? "its last day is over" : ""));
        }
        return all;
    }

    List<Person> persons() {
        Map<String, String> states = new HashMap<>();
        theatre.jdbc()
                .sql("select p.email, a.state from participant a join person p on p.id = a.person_id")
                .query((row, n) -> states.put(row.getString(1), row.getString(2)))
                .list();
        List<Person> all = new ArrayList<>();
        for (Actor actor : actors) {
            List<Moment> story = ledger.story(actor);
            String state = states.getOrDefault(actor.address(), "");
            all.add(new Person(
                    actor.name(),
                    actor.role(),
                    actor.habits(),
                    state.isEmpty() ? "never applied" : ENDS.getOrDefault(state, "finished"),
                    quietDays(story),
                    story));
        }
        return all;
    }

    /** The longest time without a letter, from the kickoff to the last letter: silence before that has its own dates. */
    static int quietDays(List<Moment> story) {
        List<LocalDate> days = story.stream()
                .filter(moment -> moment.kind().equals("letter"))
                .map(moment -> LocalDate.parse(moment.day()))
                .toList();
        int start = 0;
        for (int i = 0; i < story.size(); i++) {
            if (story.get(i).name().equals("kickoff")) {
                String day = story.get(i).day();
                start = (int) days.stream()
                        .filter(each -> each.isBefore(LocalDate.parse(day)))
                        .count();
                break;
            }
        }
        long longest = 0;
        for (int i = Math.max(1, start + 1); i < days.size(); i++) {
            longest = Math.max(longest, ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)));
        }
        return (int) longest;
    }

    Counts counts(List<Meeting> meetings, List<Person> persons, List<Done> tasks, int stuck) {
        int applied = (int) persons.stream()
                .filter(person -> !person.end().equals("never applied"))
                .count();
        int matched = (int) meetings.stream()
                .filter(meeting -> !meeting.end().equals("called off"))
                .flatMap(meeting -> meeting.members().stream())
                .distinct()
                .count();
        return new Counts(
                applied,
                matched,
                (int) meetings.stream()
                        .filter(meeting -> !meeting.end().equals("called off"))
                        .count(),
                (int) meetings.stream()
                        .filter(each -> each.end().equals("closed"))
                        .count(),
                (int) meetings.stream()
                        .filter(each -> each.end().equals("ended early"))
                        .count(),
                stuck,
                (int) persons.stream().filter(each -> each.end().equals("left")).count(),
                ledger.letters(),
                ledger.answers(),
                tasks.size(),
                tasks.stream().mapToInt(Done::minutes).sum(),
                (int) tasks.stream().filter(task -> task.done().isEmpty()).count());
    }

    List<Diagram> diagrams(RuleFiles files) {
        List<Diagram> all = new ArrayList<>();
        for (String name : files.names(".bpmn")) {
            BpmnModelInstance model = Bpmn.readModelFromStream(
                    new java.io.ByteArrayInputStream(files.file(name).orElseThrow()));
            Process process =
                    model.getModelElementsByType(Process.class).iterator().next();
            SortedMap<String, Integer> walked = theatre.walked().of(process.getId());
            List<String> never = Stream.concat(
                            model.getModelElementsByType(FlowNode.class).stream(),
                            model.getModelElementsByType(SequenceFlow.class).stream())
                    .map(element -> element.getId())
                    .filter(id -> !walked.containsKey(id))
                    .sorted()
                    .toList();
            all.add(new Diagram(process.getId(), String.valueOf(process.getName()), walked, never));
        }
        all.sort(Comparator.comparing(Diagram::process));
        return all;
    }
}
