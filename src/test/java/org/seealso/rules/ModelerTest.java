package org.seealso.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.seealso.Browser;
import org.seealso.command.HouseCheck;
import org.seealso.rules.ElementTemplatesTest.Block;

/**
 * What an admin sees while drawing: bpmnlint with our .bpmnlintrc, and our element templates, judged by the very code
 * the Modeler uses and put on a step in its very editor. It is installed once into target/ by
 * src/test/js/modeler/package-lock.json, and runs in Node and in a browser.
 */
class ModelerTest {
    private static final Path SOURCE = Path.of("src/test/js/modeler").toAbsolutePath();
    private static final Path HOME = Path.of("target/modeler").toAbsolutePath();
    private static final Path LINT = Path.of(".bpmnlintrc");

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        assumeTrue(onThePath("node") && onThePath("npm") || "true".equals(System.getenv("CI")), "needs node and npm");
        Files.createDirectories(HOME);
        boolean installed = Files.isDirectory(HOME.resolve("node_modules/bpmnlint"));
        for (String file : List.of("package.json", "package-lock.json")) {
            Path copy = HOME.resolve(file);
            installed &= Files.exists(copy) && Files.mismatch(copy, SOURCE.resolve(file)) == -1;
            Files.copy(SOURCE.resolve(file), copy, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!installed) {
            run(HOME.resolve("installed.txt"), List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        }
    }

    @Test
    void ourDiagramsAreClean() throws IOException, InterruptedException {
        assertThat(judge("lint", LINT, Path.of("processes"))).isEmpty();
    }

    @Test
    void ourElementTemplatesAreValid() throws IOException, InterruptedException {
        assertThat(judge("templates", ElementTemplatesTest.FILE)).isEmpty();
    }

    /** With the real editor: the template is put on a step, its lines are filled in, and the file is saved. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("org.seealso.rules.ElementTemplatesTest#blocks")
    void aBlockComposedInTheModelerPassesTheCheck(Block block) throws IOException {
        Files.copy(SOURCE.resolve("modeler.html"), HOME.resolve("modeler.html"), StandardCopyOption.REPLACE_EXISTING);
        String saved;
        try (Browser editor = Browser.on(0)) {
            editor.sized(Browser.LAPTOP).open(HOME.resolve("modeler.html").toUri());
            inTheEditor(
                    editor,
                    "apply(arguments[0], JSON.parse(arguments[1]), arguments[2], 'Step')",
                    block.bare(),
                    Files.readString(ElementTemplatesTest.FILE),
                    block.toString());
            // The panel shows the whole process for a while after a diagram was opened.
            editor.until(() -> {
                editor.driver().executeScript("select('Step')");
                return editor.see(By.className("bio-properties-panel-header-type"))
                        .getText()
                        .equalsIgnoreCase(block.toString());
            });
            write(editor, "General", "bio-properties-panel-name", block.label());
            write(editor, "General", "bio-properties-panel-id", block.id());
            for (int i = 0; i < block.properties().size(); i++) {
                JsonNode property = block.properties().get(i);
                String words = Block.filledIn(property);
                if (!property.path("type").asText().equals("Hidden") && !words.isEmpty()) {
                    String line = "bio-properties-panel-custom-entry-"
                            + block.template().path("id").asText() + "-" + i;
                    write(editor, "Custom properties", line, words);
                }
            }
            editor.picture("modeler-" + block.id());
            saved = String.valueOf(inTheEditor(editor, "saved()"));
        }
        assertThat(saved).contains("camunda:modelerTemplate=");
        assertThat(HouseCheck.create()
                        .check(new Draft().write("sample.bpmn", saved).files()))
                .as(saved)
                .isEmpty();
    }

    private static @Nullable Object inTheEditor(Browser editor, String call, Object... arguments) {
        return editor.driver()
                .executeAsyncScript(
                        "const done = arguments[arguments.length - 1];" + call
                                + ".then(done, error => done('' + error))",
                        arguments);
    }

    /** Types into a line of the properties panel, once its group is open, in place of what stands there. */
    private static void write(Browser editor, String group, String line, String words) {
        By header =
                By.xpath("//div[contains(@class,'bio-properties-panel-group-header')][starts-with(normalize-space(.), '"
                        + group + "')]");
        editor.see(header);
        if (!editor.shows(By.id(line))) {
            editor.click(header);
        }
        WebElement field = editor.see(By.id(line));
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), words);
        editor.until(() -> words.equals(field.getDomProperty("value")));
        field.sendKeys(Keys.TAB);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theModelerShows(String mistake, String rule, Consumer<Draft> change, @TempDir Path folder)
            throws IOException, InterruptedException {
        Draft draft = new Draft();
        change.accept(draft);
        Files.writeString(folder.resolve("check-in.bpmn"), draft.text("check-in.bpmn"));

        assertThat(judge("lint", LINT, folder)).as(mistake).contains("check-in.bpmn: " + rule);
    }

    static Stream<Arguments> theModelerShows() {
        String file = "check-in.bpmn";
        return Stream.of(
                shows("a deleted flow", "no-implicit-end", d -> d.removeFlow(file, "Flow_PrepareCheckIn_AskHowItGoes")),
                shows(
                        "a task nobody gets to",
                        "no-implicit-start",
                        d -> d.removeFlow(file, "Flow_PrepareCheckIn_AskHowItGoes")),
                shows("a task without a name", "label-required", d -> d.replace(file, " name=\"Send tips\"", "")),
                shows(
                        "a flow without a condition",
                        "conditional-flows",
                        d -> d.replace(
                                file,
                                "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${signal == 'tips'}"
                                        + "</bpmn:conditionExpression>",
                                "")),
                shows(
                        "a task the picture does not show",
                        "no-bpmndi",
                        d -> d.replace(
                                file,
                                "bpmnElement=\"ServiceTask_SendTips\"",
                                "bpmnElement=\"ServiceTask_SendEncouragement\"")));
    }

    private static Arguments shows(String mistake, String rule, Consumer<Draft> change) {
        return Arguments.of(mistake, rule, change);
    }

    /** What is wrong, as "file: rule". */
    private static List<String> judge(String what, Path... paths) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("node", SOURCE.resolve("judge.js").toString(), what));
        Stream.of(paths).map(path -> path.toAbsolutePath().toString()).forEach(command::add);
        Path said = HOME.resolve("said.json");
        run(said, command);
        List<String> wrong = new ArrayList<>();
        for (JsonNode each : new ObjectMapper().readTree(said.toFile())) {
            wrong.add(each.path("file").asText() + ": " + each.path("rule").asText());
        }
        return wrong;
    }

    private static void run(Path said, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(command.get(0) + " did not come to an end");
        }
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    }

    private static boolean onThePath(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
