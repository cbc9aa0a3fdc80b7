package org.seealso.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.answer.Readings;
import org.seealso.engine.DueDates;
import org.seealso.exchange.sheet.Table;
import org.seealso.form.FormSheet.Field;
import org.seealso.people.Cohort;
import org.seealso.people.Contacts;
import org.seealso.people.Contacts.CheckIn;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A cohort as tables, for coordinators: what its people answered as far as coordinators may read it, who is with whom,
 * and how many contacts check-ins told of. What members wrote about each other, to conduct handlers, or without wanting
 * to be named is in none of them, and whoever left is not, either.
 */
@Component
@Transactional(readOnly = true)
class Exports {
    private static final Set<Participant.State> GONE = Set.of(Participant.State.FORGOTTEN, Participant.State.WITHDRAWN);

    private static final Map<Participant.State, String> STATES = Map.of(
            Participant.State.APPLIED, "applied, address not confirmed",
            Participant.State.IN_REVIEW, "waiting for a coordinator",
            Participant.State.POOL, "in the pool",
            Participant.State.ASKED, "asked about a match",
            Participant.State.MATCHED, "matched",
            Participant.State.UNMATCHED, "without a match",
            Participant.State.DONE, "done",
            Participant.State.DECLINED, "declined",
            Participant.State.NOT_ELIGIBLE, "not eligible");

    private static final Map<Mentorship.State, String> COURSES = Map.of(
            Mentorship.State.PLANNED, "planned",
            Mentorship.State.ACTIVE, "under way",
            Mentorship.State.ENDING, "closing",
            Mentorship.State.CLOSED, "closed");

    private final PeopleLists peopleLists;
    private final Participants participants;
    private final Mentorships mentorships;
    private final Contacts contacts;
    private final Answers answers;
    private final Readings readings;
    private final DueDates dates;

    Exports(
            PeopleLists peopleLists,
            Participants participants,
            Mentorships mentorships,
            Contacts contacts,
            Answers answers,
            Readings readings,
            DueDates dates) {
        this.peopleLists = peopleLists;
        this.participants = participants;
        this.mentorships = mentorships;
        this.contacts = contacts;
        this.answers = answers;
        this.readings = readings;
        this.dates = dates;
    }

    /** A table offered to coordinators; {@code word} names it in an address. */
    record Offer(String word, String shown) {}

    static List<Offer> offers(ProgramRow row) {
        return Stream.concat(
                        row.roles().stream().map(role -> new Offer("people-" + role, new What(role, true).plural())),
                        Stream.of(
                                new Offer("mentorships", "Pairs and groups"),
                                new Offer("check-ins", "Check-ins, in numbers")))
                .toList();
    }

    /**
     * Empty if there is no such table. Whoever takes one away has read what it says of people.
     *
     * @param reader the account that takes it
     */
    @Transactional
    Optional<Table> table(Cohort cohort, ProgramRow row, String word, String reader) {
        if (word.equals("mentorships")) {
            return Optional.of(mentorships(cohort, row));
        }
        if (word.equals("check-ins")) {
            return Optional.of(checkIns(cohort));
        }
        return row.roles().stream()
                .filter(role -> word.equals("people-" + role))
                .findFirst()
                .map(role -> people(cohort, row, role, reader));
    }

    /** An empty list of this kind to fill in; a workbook says what may stand in each column. */
    Table template(ProgramRow row, What what) {
        if (what.people()) {
            Columns columns = peopleLists.columns(row, what.role());
            return new Table(what.plural(), columns.headers(), List.of(), columns.explained());
        }
        List<String> header = header(row);
        List<List<String>> notes = new ArrayList<>();
        notes.add(List.of("Column", "What may stand there"));
        header.forEach(column -> notes.add(List.of(
                column,
                column.equals(TogetherLists.FIRST_DAY) || column.equals(TogetherLists.LAST_DAY)
                        ? "a day such as 2026-01-31, or nothing for the days of the program"
                        : "the address of somebody in this cohort")));
        return new Table("Pairs and groups", header, List.of(), notes);
    }

    private static List<String> header(ProgramRow row) {
        return Stream.concat(
                        TogetherLists.members(row).stream(), Stream.of(TogetherLists.FIRST_DAY, TogetherLists.LAST_DAY))
                .toList();
    }

