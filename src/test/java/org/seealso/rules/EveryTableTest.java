package org.seealso.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of every table is reached by something somebody could say, and what no row names falls to the default. */
class EveryTableTest {
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("(<=|>=|<|>)?\\s*(\\d+)");

    /** One row of a table, with inputs made of its own cells. */
    record Row(String table, String id, Map<String, Object> inputs, List<String> outputs) {
        @Override
        public String toString() {
            return table + " " + id;
        }
    }

    static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Path file : tables()) {
            String table = RuleFiles.stem(file.getFileName().toString());
            var model = Dmn.readModelFromFile(file.toFile());
            List<Input> inputs = List.copyOf(model.getModelElementsByType(Input.class));
            List<Rule> all = List.copyOf(model.getModelElementsByType(Rule.class));
            for (Rule rule : model.getModelElementsByType(Rule.class)) {
                Map<String, Object> said = new HashMap<>();
                List<InputEntry> cells = List.copyOf(rule.getInputEntries());
                for (int i = 0; i < cells.size(); i++) {
                    var expression = inputs.get(i).getInputExpression();
                    said.put(
                            expression.getText().getTextContent().strip(),
                            value(text(cells.get(i)), expression.getTypeRef(), column(all, i)));
                }
                List<String> outputs = rule.getOutputEntries().stream()
                        .map(cell -> cell.getText().getTextContent().strip())
                        .toList();
                rows.add(new Row(table, rule.getId(), said, outputs));
            }
        }
        return rows;
    }

    static List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .toList();
        }
    }

    private static String text(InputEntry cell) {
        return cell.getText().getTextContent().strip();
    }

    private static List<String> column(List<Rule> rules, int i) {
        return rules.stream()
                .map(rule -> text(List.copyOf(rule.getInputEntries()).get(i)))
                .toList();
    }

    /** A number that no cell of the column names. */
    private static int strange(List<String> column) {
        return Stream.of(1000, 1)
                .filter(n -> column.stream().noneMatch(cell -> accepts(cell, n)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean accepts(String cell, int n) {
        Matcher number = NUMBER.matcher(cell);
        if (!number.matches()) {
            return false;
        }
        int named = Integer.parseInt(number.group(2));
        return switch (String.valueOf(number.group(1))) {
            case "<" -> n < named;
            case "<=" -> n <= named;
            case ">" -> n > named;
            case ">=" -> n >= named;
            default -> n == named;
        };
    }

    /** Something the cell accepts; an empty cell accepts what no other names. */
    private static Object value(String cell, String type, List<String> column) {
        Matcher text = TEXT.matcher(cell);
        if (text.find()) {
            return text.group(1);
        }
        Matcher number = NUMBER.matcher(cell);
        if (number.matches()) {
            int n = Integer.parseInt(number.group(2));
            return "<".equals(number.group(1)) ? n - 1 : ">".equals(number.group(1)) ? n + 1 : n;
        }
        return switch (type) {
            case "boolean" -> cell.isEmpty() || Boolean.parseBoolean(cell);
            case "string" -> "nothing anybody wrote down";
            default -> strange(column);
        };
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowAnswersWhatItsCellsAsk(Row row) {
        List<Map<String, Object>> answers = Tables.table(row.table()).rows(row.inputs());
        Set<String> said = answers.stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .map(String::valueOf)
                .collect(Collectors.toSet());
        assertThat(said)
                .containsAll(row.outputs().stream()
                        .map(cell -> cell.replaceAll("^\"|\"$", ""))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void whatNoRowNamesFallsToTheDefault(Path file) {
        var model = Dmn.readModelFromFile(file.toFile());
        Map<String, Object> strange = new HashMap<>();
        model.getModelElementsByType(Input.class)
                .forEach(input -> strange.put(
                        input.getInputExpression().getText().getTextContent().strip(),
                        value("", input.getInputExpression().getTypeRef(), List.of())));
        String table = RuleFiles.stem(file.getFileName().toString());
        List<Map<String, Object>> answers = Tables.table(table).rows(strange);
        boolean first = model.getModelElementsByType(org.camunda.bpm.model.dmn.instance.DecisionTable.class).stream()
                .anyMatch(decision -> decision.getHitPolicy() == HitPolicy.FIRST);
        assertThat(answers)
                .as("a table that decides always decides; one that lists programs knows no strange one")
                .hasSize(first ? 1 : 0);
        if (first) {
            assertThat(answers.get(0))
                    .hasSize(model.getModelElementsByType(Output.class).size());
        }
    }
}
