package org.seealso.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.seealso.exchange.Judged.Trouble;
import org.seealso.exchange.sheet.Sheet;
import org.seealso.exchange.sheet.Unreadable;
import org.seealso.form.FormBook;
import org.seealso.form.FormSheet.Field;
import org.seealso.form.Verdict;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.people.Cohort;
import org.seealso.people.Participants;
import org.seealso.people.People;
import org.seealso.people.Person;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

/** Reads a list of people: one line each, judged by the program's own application form. Writes nothing. */
@Component
class PeopleLists {
    /** What our own lists tell besides; nothing to take in. */
    static final String STATE = "Where they are";

    static final String CONSENT = "Consent";

    private static final Set<String> TOLD = Set.of(Words.same(STATE), Words.same(CONSENT));
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "x", "✓", "oui", "ja", "sí", "si");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "-", "non", "nein");

    private final FormBook forms;
    private final PublishedRules rules;
    private final People people;
    private final Participants participants;

    PeopleLists(FormBook forms, PublishedRules rules, People people, Participants participants) {
        this.forms = forms;
        this.rules = rules;
        this.people = people;
        this.participants = participants;
    }

    /** Somebody a list brings along, with what it says about them. */
    record Newcomer(int line, String name, String email, List<FieldAnswer> answers) {}

    Columns columns(ProgramRow row, String role) {
        return Columns.of(forms, rules.current(), row, role);
    }

    Judged<Newcomer> judge(Cohort cohort, ProgramRow row, String role, Sheet sheet) throws Unreadable {
        return new Reading(cohort, columns(row, role), sheet).judge();
    }

    private final class Reading {
        private final Cohort cohort;
        private final Columns columns;
        private final Sheet sheet;
        private final Map<Integer, Field> fields = new LinkedHashMap<>();
        private final Set<String> notes = new LinkedHashSet<>();
        private final List<Newcomer> good = new ArrayList<>();
        private final List<Trouble> troubles = new ArrayList<>();
        private final Map<String, Sheet.Line> seen = new HashMap<>();
        private int unchanged;

        Reading(Cohort cohort, Columns columns, Sheet sheet) {
            this.cohort = cohort;
            this.columns = columns;
            this.sheet = sheet;
        }

        Judged<Newcomer> judge() throws Unreadable {
            readHeader();
            sheet.lines().forEach(this::readLine);
            return new Judged<>(good, unchanged, troubles, List.copyOf(notes));
        }

        private void readHeader() throws Unreadable {
            for (int i = 0; i < sheet.header().size(); i++) {
                String header = sheet.header().get(i);
                Optional<Field> field = columns.field(header);
                if (field.isPresent() && fields.containsValue(field.get())) {
                    throw new Unreadable(
                            "Two columns are called “" + header + "”, or mean the same question.",
                            "Keep one of them and upload the file again.");
                }
                if (field.isPresent()) {
                    fields.put(i, field.get());
                } else {
                    note(header);
                }
            }
            for (String needed : List.of(Columns.NAME, Columns.EMAIL)) {
                if (fields.values().stream().noneMatch(field -> field.key().equals(needed))) {
                    throw new Unreadable(
                            "No column is called “" + columns.header(needed) + "”.",
                            "The first line must name the columns, as in the template. Name that column and upload the"
                                    + " file again.");
                }
            }
        }

        private void note(String header) {
            if (columns.withheld(header).isPresent()) {
                notes.add("The column “" + header + "” is left out: this is for each person to say, or not for"
                        + " coordinators to read.");
            } else if (!header.isEmpty() && !TOLD.contains(Words.same(header))) {
                notes.add("The column “" + header + "” is left out: the application form has no such question.");
            }
        }

        private void readLine(Sheet.Line line) {
            int before = troubles.size();
            Map<String, List<String>> known = new LinkedHashMap<>();
            fields.forEach((column, field) -> {
                String cell = line.cell(column);
                if (!cell.isEmpty()) {
                    sent(line.number(), field, cell)
                            .filter(sent -> !sent.isEmpty())
                            .ifPresent(sent -> known.put(field.key(), sent));
                } else if (field.key().equals(Columns.NAME) || field.key().equals(Columns.EMAIL)) {
                    trouble(line, field, "The cell is empty.", "Write it there; without it we can't reach anybody.");
                }
            });
            Verdict verdict = columns.judge(known);
            verdict.errors()
                    .forEach(error -> field(error.field())
                            .ifPresent(field -> trouble(line, field, error.message(), advice(field))));
            if (troubles.size() == before) {
                settle(line, known, verdict);
            }
        }

        private Optional<Field> field(String key) {
            return fields.values().stream()
                    .filter(field -> field.key().equals(key))
                    .findFirst();
        }

        private void trouble(Sheet.Line line, Field field, String why, String whatToDo) {
            troubles.add(new Trouble(line.number(), columns.header(field.key()), why, whatToDo));
        }

        private static String advice(Field field) {
            return field.key().equals(Columns.NAME) || field.key().equals(Columns.EMAIL)
                    ? "Correct the cell."
                    : "Correct the cell, or empty it: nobody has to have answered everything.";
        }

        private void settle(Sheet.Line line, Map<String, List<String>> known, Verdict verdict) {
            String email = String.valueOf(verdict.values().get(Columns.EMAIL));
            Sheet.Line first = seen.putIfAbsent(email.toLowerCase(Locale.ROOT), line);
            if (first != null) {
                if (first.cells().equals(line.cells())) {
                    notes.add("Line " + line.number() + " says the same as line " + first.number() + ".");
                } else {
                    field(Columns.EMAIL)
                            .ifPresent(field -> trouble(
                                    line,
                                    field,
                                    "The address stands in line " + first.number() + ", too, with other answers.",
                                    "Keep the line that is right."));
                }
                return;
            }
            Optional<Person> person = people.find(email);
            if (person.isPresent()
                    && participants.of(cohort.id(), person.get().id()).isPresent()) {
                unchanged++;
            } else if (person.isPresent()
                    && participants.hasLeft(cohort.id(), person.get().id())) {
                field(Columns.EMAIL)
                        .ifPresent(field -> trouble(
                                line,
                                field,
                                "This person was in this cohort and has left.",
                                "Take the line out. A list brings nobody back; they may apply again themselves."));
            } else {
                good.add(new Newcomer(
                        line.number(), String.valueOf(verdict.values().get(Columns.NAME)), email, verdict.answers()));
            }
        }

        /** A cell as a page would send it; empty if it can't be understood. */
        private Optional<List<String>> sent(int line, Field field, String cell) {
            if (!field.options().isEmpty()) {
                return chosen(line, field, cell);
            }
            if (!field.type().equals("checkbox")) {
                return Optional.of(List.of(cell));
            }
            String word = Words.same(cell);
            if (YES.contains(word)) {
                return Optional.of(List.of("true"));
            }
            if (!NO.contains(word)) {
                troubles.add(new Trouble(
                        line,
                        columns.header(field.key()),
                        "“" + cell + "” is neither yes nor no.",
                        "Write yes or no."));
            }
            return Optional.empty();
        }

        private Optional<List<String>> chosen(int line, Field field, String cell) {
            boolean many = field.type().equals("checklist") || field.type().equals("taglist");
            List<String> parts = option(field, cell).isPresent() || !many
                    ? List.of(cell)
                    : List.of(cell.split("[;|\\n]")).stream()
                            .map(String::strip)
                            .filter(part -> !part.isEmpty())
                            .toList();
            List<String> sent = new ArrayList<>();
            for (String part : parts) {
                Optional<String> option = option(field, part);
                if (option.isEmpty()) {
                    troubles.add(new Trouble(
                            line,
                            columns.header(field.key()),
                            "“" + part + "” is none of the answers to this question.",
                            "Write " + (many ? "one or more of these, with a semicolon between them: " : "one of: ")
                                    + String.join("; ", field.options().values()) + "."));
                    return Optional.empty();
                }
                sent.add(option.get());
            }
            return Optional.of(sent);
        }

        private static Optional<String> option(Field field, String word) {
            String said = Words.same(word);
            return field.options().entrySet().stream()
                    .filter(option -> Words.same(option.getKey()).equals(said)
                            || Words.same(option.getValue()).equals(said))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }
}