    private Table people(Cohort cohort, ProgramRow row, String role, String reader) {
        Columns columns = peopleLists.columns(row, role);
        List<String> header = new ArrayList<>(columns.headers());
        header.add(PeopleLists.STATE);
        header.add(PeopleLists.CONSENT);
        List<Participant> all = Arrays.stream(Participant.State.values())
                .filter(state -> !GONE.contains(state))
                .flatMap(state -> participants.in(cohort.id(), state).stream())
                .filter(one -> one.role().equals(role))
                .toList();
        List<List<String>> rows = all.stream().map(one -> line(one, columns)).toList();
        readings.note(
                reader,
                all.stream().map(Participant::id).toList(),
                List.of(columns.key()),
                columns.offered().stream().map(Field::key).toList());
        return new Table(new What(role, true).plural(), header, rows);
    }

    private List<String> line(Participant one, Columns columns) {
        Map<String, Object> said = new HashMap<>();
        answers.ofParticipant(one.id(), columns.key()).stream()
                .filter(answer -> answer.mayBeReadBy("coordinators"))
                .forEach(answer -> said.put(answer.field(), answer.value()));
        said.put(Columns.NAME, one.person().name());
        said.put(Columns.EMAIL, one.person().email());
        List<String> line = new ArrayList<>();
        for (Field field : columns.offered()) {
            Object value = said.get(field.key());
            line.add(value == null ? "" : Columns.cell(field, value));
        }
        line.add(STATES.getOrDefault(one.state(), ""));
        line.add(consent(one));
        return line;
    }

    private String consent(Participant one) {
        List<Answer> asked = answers.ofParticipant(one.id(), ExchangeProcess.FORM);
        if (asked.isEmpty()) {
            return "applied";
        }
        return asked.stream()
                        .anyMatch(answer -> answer.field().equals("takesPart")
                                && answer.value().equals("yes"))
                ? "imported by coordinator, confirmed"
                : "imported by coordinator, not confirmed yet";
    }

    private Table mentorships(Cohort cohort, ProgramRow row) {
        List<String> columns = TogetherLists.members(row);
        List<String> header = new ArrayList<>(header(row));
        header.addAll(List.of(TogetherLists.NAMES, TogetherLists.STATE, TogetherLists.PACE));
        Map<UUID, Contacts.Told> told = contacts.counts(cohort.id(), row.contacts(), dates.today(cohort.zone()));
        List<List<String>> rows = new ArrayList<>();
        for (Mentorship mentorship : ofCohort(cohort)) {
            List<String> line = new ArrayList<>(addresses(mentorship, columns));
            line.add(mentorship.startsOn().toString());
            line.add(mentorship.endsOn().toString());
            line.add(names(mentorship));
            line.add(COURSES.getOrDefault(mentorship.state(), ""));
            line.add(Optional.ofNullable(told.get(mentorship.id()))
                    .map(each -> each.count().pace().words())
                    .orElse(""));
            rows.add(line);
        }
        return new Table("Pairs and groups", header, rows);
    }

    private static List<String> addresses(Mentorship mentorship, List<String> columns) {
        List<Participant> members = new ArrayList<>(mentorship.members());
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
            Optional<Participant> member = members.stream()
                    .filter(each -> !column.startsWith("Ment")
                            || column.equals("Mentor") == each.role().equals(ProgramRow.MENTOR))
                    .findFirst();
            member.ifPresent(members::remove);
            cells.add(member.map(each -> each.person().email()).orElse(""));
        }
        return cells;
    }

    private static String names(Mentorship mentorship) {
        return mentorship.members().stream().map(each -> each.person().name()).collect(Collectors.joining(", "));
    }

    private List<Mentorship> ofCohort(Cohort cohort) {
        return COURSES.keySet().stream()
                .sorted()
                .flatMap(state -> mentorships.in(cohort.id(), state).stream())
                .toList();
    }

    private Table checkIns(Cohort cohort) {
        List<List<String>> rows = new ArrayList<>();
        for (Mentorship mentorship : ofCohort(cohort)) {
            Map<Integer, List<CheckIn>> periods = contacts.of(mentorship.id()).stream()
                    .collect(Collectors.groupingBy(CheckIn::period, TreeMap::new, Collectors.toList()));
            new LinkedHashMap<>(periods)
                    .forEach((period, told) -> rows.add(List.of(
                            names(mentorship),
                            String.valueOf(period),
                            String.valueOf(told.size()),
                            String.valueOf(told.stream()
                                    .filter(each -> each.state() == Contacts.State.ANSWERED)
                                    .count()),
                            told.stream()
                                    .map(CheckIn::contacts)
                                    .filter(count -> count != null)
                                    .max(Integer::compareTo)
                                    .map(String::valueOf)
                                    .orElse(""))));
        }
        return new Table(
                "Check-ins", List.of(TogetherLists.NAMES, "Period", "Asked", "Answered", "Contacts, as told"), rows);
    }
}
