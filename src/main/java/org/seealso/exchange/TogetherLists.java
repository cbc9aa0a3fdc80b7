package org.seealso.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.DueDates;
import org.seealso.exchange.Judged.Trouble;
import org.seealso.exchange.sheet.Sheet;
import org.seealso.exchange.sheet.Unreadable;
import org.seealso.people.Cohort;
import org.seealso.people.Exclusions;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.people.People;
import org.seealso.rules.ProgramRow;
import org.springframework.stereotype.Component;

/** Reads a list of pairs and groups: one line each, its members by their addresses. Writes nothing. */
@Component
class TogetherLists {
    static final String FIRST_DAY = "First day";
    static final String LAST_DAY = "Last day";

    /** What our own lists tell besides; nothing to take in. */
    static final String NAMES = "Names";

    static final String STATE = "State";
    static final String PACE = "Pace";

    private static final Set<String> TOLD = Set.of(Words.same(NAMES), Words.same(STATE), Words.same(PACE));
    private static final int TRIO = 3;

    private static final Set<Participant.State> FREE =
            Set.of(Participant.State.POOL, Participant.State.MATCHED, Participant.State.UNMATCHED);

    private final People people;
    private final Participants participants;
    private final Mentorships mentorships;
    private final Exclusions exclusions;
    private final DueDates dates;

    TogetherLists(
            People people, Participants participants, Mentorships mentorships, Exclusions exclusions, DueDates dates) {
        this.people = people;
        this.participants = participants;
        this.mentorships = mentorships;
        this.exclusions = exclusions;
        this.dates = dates;
    }

    /** A pair or group that meets already. */
    record Together(int line, List<Participant> members, LocalDate startsOn, LocalDate endsOn) {}

    /** The columns that name members, in order. */
    static List<String> members(ProgramRow row) {
        return row.format().equals(ProgramRow.MENTOR)
                ? List.of("Mentor", "Mentee")
                : IntStream.rangeClosed(1, largest(row))
                        .mapToObj(n -> "Member " + n)
                        .toList();
    }

    private static int largest(ProgramRow row) {
        return row.format().equals("group") ? row.groupLargest() : TRIO;
    }

    private static int smallest(ProgramRow row) {
        return row.format().equals("group") ? row.groupSmallest() : 2;
    }

    Judged<Together> judge(Cohort cohort, ProgramRow row, Sheet sheet) throws Unreadable {
        return new Reading(cohort, row, sheet).judge();
    }

    private final class Reading {
        private final Cohort cohort;
        private final ProgramRow row;
        private final Sheet sheet;
        private final LocalDate today;
        private final List<String> columns;
        private final Map<String, Integer> places = new HashMap<>();
        private final List<String> notes = new ArrayList<>();
        private final List<Together> good = new ArrayList<>();
        private final List<Trouble> troubles = new ArrayList<>();
        private final Map<Set<UUID>, Mentorship.State> known = new HashMap<>();
        private final Map<Set<UUID>, Integer> lines = new HashMap<>();
        private final Set<UUID> taken = new HashSet<>();
        private final Set<Set<UUID>> apart;
        private int unchanged;

        Reading(Cohort cohort, ProgramRow row, Sheet sheet) {
            this.cohort = cohort;
            this.row = row;
            this.sheet = sheet;
            this.today = dates.today(cohort.zone());
            this.columns = members(row);
            this.apart = exclusions.pairs(cohort.id());
            Stream.of(Mentorship.State.values())
                    .filter(state -> state != Mentorship.State.CALLED_OFF)
                    .forEach(state -> mentorships
                            .in(cohort.id(), state)
                            .forEach(mentorship -> known.put(ids(mentorship.members()), state)));
            mentorships.load(cohort.id()).forEach((participant, load) -> taken.add(participant));
        }

        private static Set<UUID> ids(List<Participant> members) {
            return members.stream().map(Participant::id).collect(Collectors.toSet());
        }

        Judged<Together> judge() throws Unreadable {
            readHeader();
            sheet.lines().forEach(this::readLine);
            return new Judged<>(good, unchanged, troubles, notes);
        }

        private void readHeader() throws Unreadable {
            List<String> offered = Stream.concat(columns.stream(), Stream.of(FIRST_DAY, LAST_DAY))
                    .toList();
            for (int i = 0; i < sheet.header().size(); i++) {
                String header = sheet.header().get(i);
                String said = Words.same(header);
                Optional<String> column = offered.stream()
                        .filter(each -> Words.same(each).equals(said)
                                || Words.same(each).replace(" ", "").equals(said))
                        .findFirst();
                if (column.isPresent() && places.putIfAbsent(column.get(), i) != null) {
                    throw new Unreadable(
                            "Two columns are called “" + header + "”.", "Keep one of them and upload the file again.");
                }
                if (column.isEmpty() && !header.isEmpty() && !TOLD.contains(said)) {
                    notes.add("The column “" + header + "” is left out: it names no member and no day.");
                }
            }
            for (String needed : columns.subList(0, 2)) {
                if (!places.containsKey(needed)) {
                    throw new Unreadable(
                            "No column is called “" + needed + "”.",
                            "The first line must name the columns, as in the template. Name that column and upload the"
                                    + " file again.");
                }
            }
        }

