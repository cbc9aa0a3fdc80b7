package org.seealso.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.jspecify.annotations.Nullable;

/** What the files define, so that one file's references can be looked up in the others. */
final class RulesIndex {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** An embedded form names the variables it sends, either on its inputs or in {@code data-routing="a b"}. */
    private static final Pattern VARIABLE_FIELD =
            Pattern.compile("(?:cam-variable-name|data-routing)\\s*=\\s*[\"']([^\"']+)[\"']");

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");

    private final Map<String, BpmnModelInstance> processFiles = new TreeMap<>();
    private final Map<String, DmnModelInstance> decisionFiles = new TreeMap<>();
    private final Map<String, JsonNode> forms = new TreeMap<>();
    private final Map<String, String> unreadable = new TreeMap<>();
    private final Set<String> processIds = new HashSet<>();
    private final Set<String> decisionIds = new HashSet<>();
    private final Map<String, Set<String>> givenByCallers = new HashMap<>();
    private final Map<String, Optional<ProcessVariables>> variables = new HashMap<>();
    private final RuleFiles files;
    private final Memory memory;
    private final Set<String> programs;
    private final Map<String, String> formsOfLetters;
    private final Set<String> formsOfTasklist = new HashSet<>();

    RulesIndex(RuleFiles files, Memory memory) {
        this.files = files;
        this.memory = memory;
        files.names(".bpmn").forEach(this::readProcess);
        files.names(".dmn").forEach(this::readDecisions);
        files.names(".form").forEach(this::readForm);
        DmnModelInstance rows = decisionFiles.get(ProgramTable.FILE);
        this.programs = rows == null ? Set.of() : Set.copyOf(ProgramTable.programs(rows));
        this.formsOfLetters = LetterLinks.asking(this);
    }

