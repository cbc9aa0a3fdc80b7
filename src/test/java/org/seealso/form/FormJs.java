package org.seealso.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The form viewer that Tasklist and the Modeler use, run in Node for the comparison alone. Installed once into
 * target/, by the versions and checksums of src/test/js/package-lock.json, and never shipped.
 */
final class FormJs {
    static final List<String> VIEWERS = List.of("form-js-tasklist", "form-js-newest");

    private static final Path SOURCE = Path.of("src/test/js").toAbsolutePath();
    private static final Path HOME = Path.of("target/form-js").toAbsolutePath();
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private FormJs() {}

    static boolean canRun() {
        return onThePath("node") && onThePath("npm");
    }

    private static boolean onThePath(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    static void install() throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        boolean installed = true;
        for (String file : List.of("package.json", "package-lock.json")) {
            Path copy = HOME.resolve(file);
            installed &= Files.exists(copy) && Files.mismatch(copy, SOURCE.resolve(file)) == -1;
            Files.copy(SOURCE.resolve(file), copy, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!installed || !Files.isDirectory(HOME.resolve("node_modules/jsdom"))) {
            run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        }
    }

    /** One verdict for each case, in their order. */
    static JsonNode verdicts(String viewer, JsonNode cases) throws IOException, InterruptedException {
        Path asked = HOME.resolve(viewer + "-cases.json");
        Path answered = HOME.resolve(viewer + "-verdicts.json");
        Files.deleteIfExists(answered);
        JSON.writeValue(asked.toFile(), cases);
        run(List.of("node", SOURCE.resolve("verdicts.js").toString(), viewer, asked.toString(), answered.toString()));
        return JSON.readTree(answered.toFile());
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path said = HOME.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        // Days without an hour mean the same wherever this runs.
        builder.environment().put("TZ", "UTC");
        Process process = builder.start();
        if (!process.waitFor(20, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(command.get(0) + " did not come to an end");
        }
        if (process.exitValue() != 0) {
            throw new IOException(command + " failed: " + Files.readString(said));
        }
    }
}
