package org.seealso.rules;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.jspecify.annotations.Nullable;

/** A table is named like its file, and every cell can be read. */
final class DecisionCheck {
    private static final Pattern VARIABLE = Pattern.compile("[a-z][a-zA-Z0-9]*");

    private static final Pattern PROGRAM = Pattern.compile("\"[a-z][a-z0-9-]*\"");

    private static final byte[] NOTHING = {};

    private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "long", "double", "date");

    private final String name;
    private final RuleFiles files;
    private final RulesIndex index;
    private final Memory memory;
    private final DmnModelInstance model;
    private final FaultList faults;

    DecisionCheck(String name, Surroundings around, FaultList faults) {
        this.name = name;
        this.files = around.files();
        this.index = around.index();
        this.memory = around.memory();
        DmnModelInstance read = index.decisionFiles().get(name);
        if (read == null) {
            throw new IllegalArgumentException("There is no decision " + name);
        }
        this.model = read;
        this.faults = faults;
    }

    void run() {
        String stem = RuleFiles.stem(name);
        Collection<Decision> decisions = decisions();
        if (decisions.stream().noneMatch(d -> stem.equals(d.getId()))) {
            faults.addWhole("No decision in the file has its name.", "Set the decision's id to " + stem + ".");
        }
        for (Decision decision : decisions) {
            index.otherFileOf(decision.getId(), name)
                    .ifPresent(other -> faults.add(
                            decision.getId(),
                            "The decision also stands in " + other + ".",
                            "Give one of them another id, or remove it."));
            if (decision.getCamundaHistoryTimeToLiveString() == null) {
                faults.add(
                        decision.getId(),
                        "The decision says nothing about how long its history is kept.",
                        "Set History time to live, for example P180D.");
            }
        }
        for (Output output : model.getModelElementsByType(Output.class)) {
            checkType(output.getId(), output.getTypeRef());
            if (output.getName() == null || !VARIABLE.matcher(output.getName()).matches()) {
                faults.add(output.getId(), "The output has no usable name.", "Name it in lowerCamelCase.");
            }
        }
        for (InputExpression input : model.getModelElementsByType(InputExpression.class)) {
            checkType(input.getId(), input.getTypeRef());
        }
        for (LiteralExpression literal : model.getModelElementsByType(LiteralExpression.class)) {
            checkFeel(literal, literal.getExpressionLanguage(), literal.getText(), false);
        }
        for (UnaryTests tests : model.getModelElementsByType(UnaryTests.class)) {
            checkFeel(tests, tests.getExpressionLanguage(), tests.getText(), true);
        }
        parse();
        checkRows();
        if (name.equals(ProgramTable.FILE)) {
            model.getModelElementsByType(Rule.class).forEach(this::checkKey);
        }
        if (name.equals(ProgramTable.FILE) && faults.list().isEmpty()) {
            byte[] bytes = files.bytes(name);
            memory.once("rows refused", bytes, () -> new ProgramTable(bytes).faults())
                    .forEach((program, all) -> all.forEach(
                            why -> faults.add(program, why, "Correct the cell of the row in the Modeler.")));
            if (faults.list().isEmpty()) {
                memory.once("rows", bytes, () -> new ProgramTable(bytes).rows()).forEach(this::checkForms);
            }
        }
    }

    private void checkKey(Rule row) {
        String key = row.getInputEntries().stream()
                .findFirst()
                .map(InputEntry::getText)
                .map(text -> text.getTextContent().strip())
                .orElse("");
        if (!PROGRAM.matcher(key).matches()) {
            faults.add(
                    row.getId(),
                    "The row is for " + (key.isEmpty() ? "every program" : key) + ", and not for one program.",
                    "Write its key in double quotes, such as \"prairie\": small letters, digits and hyphens.");
        }
    }

    private void checkRows() {
        for (Decision decision : decisions()) {
            for (var table : decision.getChildElementsByType(org.camunda.bpm.model.dmn.instance.DecisionTable.class)) {
                // The program's table says it with the row's name, and match-weights.dmn in the warnings.
                if (!name.equals(ProgramTable.FILE) && !name.equals(WeightsCheck.FILE)) {
                    new CellCheck(table, faults).run();
                }
                if (index.isAsked(decision.getId()) && faults.list().isEmpty()) {
                    byte[] bytes = files.bytes(name);
                    memory.once(
                                    "gaps " + decision.getId() + index.programs(),
                                    bytes,
                                    () -> TableGaps.first(decision.getId(), table, bytes, index.programs()))
                            .ifPresent(gap -> faults.add(
                                    decision.getId(),
                                    "No row says what happens if " + gap + ".",
                                    "Add a last row with empty cells, which takes everything else."));
                }
            }
        }
    }

    private Collection<Decision> decisions() {
        return model.getModelElementsByType(Decision.class);
    }

    private void checkForms(ProgramRow row) {
        for (String form : row.applicationForms()) {
            if (!files.has(form + ".form")) {
                faults.add(
                        row.program(),
                        "The row names the application form " + form + ", which does not exist.",
                        "Write forms/" + form + ".form, or correct the cell.");
            }
        }
        if (!files.has(row.closingForm() + ".form")) {
            faults.add(
                    row.program(),
                    "The row names the closing form " + row.closingForm() + ", which does not exist.",
                    "Write forms/" + row.closingForm() + ".form, or correct the cell in closingForm.");
        }
        Set<String> known = index.choices("check-in.form", "topics");
        for (String topic : row.suggestedTopics()) {
            if (!known.contains(topic)) {
                faults.add(
                        row.program(),
                        "The row has the topic " + topic + " in topics, which the check-in form does not offer.",
                        "Write all, or some of: " + String.join(", ", known) + ".");
            }
        }
    }

    private void checkType(String element, @Nullable String type) {
        if (type != null && !type.isEmpty() && !TYPES.contains(type)) {
            faults.add(
                    element,
                    "The column's type " + type + " is not known.",
                    "Choose string, boolean, integer, long, double or date.");
        }
    }

    private void checkFeel(DmnElement element, @Nullable String language, @Nullable Text text, boolean tests) {
        if (language != null && !language.toLowerCase(java.util.Locale.ROOT).contains("feel")) {
            faults.add(element.getId(), "The cell is written in " + language + ".", "Write it in FEEL.");
            return;
        }
        String content = text == null ? "" : text.getTextContent().strip();
        if (content.isEmpty() || (tests && content.equals("-"))) {
            return;
        }
        Optional<String> fault = memory.once(
                "feel " + tests + " " + content,
                NOTHING,
                () -> tests ? Feel.faultOfTests(content) : Feel.faultOfExpression(content));
        fault.ifPresent(why -> faults.add(
                element.getId(),
                "The cell " + content + " cannot be read: " + why + ".",
                "Correct it; texts stand in double quotes."));
    }

    private void parse() {
        byte[] bytes = files.bytes(name);
        memory.once("parse " + name, bytes, () -> refusal(bytes))
                .ifPresent(why -> faults.addWhole(
                        "The engine refuses the table: " + why + ".", "Open it in the Modeler and correct it."));
    }

    private static Optional<String> refusal(byte[] bytes) {
        try {
            DefaultDmnEngineConfiguration.createDefaultDmnEngineConfiguration()
                    .buildEngine()
                    .parseDecisions(new ByteArrayInputStream(bytes));
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()).strip());
        }
    }
}
