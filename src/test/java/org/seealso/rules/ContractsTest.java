package org.seealso.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.junit.jupiter.api.Test;
import org.seealso.security.Groups;

/** contracts.properties says what Java does: what it sends, throws, writes and opens, and who hears it today. */
class ContractsTest {
    private static final Contracts CONTRACTS = Contracts.ofTheHouse();
    private static final Map<String, String> JAVA = java();

    /** Names with a dot that are handed to the engine as messages. */
    private static final Pattern SENT = Pattern.compile(
            "(?:messages\\s*\\.\\s*(?:start|tell\\w*)|createMessageCorrelation|\\bstart|\\btell)\\(\\s*\"([a-z]\\w+\\.[a-z]\\w+)\"");

    private static final Pattern CONSTANT =
            Pattern.compile("static final String \\w+ =\\s*\"([a-z]\\w+\\.[a-z]\\w+)\"");

    private static Map<String, String> java() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyMessageThatJavaSendsIsThere() {
        Set<String> sent = new TreeSet<>();
        JAVA.forEach((file, text) -> {
            sent.addAll(found(SENT, text));
            if (file.endsWith("Process.java")) {
                sent.addAll(found(CONSTANT, text));
            }
        });
        Set<String> listed = CONTRACTS.messages().stream()
                .map(Contracts.Message::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).containsAll(sent);
        assertThat(listed)
                .allSatisfy(message -> assertThat(JAVA.values())
                        .as("Java speaks of %s", message)
                        .anyMatch(text -> text.contains("\"" + message + "\"")));
    }

    @Test
    void everyMessageIsHeardWhereItSays() {
        Map<String, Set<String>> heard = new TreeMap<>();
        for (String file : Draft.unchanged().names(".bpmn")) {
            Elements.heard(Bpmn.readModelFromFile(Path.of("processes", file).toFile()))
                    .forEach(message ->
                            heard.computeIfAbsent(message, m -> new TreeSet<>()).add(RuleFiles.stem(file)));
        }
        Map<String, Set<String>> listed = new TreeMap<>();
        CONTRACTS.messages().forEach(message -> listed.put(message.name(), message.heardBy()));

        assertThat(listed).isEqualTo(heard);
        assertThat(CONTRACTS.messages())
                .allSatisfy(message -> assertThat(message.tells()).isNotBlank());
    }

    @Test
    void everyErrorADelegateThrowsIsThere() {
        Map<String, String> thrown = new TreeMap<>();
        Pattern error = Pattern.compile("new BpmnError\\(\\s*\"(\\w+)\"");
        JAVA.forEach((file, text) -> {
            Matcher code = error.matcher(text);
            if (code.find()) {
                String type = file.replace(".java", "");
                thrown.put(type.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + type.substring(1), code.group(1));
            }
        });
        assertThat(CONTRACTS.errors()).isEqualTo(thrown);
    }

    @Test
    void everyLetterAndFormThatJavaNamesIsThere() {
        String diagrams = Draft.unchanged().names(".bpmn").stream()
                .map(file -> Draft.unchanged().text(file))
                .collect(Collectors.joining());
        String sources = String.join("\n", JAVA.values());
        Set<String> named = new TreeSet<>();
        for (String file : Draft.unchanged().names()) {
            String stem = RuleFiles.stem(file);
            boolean letter =
                    file.endsWith(".md") && !diagrams.contains("sourceExpression=\"" + stem + "\" target=\"letter\"");
            boolean form = file.endsWith(".form")
                    && !diagrams.contains("sourceExpression=\"" + stem + "\" target=\"form\"")
                    && !diagrams.contains("formRef=\"" + stem + "\"");
            if ((letter || form) && !stem.contains(".") && sources.contains("\"" + stem + "\"")) {
                named.add(file);
            }
        }
        // _tips and its like are read by name; parts that letters include are found by the check of those letters.
        assertThat(CONTRACTS.files()).isEqualTo(named);
    }

    /** Whatever today's calls of a process have in common, it may rely on. */
    @Test
    void callsHandOverAndTakeBackWhatItSays() {
        Map<String, Set<String>> given = new TreeMap<>();
        Map<String, Set<String>> taken = new TreeMap<>();
        Map<String, Set<String>> keys = new TreeMap<>();
        for (CallActivity call : calls()) {
            Set<String> in = new TreeSet<>();
            Set<String> key = new TreeSet<>();
            CallCheck.given(call, CamundaIn.class).forEach(mapping -> {
                (mapping.getCamundaBusinessKey() == null ? in : key)
                        .add(
                                mapping.getCamundaBusinessKey() == null
                                        ? mapping.getCamundaTarget()
                                        : mapping.getCamundaBusinessKey());
            });
            Set<String> out = CallCheck.given(call, CamundaOut.class).stream()
                    .map(CamundaOut::getCamundaSource)
                    .collect(Collectors.toCollection(TreeSet::new));
            given.merge(call.getCalledElement(), in, ContractsTest::both);
            taken.merge(call.getCalledElement(), out, ContractsTest::both);
            keys.merge(call.getCalledElement(), key, ContractsTest::both);
        }

        given.forEach((process, names) ->
                assertThat(CONTRACTS.inputs(process)).as("into %s", process).isEqualTo(names));
        taken.forEach((process, names) ->
                assertThat(CONTRACTS.outputs(process)).as("out of %s", process).isEqualTo(names));
        keys.forEach((process, names) ->
                assertThat(names).as("key of %s", process).containsExactly(CONTRACTS.businessKey(process)));
    }

    private static List<CallActivity> calls() {
        return Draft.unchanged().names(".bpmn").stream()
                .map(file -> Bpmn.readModelFromFile(Path.of("processes", file).toFile()))
                .flatMap(model -> model.getModelElementsByType(CallActivity.class).stream())
                .toList();
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.retainAll(other);
        return both;
    }

    @Test
    void onlyTheDelegatesItNamesActAtOnce() {
        Set<String> found = new TreeSet<>();
        for (String file : Draft.unchanged().names(".bpmn")) {
            Bpmn.readModelFromFile(Path.of("processes", file).toFile())
                    .getModelElementsByType(ServiceTask.class)
                    .stream()
                    .filter(task -> !task.isCamundaAsyncBefore())
                    .forEach(task ->
                            found.add(task.getCamundaDelegateExpression().replaceAll("[${}]", "")));
        }
        assertThat(CONTRACTS.atOnce()).isEqualTo(found);
    }

    @Test
    void whatEndsIsHeardOf() {
        Map<String, String> found = new TreeMap<>();
        for (String file : Draft.unchanged().names(".bpmn")) {
            Bpmn.readModelFromFile(Path.of("processes", file).toFile())
                    .getModelElementsByType(CamundaExecutionListener.class)
                    .forEach(listener -> found.put(
                            RuleFiles.stem(file),
                            listener.getCamundaDelegateExpression().replaceAll("[${}]", "")));
        }
        assertThat(CONTRACTS.atEnd()).isEqualTo(found);
    }

    @Test
    void tasksAreOfferedToGroupsThatExist() {
        assertThat(CONTRACTS.groups()).containsExactlyInAnyOrder(Groups.COORDINATORS, Groups.CONDUCT_HANDLERS);
    }

    @Test
    void whatStartsByItselfIsAProcess() {
        assertThat(CONTRACTS.started())
                .allSatisfy(process ->
                        assertThat(Path.of("processes", process + ".bpmn")).exists());
    }
}
