package org.seealso.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/**
 * What would bring a coordinator's matching to a halt, with a sentence that sends her back to match-weights.dmn. That
 * is mended without losing anything, so it may be published; it is still better known before.
 */
final class WeightsCheck {
    static final String FILE = "match-weights.dmn";

    private WeightsCheck() {}

    static List<Fault> warnings(RuleFiles files, RulesIndex index, Memory memory) {
        DmnModelInstance model = index.decisionFiles().get(FILE);
        if (model == null || !index.decisionFiles().containsKey(ProgramTable.FILE)) {
            return List.of();
        }
        FaultList found = new FaultList(FILE);
        model.getModelElementsByType(DecisionTable.class).forEach(table -> new CellCheck(table, found).run());
        Map<String, Set<String>> criteria = criteria(model, found);
        Set<String> programs = new TreeSet<>(index.programs());
        criteria.keySet().stream()
                .filter(program -> !programs.contains(program))
                .forEach(program -> found.add(
                        program,
                        "There are weights for " + program + ", and no program of this name.",
                        "Write one of: " + String.join(", ", programs) + "."));
        for (String program : matched(files.bytes(ProgramTable.FILE), memory)) {
            if (!criteria.containsKey(program)) {
                found.add(
                        program,
                        "The program " + program + " has no row here, so nobody could be matched.",
                        "Copy the rows of the program most like it, and write " + program + " in their first cells.");
            }
        }
        return found.list();
    }

    private static Map<String, Set<String>> criteria(DmnModelInstance model, FaultList found) {
        Map<String, Set<String>> criteria = new HashMap<>();
        for (Rule rule : model.getModelElementsByType(Rule.class)) {
            List<InputEntry> programs = new ArrayList<>(rule.getInputEntries());
            List<OutputEntry> results = new ArrayList<>(rule.getOutputEntries());
            if (programs.isEmpty() || results.isEmpty()) {
                continue;
            }
            for (String program :
                    bare(programs.get(0), programs.get(0).getText()).split("\\s*,\\s*")) {
                String criterion = bare(results.get(0), results.get(0).getText());
                if (!program.isEmpty()
                        && !criteria.computeIfAbsent(program, p -> new HashSet<>())
                                .add(criterion)) {
                    found.add(
                            rule.getId(),
                            "The program " + program + " has the criterion " + criterion + " twice.",
                            "Remove one of the two rows.");
                }
            }
        }
        return criteria;
    }

    private static String bare(DmnElement cell, Text text) {
        return cell.getId() == null || text == null
                ? ""
                : text.getTextContent().strip().replace("\"", "");
    }

    /** Programs whose people are matched; those who found each other are not (D1). */
    private static List<String> matched(byte[] bytes, Memory memory) {
        try {
            return memory.once("rows refused", bytes, () -> new ProgramTable(bytes).faults())
                            .isEmpty()
                    ? memory.once("rows", bytes, () -> new ProgramTable(bytes).rows()).stream()
                            .filter(row -> !row.selfSelected())
                            .map(ProgramRow::program)
                            .toList()
                    : List.of();
        } catch (RuntimeException e) {
            // A table that cannot be read is a fault of its own file.
            return List.of();
        }
    }
}
