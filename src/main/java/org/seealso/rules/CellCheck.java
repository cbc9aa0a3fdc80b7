package org.seealso.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;

/** Every cell holds what its column is for, and every row can be read. */
final class CellCheck {
    private static final Set<String> NUMBERS = Set.of("integer", "long", "double");
    private static final Pattern A_TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*");
    private static final Pattern A_NUMBER = Pattern.compile("([<>]=?\\s*)?-?\\d+(\\.\\d+)?");
    private static final Pattern WHOLE = Pattern.compile("-?\\d+");
    private static final Pattern TRUE_OR_FALSE = Pattern.compile("true|false");

    private final DecisionTable table;
    private final FaultList faults;

    CellCheck(DecisionTable table, FaultList faults) {
        this.table = table;
        this.faults = faults;
    }

    void run() {
        List<Input> inputs = new ArrayList<>(table.getInputs());
        List<Output> outputs = new ArrayList<>(table.getOutputs());
        boolean everythingTaken = false;
        for (Rule rule : table.getRules()) {
            List<InputEntry> asked = new ArrayList<>(rule.getInputEntries());
            List<OutputEntry> given = new ArrayList<>(rule.getOutputEntries());
            if (everythingTaken && isFirst()) {
                faults.add(
                        rule.getId(),
                        "The row is never read: a row above it takes everything.",
                        "Move it above the row whose cells are all empty.");
            }
            everythingTaken |= asked.stream().allMatch(CellCheck::takesAll);
            for (int i = 0; i < Math.min(inputs.size(), asked.size()); i++) {
                String type = inputs.get(i).getInputExpression() == null
                        ? null
                        : inputs.get(i).getInputExpression().getTypeRef();
                checkInput(asked.get(i), type);
            }
            for (int i = 0; i < Math.min(outputs.size(), given.size()); i++) {
                checkOutput(given.get(i), outputs.get(i));
            }
        }
    }

    private boolean isFirst() {
        return HitPolicy.FIRST.equals(table.getHitPolicy());
    }

    static boolean takesAll(InputEntry cell) {
        String text = text(cell.getText());
        return text.isEmpty() || text.equals("-");
    }

    private void checkInput(InputEntry cell, @Nullable String type) {
        String text = text(cell.getText());
        if (type == null || text.isEmpty() || text.equals("-")) {
            return;
        }
        boolean wrong = NUMBERS.contains(type) && (TEXTS.matcher(text).matches() || isFlag(text))
                || type.equals("string") && (A_NUMBER.matcher(text).matches() || isFlag(text))
                || type.equals("boolean")
                        && (TEXTS.matcher(text).matches()
                                || A_NUMBER.matcher(text).matches());
        if (wrong) {
            faults.add(
                    cell.getId(),
                    "The cell " + text + " compares with something else than " + inWords(type)
                            + ", so its row never applies.",
                    "Write " + inWords(type) + ", such as " + example(type) + ".");
        }
    }

    private void checkOutput(OutputEntry cell, Output column) {
        String text = text(cell.getText());
        String type = column.getTypeRef();
        if (text.isEmpty()) {
            faults.add(
                    cell.getId(),
                    "The row results in nothing" + inColumn(column) + ".",
                    "Write " + (type == null ? "a result" : inWords(type) + ", such as " + example(type)) + ".");
            return;
        }
        boolean number = A_NUMBER.matcher(text).matches();
        boolean wrong = type != null
                && (NUMBERS.contains(type) && (A_TEXT.matcher(text).matches() || isFlag(text))
                        || (type.equals("integer") || type.equals("long"))
                                && number
                                && !WHOLE.matcher(text).matches()
                        || type.equals("string") && (number || isFlag(text))
                        || type.equals("boolean") && (A_TEXT.matcher(text).matches() || number));
        if (wrong) {
            faults.add(
                    cell.getId(),
                    "The cell holds " + text + inColumn(column) + ", where " + inWords(type) + " must stand.",
                    "Write " + inWords(type) + ", such as " + example(type) + ".");
        }
        List<String> allowed = allowed(column);
        if (!allowed.isEmpty() && A_TEXT.matcher(text).matches() && !allowed.contains(text)) {
            faults.add(
                    cell.getId(),
                    "Nothing is called " + text + inColumn(column) + ".",
                    "Write one of: " + String.join(", ", allowed) + ".");
        }
    }

    private static List<String> allowed(Output column) {
        return column.getOutputValues() == null
                ? List.of()
                : Arrays.stream(text(column.getOutputValues().getText()).split(","))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
    }

    private static String inColumn(Output column) {
        return column.getName() == null ? "" : " in " + column.getName();
    }

    private static boolean isFlag(String text) {
        return TRUE_OR_FALSE.matcher(text).matches();
    }

    private static String inWords(@Nullable String type) {
        if (type == null) {
            return "a value";
        }
        return switch (type) {
            case "integer", "long" -> "a whole number";
            case "double" -> "a number";
            case "boolean" -> "true or false";
            default -> "a text in double quotes";
        };
    }

    private static String example(String type) {
        return switch (type) {
            case "integer", "long", "double" -> "14";
            case "boolean" -> "true";
            default -> "\"answered\"";
        };
    }

    private static String text(@Nullable Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }
}
