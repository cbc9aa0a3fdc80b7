package org.seealso.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;

/** What the files define, so that one file's references can be looked up in the others. */
final class RulesIndex {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** An embedded form names the variables it sends, either on its inputs or in {@code data-routing="a b"}. */
    private static final Pattern VARIABLE_FIELD =
            Pattern.compile("(?:cam-variable-name|data-routing)\\s*=\\s*[\"']([^\"']+)[\"']");

    private final Map<String, BpmnModelInstance> processFiles = new TreeMap<>();
    private final Map<String, DmnModelInstance> decisionFiles = new TreeMap<>();
    private final Map<String, JsonNode> forms = new TreeMap<>();
    private final Map<String, String> unreadable = new TreeMap<>();
    private final Set<String> processIds = new HashSet<>();
    private final Set<String> decisionIds = new HashSet<>();
    private final Map<String, Set<String>> givenByCallers = new HashMap<>();
    private final RuleFiles files;
    private final Set<String> programs;

    RulesIndex(RuleFiles files) {
        this.files = files;
        files.names(".bpmn").forEach(this::readProcess);
        files.names(".dmn").forEach(this::readDecisions);
        files.names(".form").forEach(this::readForm);
        DmnModelInstance rows = decisionFiles.get(ProgramTable.FILE);
        this.programs = rows == null ? Set.of() : Set.copyOf(ProgramTable.programs(rows));
    }

    private void readProcess(String name) {
        try {
            BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(files.bytes(name)));
            processFiles.put(name, model);
            model.getModelElementsByType(Process.class).forEach(p -> processIds.add(p.getId()));
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
            DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(files.bytes(name)));
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
