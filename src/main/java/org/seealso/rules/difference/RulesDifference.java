package org.seealso.rules.difference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.seealso.rules.RuleFiles;

/** Everything that is not the same in two sets of rules, file by file in the order of their names. */
public record RulesDifference(
        List<DiagramDifference> diagrams,
        List<TableDifference> tables,
        List<FormDifference> forms,
        List<TextDifference> texts) {

    public static RulesDifference between(RuleFiles before, RuleFiles after) {
        List<DiagramDifference> diagrams = new ArrayList<>();
        List<TableDifference> tables = new ArrayList<>();
        List<FormDifference> forms = new ArrayList<>();
        List<TextDifference> texts = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(before.names());
        names.addAll(after.names());
        for (String name : names) {
            Optional<byte[]> was = before.file(name);
            Optional<byte[]> is = after.file(name);
            if (was.isPresent() && is.isPresent() && Arrays.equals(was.get(), is.get())) {
                continue;
            }
            Kind kind = was.isEmpty() ? Kind.ADDED : is.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
            try {
                if (name.endsWith(".bpmn")) {
                    diagrams.add(DiagramDifference.of(name, kind, was, is));
                } else if (name.endsWith(".dmn")) {
                    tables.add(TableDifference.of(name, kind, was, is));
                } else if (name.endsWith(".form")) {
                    forms.add(FormDifference.of(name, kind, was, is));
                } else {
                    texts.add(TextDifference.of(name, kind, was, is));
                }
            } catch (Unreadable half) {
                // A file the check refuses is still shown, line by line.
                texts.add(TextDifference.of(name, kind, was, is));
            }
        }
        return new RulesDifference(diagrams, tables, forms, texts);
    }

    public boolean isEmpty() {
        return files() == 0;
    }

    /** How many files differ. */
    public int files() {
        return diagrams.size() + tables.size() + forms.size() + texts.size();
    }

    /** For a terminal. */
    public String inWords() {
        StringBuilder words = new StringBuilder();
        for (DiagramDifference diagram : diagrams) {
            head(words, diagram.kind(), "diagram", diagram.file());
            diagram.elements().forEach(element -> {
                entry(words, element.kind(), element.name() + " (" + element.id() + ")");
                details(words, element.kind(), element.details());
            });
        }
        for (TableDifference table : tables) {
            head(words, table.kind(), "table", table.file());
            table.rows().forEach(row -> {
                entry(words, row.kind(), "row " + row.key());
                details(words, row.kind(), row.cells());
            });
        }
        for (FormDifference form : forms) {
            head(words, form.kind(), "form", form.file());
            form.questions().forEach(question -> {
                entry(words, question.kind(), question.label());
                details(words, question.kind(), question.details());
            });
        }
        for (TextDifference text : texts) {
            head(words, text.kind(), "text", text.file());
            if (text.kind() == Kind.CHANGED) {
                text.lines().forEach(line -> words.append("    ").append(line).append('\n'));
            }
        }
        return words.toString();
    }

    private static void head(StringBuilder words, Kind kind, String what, String file) {
        words.append(kind.sign() + " " + what + " " + file + ", " + kind.word() + "\n");
    }

    private static void entry(StringBuilder words, Kind kind, String what) {
        words.append("    " + kind.sign() + " " + what + ", " + kind.word() + "\n");
    }

    private static void details(StringBuilder words, Kind kind, List<Detail> details) {
        if (kind == Kind.CHANGED) {
            details.forEach(detail -> words.append("        ").append(detail).append('\n'));
        }
    }
}
