package org.seealso.rules;

import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.Rhythm;
import org.seealso.engine.Term;

/** Reads program-rules.dmn: one input {@code program}, one output for every component of {@link ProgramRow}. */
final class ProgramTable {
    static final String FILE = "program-rules.dmn";
    static final String DECISION = "program-rules";

    private static final Pattern WRONG_TYPE = Pattern.compile("Invalid value '(.*)' for clause with type '(\\w+)'");

    private final DecisionTable table;
    private final List<String> programs;

    ProgramTable(byte[] dmn) {
        table = new DecisionTable(DECISION, dmn);
        programs = programs(Dmn.readModelFromStream(new ByteArrayInputStream(dmn)));
    }

    /** The programs that have a row, in the table's order. */
    static List<String> programs(DmnModelInstance model) {
        return model.getModelElementsByType(Rule.class).stream()
                .flatMap(rule -> rule.getInputEntries().stream().limit(1))
                .map(entry -> entry.getText().getTextContent().strip())
                .filter(text -> text.matches("\"[^\"]+\""))
                .map(text -> text.substring(1, text.length() - 1))
                .toList();
    }

    /** Why a program's row is no ProgramRow, by program. */
    Map<String, List<String>> faults() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String program : programs) {
            List<String> faults = new ArrayList<>();
            if (programs.indexOf(program) != programs.lastIndexOf(program)) {
                found.put(program, List.of("Two rows are for the program " + program + "; only one can be."));
                continue;
            }
            try {
                table.rows(Map.of("program", program))
                        .forEach(cells -> faults.addAll(Contradictions.in(row(program, cells))));
            } catch (RuntimeException e) {
                faults.add(inWords(program, String.valueOf(e.getMessage())));
            }
            if (!faults.isEmpty()) {
                found.put(program, faults);
            }
        }
        return found;
    }

    /** The engine speaks of clauses and types. */
    private static String inWords(String program, String message) {
        Matcher wrong = WRONG_TYPE.matcher(message);
        if (!wrong.find()) {
            return message;
        }
        String wanted =
                switch (wrong.group(2)) {
                    case "integer", "long" -> "a whole number";
                    case "boolean" -> "true or false";
                    default -> "a text";
                };
        return "The row of " + program + " has " + wrong.group(1) + " where " + wanted + " must stand.";
    }

    /** Every program's row; those with {@link #faults()} make it fail. */
    List<ProgramRow> rows() {
        return programs.stream()
                .flatMap(program ->
                        table.rows(Map.of("program", program)).stream().map(cells -> read(program, cells)))
                .toList();
    }

    static ProgramRow read(String program, Map<String, Object> cells) {
        ProgramRow row = row(program, cells);
        List<String> contradictions = Contradictions.in(row);
        if (!contradictions.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", contradictions));
        }
        return row;
    }

    private static ProgramRow row(String program, Map<String, Object> cells) {
        RecordComponent[] components = ProgramRow.class.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String column = components[i].getName();
            Object cell = column.equals("program") ? program : cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("The row of " + program + " has nothing in " + column + ".");
            }
            types[i] = components[i].getType();
            values[i] = convert(program, column, types[i], cell);
        }
        try {
            return ProgramRow.class.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof IllegalArgumentException refused ? refused : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object convert(String program, String column, Class<?> type, Object cell) {
        if (type == int.class && cell instanceof Number number) {
            if (number.intValue() < 0) {
                throw new IllegalArgumentException("The row of " + program + " has " + number + " in " + column
                        + ". Nothing is less than 0: write 0 or more.");
            }
            return number.intValue();
        }
        if (type == boolean.class && cell instanceof Boolean flag) {
            return flag;
        }
        if (type == String.class && cell instanceof String text) {
            return text;
        }
        if (type == ZoneId.class && cell instanceof String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "The row of " + program + " names no known time zone: " + text + ".", e);
            }
        }
        if ((type == Rhythm.class || type == Term.class) && cell instanceof String text) {
            try {
                return type == Term.class ? Term.parse(text) : Rhythm.parse(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "The row of " + program + ", column " + column + ": " + e.getMessage(), e);
            }
        }
        throw new IllegalArgumentException("The row of " + program + " has " + cell + " in " + column + ", where "
                + (type == int.class ? "a whole number" : type == boolean.class ? "true or false" : "a text")
                + " must stand.");
    }
}