        private String cell(Sheet.Line line, String column) {
            Integer place = places.get(column);
            return place == null ? "" : line.cell(place);
        }

        private void readLine(Sheet.Line line) {
            int before = troubles.size();
            Map<String, Participant> members = new LinkedHashMap<>();
            for (String column : columns) {
                String address = cell(line, column);
                if (!address.isEmpty()) {
                    member(line, column, address).ifPresent(member -> members.put(column, member));
                }
            }
            if (troubles.size() > before) {
                return;
            }
            List<Participant> all = List.copyOf(members.values());
            Set<UUID> ids = ids(all);
            Integer earlier = lines.get(ids);
            Mentorship.State state = known.get(ids);
            if (earlier != null) {
                notes.add("Line " + line.number() + " says the same as line " + earlier + ".");
            } else if (state != null && state != Mentorship.State.PROPOSED) {
                unchanged++;
            } else {
                judge(line, members, state);
                LocalDate first = day(line, FIRST_DAY, usualFirst());
                LocalDate last = day(line, LAST_DAY, usualLast(first));
                if (first != null && last != null) {
                    judgeDays(line, first, last);
                    if (troubles.size() == before) {
                        taken.addAll(ids);
                        lines.put(ids, line.number());
                        good.add(new Together(line.number(), all, first, last));
                    }
                }
            }
        }

        private Optional<Participant> member(Sheet.Line line, String column, String address) {
            Optional<Participant> member =
                    people.find(address).flatMap(person -> participants.of(cohort.id(), person.id()));
            if (member.isEmpty()) {
                trouble(
                        line,
                        column,
                        "Nobody with the address " + address + " is in this cohort.",
                        "Correct the address, or bring this person along first, with the list of people.");
            }
            return member;
        }

        private void judge(Sheet.Line line, Map<String, Participant> members, Mentorship.@Nullable State state) {
            String column = columns.get(0);
            int size = ids(List.copyOf(members.values())).size();
            if (size < members.size()) {
                trouble(line, column, "The same address stands twice in this line.", "Keep it once.");
            } else if (size < smallest(row) || size > largest(row)) {
                trouble(
                        line,
                        column,
                        "The line names " + size + (size == 1 ? " person" : " people") + "; here "
                                + (smallest(row) == largest(row)
                                        ? smallest(row) + " meet."
                                        : smallest(row) + " to " + largest(row) + " meet."),
                        "Name everybody by their address, or take the line out.");
            } else if (state == Mentorship.State.PROPOSED) {
                trouble(
                        line,
                        column,
                        "These people are being asked right now whether they agree to meet.",
                        "Take the line out; they begin when everybody has agreed.");
            } else if (members.values().stream()
                    .flatMap(one -> members.values().stream()
                            .map(other -> Set.copyOf(
                                    List.of(one.person().id(), other.person().id()))))
                    .anyMatch(apart::contains)) {
                trouble(
                        line,
                        column,
                        "Two of them are never to be put together.",
                        "Take the line out, or allow it under “Confirm matches” first.");
            } else {
                members.forEach((where, member) -> judgeMember(line, where, member));
            }
        }

        private void judgeMember(Sheet.Line line, String column, Participant member) {
            String name = member.person().name();
            boolean mentor = member.role().equals(ProgramRow.MENTOR);
            if (row.format().equals(ProgramRow.MENTOR) && mentor != column.equals("Mentor")) {
                trouble(
                        line,
                        column,
                        name + " takes part as a " + member.role() + ".",
                        "Put the address into the other column.");
            } else if (!FREE.contains(member.state())) {
                trouble(
                        line,
                        column,
                        name + " is not accepted yet, is being asked about a match, or is done.",
                        "Take the line out, or deal with " + name + " in the tasks first.");
            } else if (!mentor && taken.contains(member.id())) {
                trouble(
                        line,
                        column,
                        name + " is in another pair or group already.",
                        "Take the line out, or end the other one first with “Change a mentorship”.");
            }
        }

        private LocalDate usualFirst() {
            return row.rolling() || cohort.state() == Cohort.State.RUNNING ? today : cohort.startsOn();
        }

        private LocalDate usualLast(@Nullable LocalDate first) {
            return row.rolling() && first != null ? row.term().lastDay(first) : cohort.endsOn();
        }

        private @Nullable LocalDate day(Sheet.Line line, String column, LocalDate usual) {
            String cell = cell(line, column);
            if (cell.isEmpty()) {
                return usual;
            }
            try {
                return LocalDate.parse(cell);
            } catch (DateTimeException e) {
                trouble(
                        line,
                        column,
                        "“" + cell + "” is no day we understand.",
                        "Write it as year, month and day, such as 2026-01-31.");
                return null;
            }
        }

        private void judgeDays(Sheet.Line line, LocalDate first, LocalDate last) {
            if (!last.isAfter(first) || !last.isAfter(today)) {
                trouble(
                        line,
                        LAST_DAY,
                        "The last day is over, or comes before the first.",
                        "Write a last day that is still to come, or take the line out.");
            }
        }

        private void trouble(Sheet.Line line, String column, String why, String whatToDo) {
            troubles.add(new Trouble(line.number(), column, why, whatToDo));
        }
    }
}
