package org.seealso.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/** Looks for answers a table has no row for, by trying everything its cells speak of, and something else. */
final class TableGaps {
    private static final int MOST_TRIED = 2000;
    private static final String SOMETHING_ELSE = "something else";
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    private TableGaps() {}

    /** In words, what the table has no row for; empty if a row takes everything, or nothing was found. */
    static Optional<String> first(
            String decision, org.camunda.bpm.model.dmn.instance.DecisionTable table, byte[] dmn, Set<String> programs) {
        if (table.getRules().stream()
                .anyMatch(rule -> rule.getInputEntries().stream().allMatch(CellCheck::takesAll))) {
            return Optional.empty();
        }
        Map<String, Set<Object>> values = values(table, programs);
        DecisionTable read = new DecisionTable(decision, dmn);
        List<Map<String, Object>> tried = new ArrayList<>(List.of(Map.of()));
        for (Map.Entry<String, Set<Object>> column : values.entrySet()) {
            List<Map<String, Object>> more = new ArrayList<>();
            for (Map<String, Object> some : tried) {
                for (Object value : column.getValue()) {
                    if (more.size() < MOST_TRIED) {
                        Map<String, Object> one = new LinkedHashMap<>(some);
                        one.put(column.getKey(), value);
                        more.add(one);
                    }
                }
            }
            tried = more;
        }
        return tried.stream()
                .filter(inputs -> isGap(read, inputs))
                .findFirst()
                .map(inputs -> String.join(
                        ", ",
                        new TreeMap<>(inputs)
                                .entrySet().stream()
                                        .map(input -> input.getKey() + " is " + input.getValue())
                                        .toList()));
    }

    private static boolean isGap(DecisionTable table, Map<String, Object> inputs) {
        try {
            return table.rows(inputs).isEmpty();
        } catch (RuntimeException e) {
            // A cell that cannot be evaluated is the business of another check.
            return false;
        }
    }

    private static Map<String, Set<Object>> values(
            org.camunda.bpm.model.dmn.instance.DecisionTable table, Set<String> programs) {
        Map<String, Set<Object>> values = new LinkedHashMap<>();
        int column = 0;
        for (Input input : table.getInputs()) {
            String type = String.valueOf(input.getInputExpression().getTypeRef());
            Set<Object> some = new LinkedHashSet<>();
            some.add(
                    type.equals("boolean")
                            ? Boolean.TRUE
                            : type.equals("string") ? SOMETHING_ELSE : Integer.valueOf(0));
            if (type.equals("boolean")) {
                some.add(Boolean.FALSE);
            }
            for (Rule rule : table.getRules()) {
                List<InputEntry> cells = new ArrayList<>(rule.getInputEntries());
                String text = column < cells.size() && cells.get(column).getText() != null
                        ? cells.get(column).getText().getTextContent()
                        : "";
                if (type.equals("string")) {
                    Matcher texts = TEXT.matcher(text);
                    while (texts.find()) {
                        some.add(texts.group(1));
                    }
                } else if (!type.equals("boolean")) {
                    Matcher numbers = NUMBER.matcher(text);
                    while (numbers.find()) {
                        int number = Integer.parseInt(numbers.group());
                        some.addAll(List.of(number - 1, number, number + 1));
                    }
                }
            }
            String asked = input.getInputExpression().getText().getTextContent().strip();
            // Nobody can apply for a program that has no row.
            values.put(asked, asked.equals("program") && !programs.isEmpty() ? new LinkedHashSet<>(programs) : some);
            column++;
        }
        return values;
    }
}