    private void readProcess(String name) {
        try {
            byte[] bytes = files.bytes(name);
            BpmnModelInstance model =
                    memory.once("process", bytes, () -> Bpmn.readModelFromStream(new ByteArrayInputStream(bytes)));
            model.getModelElementsByType(Process.class).forEach(p -> processIds.add(p.getId()));
            Optional<String> lost = Dangling.in(model);
            if (lost.isPresent()) {
                unreadable.put(name, "it speaks of " + lost.get() + ", which is not there");
                return;
            }
            Optional<String> unlisted = Dangling.unlisted(model);
            if (unlisted.isPresent()) {
                unreadable.put(name, unlisted.get());
                return;
            }
            processFiles.put(name, model);
            model.getModelElementsByType(UserTask.class)
                    .forEach(task -> formsOfTasklist.add(task.getCamundaFormRef() + ".form"));
            model.getModelElementsByType(StartEvent.class)
                    .forEach(start -> formsOfTasklist.add(start.getCamundaFormRef() + ".form"));
            for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
                if (call.getCalledElement() != null && call.getExtensionElements() != null) {
                    Set<String> given = givenByCallers.computeIfAbsent(call.getCalledElement(), k -> new HashSet<>());
                    call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream()
                            .map(CamundaIn::getCamundaTarget)
                            .filter(target -> target != null)
                            .forEach(given::add);
                }
            }
        } catch (RuntimeException e) {
            unreadable.put(name, cause(e));
        }
    }

    private void readDecisions(String name) {
        try {
            byte[] bytes = files.bytes(name);
            DmnModelInstance model =
                    memory.once("decision", bytes, () -> Dmn.readModelFromStream(new ByteArrayInputStream(bytes)));
            decisionFiles.put(name, model);
            model.getModelElementsByType(Decision.class).forEach(d -> decisionIds.add(d.getId()));
        } catch (RuntimeException e) {
            unreadable.put(name, cause(e));
        }
    }

    private void readForm(String name) {
        try {
            forms.put(name, JSON.readTree(files.text(name)));
        } catch (JsonProcessingException e) {
            unreadable.put(name, e.getOriginalMessage());
        }
    }

    private static String cause(Throwable thrown) {
        Throwable deepest = thrown;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
    }

    Optional<String> whyUnreadable(String name) {
        return Optional.ofNullable(unreadable.get(name));
    }

    Map<String, BpmnModelInstance> processFiles() {
        return processFiles;
    }

    Map<String, DmnModelInstance> decisionFiles() {
        return decisionFiles;
    }

    Map<String, JsonNode> forms() {
        return forms;
    }

    JsonNode form(String name) {
        return forms.getOrDefault(name, MissingNode.getInstance());
    }

    boolean hasProcess(String id) {
        return processIds.contains(id);
    }

    boolean hasDecision(String id) {
        return decisionIds.contains(id);
    }

    /** The programs that have a row; empty if there is no readable table of them. */
    Set<String> programs() {
        return programs;
    }

    /** The variables a process may ask for; empty if there is no single such process in its file. */
    Optional<ProcessVariables> variablesOf(String process) {
        return variables.computeIfAbsent(process, id -> {
            BpmnModelInstance model = processFiles.get(id + ".bpmn");
            Collection<Process> found = model == null ? List.of() : model.getModelElementsByType(Process.class);
            return found.size() == 1
                    ? Optional.of(new ProcessVariables(found.iterator().next(), this))
                    : Optional.empty();
        });
    }

    /** The variables a decision asks for, as far as its columns are plain names. */
    Set<String> asked(String decision) {
        return decisions(decision)
                .flatMap(found -> found.getModelInstance().getModelElementsByType(InputExpression.class).stream())
                .filter(input -> input.getText() != null)
                .map(input -> input.getText().getTextContent().strip())
                .filter(text -> NAME.matcher(text).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The texts a decision can result in; empty if a cell holds anything but a text. */
    Set<String> results(@Nullable String decision) {
        Set<String> texts = new TreeSet<>();
        boolean known = decisions(String.valueOf(decision))
                .flatMap(found -> found.getModelInstance().getModelElementsByType(OutputEntry.class).stream())
                .map(cell -> cell.getText() == null
                        ? ""
                        : cell.getText().getTextContent().strip())
                .allMatch(text -> {
                    texts.add(text.replaceAll("^\"|\"$", ""));
                    return TEXT.matcher(text).matches();
                });
        return known ? texts : Set.of();
    }

    /** Whether a diagram goes on by the result of this decision. */
    boolean isAsked(String decision) {
        return processFiles.values().stream()
                .flatMap(model -> model.getModelElementsByType(BusinessRuleTask.class).stream())
                .anyMatch(task -> decision.equals(task.getCamundaDecisionRef()));
    }

    /** Another file that holds a decision of this id. */
    Optional<String> otherFileOf(String decision, String file) {
        return decisionFiles.entrySet().stream()
                .filter(other -> !other.getKey().equals(file))
                .filter(other -> other.getValue().getModelElementsByType(Decision.class).stream()
                        .anyMatch(found -> decision.equals(found.getId())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether a form is a coordinator's, in Tasklist; every other one is a page for participants. */
    boolean isOfTasklist(String form) {
        return formsOfTasklist.contains(form);
    }

    private Stream<Decision> decisions(String id) {
        return decisionFiles.values().stream()
                .flatMap(model -> model.getModelElementsByType(Decision.class).stream())
                .filter(decision -> decision.getId().equals(id));
    }

    /** The letters that ask for a form, and the form of each (empty if it is not always the same). */
    Map<String, String> formsOfLetters() {
        return formsOfLetters;
    }

    boolean hasFile(String name) {
        return files.has(name);
    }

    Set<String> givenByCallers(String processId) {
        return givenByCallers.getOrDefault(processId, Set.of());
    }

    /** Fields of a form that become process variables (house law 4); {@code key} without ending. */
    Set<String> routingFields(String key) {
        Set<String> found = new LinkedHashSet<>();
        JsonNode form = forms.get(key + ".form");
        if (form != null) {
            form.findParents("key").forEach(field -> {
                if (field.path("properties").path("routing").asText().equals("true")) {
                    found.add(field.path("key").asText());
                }
            });
        }
        if (files.has(key + ".html")) {
            Matcher matcher = VARIABLE_FIELD.matcher(files.text(key + ".html"));
            while (matcher.find()) {
                found.addAll(List.of(matcher.group(1).strip().split("\\s+")));
            }
        }
        return found;
    }

    /** What a question of a form offers, by value; empty if there is no such question. */
    Set<String> choices(String form, String key) {
        Set<String> values = new LinkedHashSet<>();
        JsonNode read = forms.get(form);
        if (read != null) {
            read.findParents("key").stream()
                    .filter(field -> field.path("key").asText().equals(key))
                    .forEach(field -> field.path("values")
                            .forEach(value -> values.add(value.path("value").asText())));
        }
        return values;
    }
}
