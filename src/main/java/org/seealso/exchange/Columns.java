package org.seealso.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.seealso.form.FormBook;
import org.seealso.form.FormSheet;
import org.seealso.form.FormSheet.Field;
import org.seealso.form.Verdict;
import org.seealso.form.Verdict.FieldError;
import org.seealso.rules.ProgramRow;

/**
 * The columns of a list of people: the questions of the program's application form that coordinators may read (house law
 * 4), but no promise, which is nobody's to make but the person's own.
 */
final class Columns {
    static final String NAME = "name";
    static final String EMAIL = "email";

    private final FormSheet form;
    private final Map<String, Object> context;
    private final List<Field> offered;
    private final List<Field> withheld;
    private final Map<String, String> headers;

    private Columns(FormSheet form, Map<String, Object> context) {
        this.form = form;
        this.context = context;
        Set<String> required = form.judge(Map.of(), context).errors().stream()
                .map(FieldError::field)
                .collect(Collectors.toSet());
        Map<Boolean, List<Field>> fields = form.fields().stream()
                .collect(Collectors.partitioningBy(
                        field -> field.readers().names().contains("coordinators") && !isPromise(field, required)));
        this.offered = fields.getOrDefault(true, List.of());
        this.withheld = fields.getOrDefault(false, List.of());
        this.headers = headers(offered);
    }

    static Columns of(FormBook forms, String deployment, ProgramRow row, String role) {
        return new Columns(
                forms.open(deployment, row.formOf(role)),
                Map.of(
                        "programName", row.name(),
                        "program", row.program(),
                        "association", row.association(),
                        "conductUrl", row.conductUrl(),
                        "conductVersion", row.conductVersion()));
    }

    private static boolean isPromise(Field field, Set<String> required) {
        return field.type().equals("checkbox") && required.contains(field.key());
    }

    private static Map<String, String> headers(List<Field> fields) {
        Set<String> taken = new HashSet<>();
        Map<String, String> headers = new LinkedHashMap<>();
        for (Field field : fields) {
            // Two questions may have the same words, but no two fields the same key.
            headers.put(field.key(), taken.add(Words.same(field.question())) ? field.question() : field.key());
        }
        return headers;
    }

    List<Field> offered() {
        return offered;
    }

    /** What stands above the column of a field: its question. */
    String header(String key) {
        return headers.getOrDefault(key, key);
    }

    List<String> headers() {
        return List.copyOf(headers.values());
    }

    Optional<Field> field(String header) {
        return find(offered, header);
    }

    Optional<Field> withheld(String header) {
        return find(withheld, header);
    }

    private Optional<Field> find(List<Field> fields, String header) {
        String said = Words.same(header);
        return fields.stream()
                .filter(field -> Words.same(field.key()).equals(said)
                        || Words.same(header(field.key())).equals(said))
                .findFirst()
                .or(() -> fields.stream()
                        .filter(field -> Words.same(field.question()).equals(said))
                        .findFirst());
    }

    Verdict judge(Map<String, List<String>> known) {
        return form.judgeKnown(known, context);
    }

    String key() {
        return form.key();
    }

    /** What may stand in each column, for whoever fills in the template. */
    List<List<String>> explained() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Column", "What may stand there"));
        for (Field field : offered) {
            rows.add(List.of(header(field.key()), mayHold(field)));
        }
        return rows;
    }

    private static String mayHold(Field field) {
        String offers = String.join("; ", field.options().values());
        return switch (field.type()) {
            case "checkbox" -> "yes or no";
            case "number" -> "a number";
            case "datetime" -> "a day such as 2026-01-31";
            case "checklist", "taglist" -> "one or more, with a semicolon between them, of: " + offers;
            case "radio", "select" -> "one of: " + offers;
            default -> field.key().equals(NAME) || field.key().equals(EMAIL) ? "text; needed in every line" : "text";
        };
    }

    /** An answer as a list shows it, so that the same list can be read again. */
    static String cell(Field field, Object value) {
        if (value instanceof List<?> several) {
            return several.stream().map(each -> cell(field, each)).collect(Collectors.joining("; "));
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        Map<String, String> options = new HashMap<>(field.options());
        return options.getOrDefault(value.toString(), value.toString());
    }
}
