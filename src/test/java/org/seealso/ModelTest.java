package org.seealso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seealso.command.HouseCheck;
import org.seealso.rules.DelegateNames;
import org.seealso.rules.RulesFolder;

/** The diagrams, forms and letters of this repository, checked by the very code that guards an admin's changes. */
class ModelTest {
    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");

    @Test
    void theRulesHaveNoFaults() {
        assertThat(HouseCheck.create().check(new RulesFolder(Path.of(".")).read()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aProcessHasItsRoom(String process) {
        assertThat(Path.of("src/main/java/org/seealso", room(process), "package-info.java"))
                .exists()
                .content()
                .contains(process + ".bpmn");
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aProcessHasItsTest(String process) {
        String name = Stream.of(process.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        assertThat(Path.of("src/test/java/org/seealso", room(process), name + "ProcessTest.java"))
                .exists();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aProcessCallsOnlyTheDelegatesOfItsRoom(String process) throws IOException {
        Map<String, String> packages = DelegateNames.scan();
        Matcher delegates = DELEGATE.matcher(Files.readString(Path.of("processes", process + ".bpmn")));
        while (delegates.find()) {
            assertThat(packages).containsEntry(delegates.group(1), "org.seealso." + room(process));
        }
    }

    static List<String> processes() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".bpmn"))
                    .map(name -> name.substring(0, name.length() - ".bpmn".length()))
                    .sorted()
                    .toList();
        }
    }

    /** conduct-report.bpmn lives in the room conduct; every other room is named like its process. */
    private static String room(String process) {
        return process.equals("conduct-report") ? "conduct" : process.replace("-", "");
    }
}
